import type { Locator } from "@playwright/test";
import {
  articleText,
  cards,
  expect,
  newProject,
  openForm,
  pasteArticle,
  saved,
  tagForm,
  test,
  typeSpeaker,
  type Page,
} from "./app.ts";

const article = `Ministers meet before the border talks

ALMATY, April 26, 2025 (Steppe Wire) -- Foreign Minister Aigul Serikova met her counterpart, Daniyar Bekov, here on Saturday.

"We oppose this tariff," Serikova said, "and we will answer it at the border."

Bekov said that trade between the two countries should stay open. He added that patrols against terrorism would be doubled this year.`;

const suggestions = (page: Page) =>
  page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");

test.describe("suggestions", () => {
  test.beforeEach(async ({ page }) => {
    await newProject(page, "Suggested");
    await pasteArticle(page, article);
    await expect(suggestions(page).first()).toBeVisible();
  });

  test("stand beside the text, and count for nothing until they are accepted", async ({ page }) => {
    expect(await suggestions(page).count()).toBeGreaterThanOrEqual(3);
    await expect(suggestions(page).first()).toContainText("Serikova");
    await expect(cards(page)).toHaveCount(0);
    await expect(page.getByText("0 statements")).toBeVisible();
  });

  test("are accepted, edited and rejected by one key each, undone, and stay so after a reload", async ({
    page,
  }) => {
    const before = await suggestions(page).count();
    await articleText(page).focus();
    await page.keyboard.press("s");
    await page.keyboard.press("a");
    await expect(cards(page)).toHaveCount(1);
    await expect(cards(page)).toContainText("Serikova");
    await expect(suggestions(page)).toHaveCount(before - 1);

    // The next one is looked at already.
    await page.keyboard.press("x");
    await expect(suggestions(page)).toHaveCount(before - 2);
    await page.keyboard.press("e");
    const form = tagForm(page);
    await form.getByRole("textbox", { name: "Note" }).fill("looked at");
    await form.getByRole("button", { name: "Save statement" }).click();
    await expect(cards(page)).toHaveCount(2);
    await saved(page);

    await page.reload();
    await expect(cards(page)).toHaveCount(2);
    await expect(suggestions(page)).toHaveCount(before - 3);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cards(page)).toHaveCount(1);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(suggestions(page)).toHaveCount(before - 1);
  });

  test("are accepted many at once after a look, and undone as one", async ({ page }) => {
    await page.getByRole("button", { name: /\d+ suggested/ }).click();
    await page.getByRole("button", { name: "Accept many" }).click();
    const dialog = page.getByRole("dialog", { name: "Accept many suggestions" });
    await expect(page.locator(".suggest-settings")).toHaveCount(0);
    await dialog.getByRole("slider").fill("50");
    await dialog.getByRole("button", { name: "Read and show" }).click();
    const accept = dialog.getByRole("button", { name: /^Accept \d+ suggestions$/ });
    await expect(accept).toBeEnabled();
    const count = Number(/\d+/.exec((await accept.textContent()) ?? "")?.[0]);
    await accept.click();
    await expect(cards(page)).toHaveCount(count);
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(cards(page)).toHaveCount(0);
  });

  test("fill in the form where one tags by hand, and yield to what one chooses", async ({
    page,
  }) => {
    const form = tagForm(page);
    await openForm(page, "trade between the two countries should stay open");
    await expect(form.locator("[data-proposed]").first()).toContainText("Bekov");
    await typeSpeaker(page, "Ada Conti");
    await form.getByRole("button", { name: "Save statement" }).click();
    await expect(cards(page)).toContainText("Ada Conti");
    await expect(cards(page)).not.toContainText("Bekov");
  });

  test("or else what is likely fills in the form, for words that are in none", async ({ page }) => {
    await pasteArticle(
      page,
      "The pass\n\nAigul Serikova met Daniyar Bekov here. Bekov said that trade had grown. It snowed.\n\nLorries stood for days at the pass, five hundred in all.",
    );
    await expect(suggestions(page).first()).toBeVisible();
    await openForm(page, "five hundred in all");
    await expect(tagForm(page).locator("[data-proposed]").first()).toContainText("Bekov");
  });

  test("of all articles are found in the background, shown, and accepted as one action", async ({
    page,
  }) => {
    await pasteArticle(
      page,
      "The port\n\nThe port is old. “We will not pay,” they said. Mary Hall said that the port would stay open.",
    );
    await expect(suggestions(page)).toHaveCount(2);
    await page.getByRole("button", { name: /\d+ suggested/ }).click();
    await page.getByRole("button", { name: "Accept many" }).click();
    const dialog = page.getByRole("dialog", { name: "Accept many suggestions" });
    await dialog.getByRole("checkbox", { name: "In all 2 articles of the project" }).check();
    await dialog.getByRole("button", { name: "Read and show" }).click();
    await expect(dialog.getByText(/^2 of 2 articles read/)).toBeVisible();
    await dialog.getByRole("button", { name: "Close" }).click();

    // What was found stays while other things are done.
    await page.getByRole("link", { name: "Statements", exact: true }).click();
    await expect(page.getByText(/^Suggestions: \d+ found$/)).toBeVisible();
    await page.getByRole("link", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: /^\d+ found$/ }).click();
    await dialog.getByRole("slider").fill("50");
    const shown = dialog.getByRole("list", { name: "What would be accepted" });
    const count = await shown.getByRole("listitem").count();
    expect(count).toBeGreaterThanOrEqual(5);

    await expect(dialog.getByText(`The speaker of 1 of these ${count} is unsure.`)).toBeVisible();
    await dialog.getByRole("checkbox", { name: "Leave unsure speakers empty" }).check();
    await dialog.getByRole("button", { name: `Accept ${count} suggestions` }).click();
    await expect(page.getByText(`${count} statements ·`)).toBeVisible();
    await expect(cards(page).first()).not.toContainText("they");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("0 statements ·")).toBeVisible();
  });

  test("say where their speaker is unsure, on the card and in the form", async ({ page }) => {
    await pasteArticle(page, "The port\n\nThe port is old. “We will not pay,” they said.");
    await expect(suggestions(page)).toContainText("speaker unsure");
    await articleText(page).focus();
    await page.keyboard.press("s");
    await expect(suggestions(page)).toContainText(/speaker \d+ % sure/);
    await page.keyboard.press("e");
    const speaker = tagForm(page).getByRole("combobox", { name: "Speaker" });
    await expect(speaker).toHaveAccessibleDescription(/^Proposed, but speaker unsure \(\d+ %\)$/);
    await typeSpeaker(page, "Ada Conti");
    await expect(tagForm(page).getByText("Proposed")).toHaveCount(0);
    await tagForm(page).getByRole("button", { name: "Save statement" }).click();
    await expect(cards(page)).toContainText("Ada Conti");
    await expect(cards(page)).not.toContainText("they");
  });

  test("can be switched off, and the least confidence be moved; both are kept", async ({
    page,
  }) => {
    await page.getByRole("button", { name: /\d+ suggested/ }).click();
    await page.getByRole("slider").fill("95");
    await page.getByRole("checkbox", { name: "Suggest statements" }).uncheck();
    await expect(suggestions(page)).toHaveCount(0);
    await page.reload();
    await page.getByRole("button", { name: "Suggestions off" }).click();
    await expect(page.getByText("Least confidence: 95 %")).toBeVisible();
  });
});

