import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  addFields,
  articleText,
  cards,
  dragOver,
  expect,
  newProject,
  pasteArticle,
  tagForm,
  test,
  type Page,
} from "./app.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe finds against WCAG 2.2 AA and its best practices on the page as it stands. */
async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: Violation[] = await page.evaluate(
    "axe.run(document).then((result) => result.violations)",
  );
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`,
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("every view has no accessibility violation", async ({ page }) => {
      await page.getByRole("link", { name: /Steel tariffs/ }).click();
      await expect(articleText(page).locator("mark").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      for (const view of ["Statements", "Codebook", "Analysis"]) {
        await page.getByRole("link", { name: view, exact: true }).click();
        await expect(page.getByRole("main")).toBeVisible();
        expect(await violations(page), view).toEqual([]);
      }
    });

    test("the library has none, nor has what an import is looked over in", async ({ page }) => {
      await page.getByRole("link", { name: "Library" }).click();
      await page
        .getByRole("checkbox", { name: /^Choose “/ })
        .first()
        .check();
      await page.getByRole("combobox", { name: "Group by" }).selectOption("publisher");
      expect(await violations(page), "library").toEqual([]);
      await page
        .getByRole("button", { name: /^Details of/ })
        .first()
        .click();
      await expect(page.getByRole("dialog", { name: "Article details" })).toBeVisible();
      expect(await violations(page), "details").toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Import", exact: true }).click();
      const rows = [1, 2, 3, 4, 5].map(
        (n) => `Story ${n},3/5/2024,"${`It was said ${n} times. `.repeat(9)}"`,
      );
      await page.getByLabel("Choose files").setInputFiles([
        {
          name: "table.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(`title,date,text\n${rows.join("\n")}\n`),
        },
        {
          name: "bytes.txt",
          mimeType: "text/plain",
          buffer: Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x2e]),
        },
        { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") },
      ]);
      await page.getByRole("button", { name: "Story 3" }).click();
      expect(await violations(page), "review").toEqual([]);
    });

    test("fields in the form, in the colours and in the codebook have none", async ({ page }) => {
      await addFields(
        page,
        "kind,name,takes,choices\nfield,Tone,choice,calm; sharp\nfield,Mood,choice,calm\nfield,Page,number,",
      );
      await page.getByRole("link", { name: /Steel tariffs/ }).click();
      await dragOver(page, "foundries in the 1980s");
      const form = page.getByRole("dialog", { name: "Tag statement" });
      await form.getByText("Fields").click();
      await form.getByLabel("Tone").selectOption("calm");
      await form.getByLabel("Page").fill("x");
      expect(await violations(page), "form").toEqual([]);
      await form.getByLabel("Page").fill("1");
      await form.getByRole("button", { name: "Save statement" }).click();
      await page.getByRole("combobox", { name: "Colour by" }).selectOption("Tone");
      await expect(page.getByRole("list", { name: "What the colours mean" })).toBeVisible();
      expect(await violations(page), "legend").toEqual([]);
      await page.getByRole("link", { name: "Codebook", exact: true }).click();
      await page.getByRole("tab", { name: /^Fields/ }).click();
      await page.getByRole("treeitem", { name: /^Mood/ }).click();
      await page.getByRole("button", { name: "Merge …" }).click();
      await page.getByRole("combobox", { name: "Merge" }).fill("To");
      await page.getByRole("option", { name: /^Tone/ }).click();
      await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
      expect(await violations(page), "merge").toEqual([]);
    });

    test("recoding with an entry that is to be made has none, nor has a cell's form", async ({
      page,
    }) => {
      await page.getByRole("link", { name: "Statements", exact: true }).click();
      await page.locator('[data-column="topic"]').first().dblclick();
      await page.getByRole("combobox", { name: "Topics" }).fill("new one");
      await expect(page.getByRole("option", { name: "Create “new one”" })).toBeVisible();
      expect(await violations(page), "cell").toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("option", { name: "Create “new one”" })).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
      await page.getByRole("button", { name: "Recode …" }).click();
      await page.getByLabel("What to do").selectOption("Set the organisation of speakers");
      await page.getByRole("combobox", { name: "Organisation", exact: true }).fill("Press pool");
      await page.getByRole("option", { name: "Create “Press pool”" }).click();
      expect(await violations(page), "recode").toEqual([]);
    });

    test("the open form and the dialogs have none", async ({ page }) => {
      await page.getByRole("link", { name: /Steel tariffs/ }).click();
      await dragOver(page, "foundries in the 1980s");
      await expect(page.getByRole("dialog", { name: "Tag statement" })).toBeVisible();
      await page.keyboard.type("Da");
      await expect(page.getByRole("option").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "Topics" }).press("1");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      for (const dialog of ["Import", "Export"]) {
        await page.getByRole("button", { name: dialog, exact: true }).click();
        await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
        expect(await violations(page), dialog).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog", { name: dialog })).toHaveCount(0);
      }
    });
  });
}

test("a notice has no violation while it is there, and none while it fades", async ({ page }) => {
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  await page.locator("mark").first().click();
  await page.keyboard.press("Delete");
  const notice = page.locator(".notice");
  await expect(notice).toHaveCSS("opacity", "1");
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => {
    // Long enough to be looked at; the policy lets no style sheet in, but rules be added.
    document.styleSheets[0]?.insertRule(".notice { transition: opacity 20s !important; }");
  });
  const close = notice.getByRole("button", { name: "Close" });
  await close.click();
  await expect(notice).toHaveAttribute("data-ending-style", "");
  expect(await violations(page)).toEqual([]);
  // Nothing of it takes the focus any more.
  await close.evaluate((button) => button.focus());
  await expect(close).not.toBeFocused();
});

test.describe("390 pixels wide", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("nothing is cut off, and the statements stand below the text", async ({ page }) => {
    await page.getByRole("button", { name: "Articles" }).click();
    await page.getByRole("link", { name: /Steel tariffs/ }).click();
    const list = page.getByRole("list", { name: "Statements in this article" });
    await expect(list.getByRole("listitem")).toHaveCount(13);
    const text = await articleText(page).boundingBox();
    const below = await list.boundingBox();
    expect(below?.y ?? 0).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0) - 1);
    for (const view of ["Read", "Statements", "Codebook", "Analysis"]) {
      await page.getByRole("link", { name: view, exact: true }).click();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, view).toBeLessThanOrEqual(390);
    }
    await expect(page.getByRole("main")).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });

  test("the form opens at the foot of the window, the words above it", async ({ page }) => {
    await dragOver(page, "freight");
    const form = page.getByRole("dialog", { name: "Tag statement" });
    await expect(form).toBeVisible();
    const box = await form.boundingBox();
    const words = await page.locator(".is-kept").first().boundingBox();
    expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
  });

  test("the card of a chosen suggestion lies at the foot of the window, the words above it", async ({
    page,
  }) => {
    await newProject(page, "Narrow");
    await pasteArticle(page, narrow);
    const foot = page.locator("[data-at-foot]");
    const suggested = page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
    await expect(suggested.nth(7)).toBeAttached();
    await articleText(page).focus();
    for (let i = 0; i < 8; i += 1) {
      await page.keyboard.press("s");
      await expect(suggested.nth(i)).toHaveAttribute("data-at-foot");
      await expectAbove(page, ".is-active", "[data-at-foot]");
    }
    expect(await violations(page)).toEqual([]);
    // The form takes its place, and gives it back.
    await page.keyboard.press("e");
    await expect(page.getByRole("dialog", { name: "Tag statement" })).toBeVisible();
    await expect(foot).toHaveCount(0);
    await expectAbove(page, ".is-kept", ".tag-popup");
    await page.keyboard.press("Escape");
    await expect(foot).toBeVisible();

    // By touch: laid aside, chosen from the words and from the list, answered.
    await foot.getByRole("button", { name: "Later" }).tap();
    await expect(foot).toHaveCount(0);
    await articleText(page).getByText("answer 2 at the border").tap();
    await expect(foot).toContainText("answer 2 at the border");
    await expectAbove(page, ".is-active", "[data-at-foot]");
    await suggested.last().locator(".card-main").tap();
    await expect(suggested.last()).toHaveAttribute("data-at-foot");
    await expectAbove(page, ".is-active", "[data-at-foot]");
    const before = await suggested.count();
    await foot.getByRole("button", { name: "Reject" }).tap();
    await expect(suggested).toHaveCount(before - 1);
    await expect(suggested.last()).toHaveAttribute("data-at-foot");
    await expectAbove(page, ".is-active", "[data-at-foot]");
  });

  test("so does the card of a chosen statement, which can be worked with there", async ({
    page,
  }) => {
    await page.getByRole("button", { name: "Articles" }).click();
    await page.getByRole("link", { name: /Steel tariffs/ }).click();
    const foot = page.locator("[data-at-foot]");
    const coded = cards(page);
    await expect(coded).toHaveCount(13);
    await articleText(page).focus();
    for (let last = "", seen = 0; seen < 10; seen += 1) {
      await page.keyboard.press("j");
      await expect(foot).not.toHaveAttribute("id", last);
      await expect(foot).toHaveCount(1);
      await expectAbove(page, ".is-active", "[data-at-foot]");
      last = (await foot.getAttribute("id")) ?? "";
    }
    expect(await violations(page)).toEqual([]);
    await coded.nth(2).locator(".card-main").tap();
    await expect(coded.nth(2)).toHaveAttribute("data-at-foot");
    // The form takes its place, and gives it back; so do words to be picked.
    await page.keyboard.press("e");
    await expect(tagForm(page)).toBeVisible();
    await expect(foot).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(foot).toBeVisible();
    await page.keyboard.press("m");
    await expect(page.getByRole("group", { name: "Move a range" })).toBeVisible();
    await expect(foot).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(foot).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(foot).toHaveCount(0);

    // By touch: chosen from the words and from the list, marked, closed.
    await articleText(page).locator("mark").first().tap();
    await expect(coded.first()).toHaveAttribute("data-at-foot");
    await expectAbove(page, ".is-active", "[data-at-foot]");
    await coded.last().locator(".card-main").tap();
    await expect(coded.last()).toHaveAttribute("data-at-foot");
    await expectAbove(page, ".is-active", "[data-at-foot]");
    await foot.getByRole("button", { name: "To discuss" }).tap();
    await expect(foot.getByRole("button", { name: "To discuss", pressed: true })).toBeVisible();
    await foot.getByRole("button", { name: "Close" }).tap();
    await expect(foot).toHaveCount(0);
    await expect(articleText(page)).toBeFocused();
  });
});

/** Statements on several screens. */
const narrow = [
  "Ministers meet before the border talks",
  ...Array.from({ length: 8 }, (_, i) =>
    [
      `Foreign Minister Aigul Serikova said that she would answer ${i} at the border.`,
      "The hall is old and the seats are of wood. ".repeat(6),
    ].join("\n\n"),
  ),
].join("\n\n");

/** Waits until marked words stand in the window, above what lies at its foot. */
async function expectAbove(page: Page, words: string, foot: string): Promise<void> {
  await expect
    .poll(async () => {
      const boxes = await Promise.all(
        (await page.locator(words).all()).map((w) => w.boundingBox()),
      );
      const top = Math.min(...boxes.map((box) => box?.y ?? -Infinity));
      const bottom = Math.max(...boxes.map((box) => (box ? box.y + box.height : Infinity)));
      const edge = (await page.locator(foot).boundingBox())?.y ?? 0;
      return boxes.length > 0 && top >= 75 && bottom <= edge;
    })
    .toBe(true);
}