test.describe("the form, while the words are still being read", () => {
  let read = () => {};

  test.beforeEach(async ({ context }) => {
    const waiting = new Promise<void>((resolve) => {
      read = resolve;
    });
    await context.route(/base-model.*\.bin$/, async (route) => {
      await waiting;
      await route.continue();
    });
  });

  async function openUnread(page: Page): Promise<Locator> {
    await newProject(page, "Unread");
    await pasteArticle(page, article);
    await openForm(page, "trade between the two countries should stay open");
    const form = tagForm(page).locator("form");
    await expect(form).toHaveAttribute("aria-busy", "true");
    return form;
  }

  test("is filled in afterwards, as long as it was not touched", async ({ page }) => {
    const form = await openUnread(page);
    await expect(form.locator("[data-proposed]")).toHaveCount(0);
    read();
    await expect(form.locator("[data-proposed]").first()).toContainText("Bekov");
    await expect(form).toHaveAttribute("aria-busy", "false");
  });

  const note = (form: Locator) => form.getByRole("textbox", { name: "Note" });
  const quotation = (form: Locator) => form.getByRole("combobox", { name: "Quotation" });
  const touches = [
    {
      what: "a speaker",
      touch: (form: Locator) => typeSpeaker(form.page(), "Ada Conti"),
      stays: (form: Locator) => expect(form).toContainText("Ada Conti"),
    },
    {
      what: "a note",
      touch: (form: Locator) => note(form).fill("looked at"),
      stays: (form: Locator) => expect(note(form)).toHaveValue("looked at"),
    },
    {
      what: "the kind of quotation",
      touch: (form: Locator) => quotation(form).selectOption("mixed"),
      stays: (form: Locator) => expect(quotation(form)).toHaveValue("mixed"),
    },
  ];
  for (const { what, touch, stays } of touches)
    test(`stays as it is where ${what} was set meanwhile`, async ({ page }) => {
      const form = await openUnread(page);
      await touch(form);
      read();
      await expect(form).toHaveAttribute("aria-busy", "false");
      await stays(form);
      await expect(form).not.toContainText("Bekov");
      await form.getByRole("button", { name: "Save statement" }).click();
      await expect(cards(page)).toHaveCount(1);
      await expect(cards(page)).not.toContainText("Bekov");
    });
});

test.describe("in a transcript", () => {
  const deported = "people are being deported without seeing a lawyer";
  const refused = "no licence will be issued before May";
  const turned = "two ships were turned away";
  const turns = [
    `Elena Batalla, Radio Istmo. Mr. President, the ombudsman says ${deported}. Is he lying?`,
    "Good morning. No. The law gives everybody ten days and a lawyer.",
    `The Minister wrote to us last week that ${refused}. And the port authority told our station that ${turned}. Is that so?`,
  ] as const;
  const transcript = [
    "The press conference",
    `Q: ${turns[0]}`,
    `PRESIDENT VALDERRAMA: ${turns[1]}`,
    `Q: ${turns[2]}`,
  ].join("\n\n");

  test.beforeEach(async ({ page }) => {
    await newProject(page, "Transcript");
    await pasteArticle(page, transcript);
    await expect(suggestions(page)).toHaveCount(6);
  });

  test("what stands inside of a turn is accepted and rejected apart from it, and stays so", async ({
    page,
  }) => {
    await articleText(page).focus();
    await page.keyboard.press("s");
    await page.keyboard.press("a");
    await expect(cards(page)).toHaveCount(1);
    await page.keyboard.press("a");
    await expect(cards(page)).toHaveCount(2);
    await expect(suggestions(page)).toHaveCount(4);
    // The next but one turn stays when what it tells of is turned down.
    await page.keyboard.press("s");
    await page.keyboard.press("s");
    await expect(suggestions(page).filter({ hasText: "cue “wrote”" })).toContainText("Minister");
    await page.keyboard.press("x");
    await expect(suggestions(page)).toHaveCount(3);
    await saved(page);

    await page.reload();
    await expect(suggestions(page)).toHaveCount(3);
    await expect(suggestions(page).filter({ hasText: "The Minister wrote" })).toHaveCount(1);
    await expect(suggestions(page).filter({ hasText: /^port authority/ })).toHaveCount(1);
    await expect(cards(page)).toHaveCount(2);
    await page.getByRole("link", { name: "Statements", exact: true }).click();
    const rows = page
      .getByRole("row")
      .filter({ has: page.getByRole("checkbox", { name: "Choose this statement" }) });
    await expect(rows).toHaveCount(2);
    const inner = rows.filter({ hasNotText: turns[0] });
    const speaker = (row: Locator) => row.locator('[data-column="speaker"]');
    await expect(speaker(rows.filter({ hasText: turns[0] }))).toHaveText("Q");
    await expect(speaker(inner)).toHaveText("ombudsman");
    await expect(inner).toContainText(deported);
  });

  test("a click chooses the innermost, in a turn that is accepted too", async ({ page }) => {
    const chosen = suggestions(page).filter({ has: page.locator("[aria-expanded=true]") });
    await articleText(page).getByText(turned).click();
    await expect(chosen).toContainText("port authority");
    await articleText(page).getByText("Is that so?").click();
    await expect(chosen).toContainText("The Minister wrote");
    await page.keyboard.press("a");
    await expect(cards(page)).toHaveCount(1);
    await articleText(page).getByText(turned).click();
    await expect(chosen).toContainText("port authority");
    await page.keyboard.press("a");
    await expect(cards(page)).toHaveCount(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(suggestions(page)).toHaveCount(6);
  });

  test("the form for words of a turn says what fits them best", async ({ page }) => {
    const proposed = tagForm(page).locator("[data-proposed]").first();
    await openForm(page, deported);
    await expect(proposed).toContainText("ombudsman");
    await page.keyboard.press("Escape");
    await expect(tagForm(page)).toHaveCount(0);
    await openForm(page, "The law gives everybody ten days");
    await expect(proposed).toContainText("VALDERRAMA");
  });
});

test.describe("a run over all articles", () => {
  const count = 150;
  const words = `${article}\n\n${"The hall was cold. Daniyar Bekov said that it would be heated. ".repeat(12)}`;

  test.beforeEach(async ({ page }) => {
    await newProject(page, "Many");
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByLabel("Choose files").setInputFiles(
      Array.from({ length: count }, (_, i) => ({
        name: `article ${i}.txt`,
        mimeType: "text/plain",
        buffer: Buffer.from(
          `Talks, day ${i}\n\n${words.replaceAll("Bekov", `Bekov${"a".repeat(i % 7)}`)} ${i}`,
        ),
      })),
    );
    await page.getByRole("button", { name: `Add ${count} articles` }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(suggestions(page).first()).toBeVisible();
    await begin(page);
  });

  async function begin(page: Page): Promise<void> {
    await page.getByRole("button", { name: /\d+ suggested/ }).click();
    await page.getByRole("button", { name: "Accept many" }).click();
    await page.getByRole("checkbox", { name: `In all ${count} articles` }).check();
    await page.getByRole("button", { name: "Read and show" }).click();
  }
  const dialog = (page: Page) => page.getByRole("dialog", { name: "Accept many suggestions" });
  const accepting = /^Accept [\d,]+ suggestions$/;
  async function offered(page: Page): Promise<number> {
    const label = await dialog(page).getByRole("button", { name: accepting }).textContent();
    return Number(label?.replaceAll(/\D/g, ""));
  }
  const far = (page: Page) => dialog(page).getByText(/articles read/);

  test("is paused, left, come back to, and goes on to its end", async ({ page }) => {
    await expect(far(page)).toHaveText(/^[1-9]/);
    await dialog(page).getByRole("button", { name: "Pause" }).click();
    await expect(far(page)).toHaveText(/^Paused\. \d+ of 150 articles read/);
    await expect(dialog(page).getByRole("progressbar", { name: "Articles read" })).toBeVisible();
    const paused = await far(page).textContent();
    const [read] = /\d+ of 150/.exec(paused ?? "") ?? [""];
    await dialog(page).getByRole("button", { name: "Close", exact: true }).last().click();

    await page.getByRole("link", { name: "Statements", exact: true }).click();
    await expect(page.getByText(`Suggestions: paused, ${read} read`)).toBeVisible();
    await page.getByRole("link", { name: "Read", exact: true }).click();
    await page.getByRole("button", { name: `paused, ${read} read` }).click();
    await expect(far(page)).toHaveText(paused ?? "");

    // What is found so far can be accepted; the rest is read all the same.
    await dialog(page).getByRole("slider").fill("50");
    const first = await offered(page);
    await dialog(page).getByRole("button", { name: accepting }).click();
    await expect(page.getByText(`${first.toLocaleString()} statements ·`)).toBeVisible();
    await page.getByRole("button", { name: `paused, ${read} read` }).click();
    await expect(far(page)).toContainText("0 suggestions found");
    await dialog(page).getByRole("button", { name: "Go on" }).click();
    await expect(far(page)).toHaveText(/^150 of 150 articles read/, { timeout: 30_000 });
    await dialog(page).getByRole("slider").fill("50");
    const rest = await offered(page);
    await dialog(page).getByRole("button", { name: accepting }).click();
    await expect(page.getByText(`${(first + rest).toLocaleString()} statements ·`)).toBeVisible();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText(`${first.toLocaleString()} statements ·`)).toBeVisible();
  });

  test("is stopped, and ends with the page; nothing of it is left", async ({ page }) => {
    await expect(far(page)).toHaveText(/^[1-9]/);
    await dialog(page).getByRole("button", { name: "Stop" }).click();
    await expect(far(page)).toHaveCount(0);
    await dialog(page).getByRole("button", { name: "Cancel" }).click();
    await expect(page.getByText(/^Suggestions: /)).toHaveCount(0);

    await begin(page);
    await dialog(page).getByRole("button", { name: "Pause" }).click();
    await expect(far(page)).toHaveText(/^Paused\./);
    await page.reload();
    await expect(suggestions(page).first()).toBeVisible();
    await expect(page.getByText("0 statements ·")).toBeVisible();
    await expect(page.getByText(/^Suggestions: /)).toHaveCount(0);
    await begin(page);
    await expect(far(page)).toHaveText(/^[1-9]/);
  });
});
