import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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
import { startBrowser } from "./killable.ts";

const article =
  "Two sides meet\n\nROME, May 2, 2025 (Wire) -- Ada Conti said that trade will grow.\n\nMore follows.";

// A trace cannot be written of a browser that was killed.
test.use({ trace: "off" });

/** Has a folder for what a browser keeps, as one that is killed must be started on again. */
const killTest = test.extend<{ profile: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what is needed
  profile: async ({}, use) => {
    const profile = mkdtempSync(join(tmpdir(), "verbatim-"));
    await use(profile);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

/** Tags the words with a new speaker, by keys. */
async function tag(page: Page, words: string, speaker: string): Promise<void> {
  const form = tagForm(page);
  await openForm(page, words);
  await typeSpeaker(page, speaker);
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
}

test("two tabs of one project show each other's changes at once", async ({ page, context }) => {
  await newProject(page, "Shared");
  await pasteArticle(page, article);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(cards(other)).toHaveCount(0);

  await tag(page, "trade will grow", "Ada Conti");
  await expect(cards(other)).toContainText("Ada Conti");
  await expect(articleText(other).locator("mark")).toHaveText("trade will grow");

  await other.getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(0);
  await expect(articleText(page).locator("mark")).toHaveCount(0);
});

test("an article goes on being read while another tab brings in many", async ({
  page,
  context,
}) => {
  await newProject(page, "Shared");
  await pasteArticle(page, article);
  await tag(page, "trade will grow", "Ada Conti");
  const other = await context.newPage();
  const wrong: Error[] = [];
  other.on("pageerror", (error) => wrong.push(error));
  await other.goto(page.url());
  await expect(cards(other)).toHaveCount(1);

  const rows = Array.from({ length: 80 }, (_, i) => `Story ${i},${`w${i} `.repeat(90)}`);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page
    .getByLabel("Choose files")
    .setInputFiles(fileOf("many.csv", `title,text\n${rows.join("\n")}\n`));
  await page.getByRole("button", { name: "Add 80 articles" }).click();
  await expect(other.getByRole("heading", { name: /^Articles 81 / })).toBeVisible();
  await tag(other, "More follows", "Someone else");
  await expect(cards(other)).toHaveCount(2);
  expect(wrong).toEqual([]);
});

killTest(
  "a statement shown as saved survives the browser being killed",
  async ({ baseURL, profile }) => {
    test.setTimeout(120_000);
    let first = await startBrowser(profile);
    const page = await first.open(baseURL ?? "");
    await newProject(page, "Killed");
    await pasteArticle(page, article);
    await tag(page, "trade will grow", "Ada Conti");
    await saved(page);
    const address = page.url();
    await first.kill();

    first = await startBrowser(profile);
    const again = await first.open(address);
    const card = cards(again);
    await expect(card).toContainText("Ada Conti");
    await expect(articleText(again).locator("mark")).toHaveText("trade will grow");
    await again.getByRole("button", { name: "Undo" }).click();
    await expect(card).toHaveCount(0);
    await first.kill();
  },
);

killTest(
  "of an import or a merge in which the browser is killed, nothing is there or all of it",
  async ({ baseURL, profile }) => {
    test.setTimeout(180_000);
    let browser = await startBrowser(profile);
    let page = await browser.open(baseURL ?? "");
    await newProject(page, "Killed");
    await pasteArticle(page, article);
    await tag(page, "trade will grow", "Ada Conti");
    await saved(page);
    const address = page.url();
    const theirs = manyMore(await exportedJson(page), 6000);

    await page.getByRole("button", { name: "Import", exact: true }).click();
    const rows = Array.from({ length: 1500 }, (_, i) => `Story ${i},${`w${i} `.repeat(900)}`);
    await page
      .getByLabel("Choose files")
      .setInputFiles(fileOf("many.csv", `title,text\n${rows.join("\n")}\n`));
    await page.getByRole("button", { name: "Add 1,500 articles" }).click();
    await expect(page.getByText("Saving…", { exact: true })).toBeAttached();
    await browser.kill();

    browser = await startBrowser(profile);
    page = await browser.open(address);
    await expect(page.getByRole("heading", { name: /^Articles (1|1,?501) / })).toBeVisible();
    await expect(cards(page)).toHaveCount(1);

    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByLabel("Choose files").setInputFiles(fileOf("bea.json", theirs));
    await page.getByRole("button", { name: "Merge into this project" }).click();
    const dialog = page.getByRole("dialog", { name: /^Merge/ });
    await dialog.getByRole("button", { name: "Merge" }).click();
    await expect(page.getByText("Saving…", { exact: true })).toBeAttached();
    await browser.kill();

    browser = await startBrowser(profile);
    page = await browser.open(address);
    await expect(page.getByText(/^(1 statement|6,001 statements) · 1 speaker/)).toBeVisible();
    // Whatever is there fits together, and can be worked with.
    await tag(page, "More follows", "Someone else");
    await saved(page);
    await browser.kill();
  },
);

killTest(
  "an undo of thousands says how far it is; of one in which the browser is killed, nothing is done or all of it",
  async ({ baseURL, profile }) => {
    test.setTimeout(180_000);
    let browser = await startBrowser(profile);
    let page = await browser.open(baseURL ?? "");
    await newProject(page, "Killed");
    await pasteArticle(page, article);
    await tag(page, "trade will grow", "Ada Conti");
    // Where nothing is done to, so that a page is soon there again.
    await pasteArticle(page, "Elsewhere\n\nA second text follows.");
    await saved(page);
    const address = page.url();
    const theirs = manyMore(await exportedJson(page), 8000);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Library" }).click();
    await page.getByRole("button", { name: "Import", exact: true }).click();
    await page.getByLabel("Choose files").setInputFiles(fileOf("bea.json", theirs));
    await page.getByRole("button", { name: "Merge into this project" }).click();
    await page
      .getByRole("dialog", { name: /^Merge/ })
      .getByRole("button", { name: "Merge" })
      .click();
    await expect(page.getByText(/^8,001 statements/)).toBeVisible();

    const undone = page.getByText("Undone: Merge another coder’s project");
    const going = page.getByRole("progressbar", { name: "Undoing: Merge another coder’s project" });
    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(going).toBeVisible();
    // Whoever presses on meanwhile takes back nothing else.
    await page.keyboard.press("Control+z");
    await expect(undone).toBeVisible();
    await expect(going).toHaveCount(0);
    await expect(page.getByText(/^1 statement/)).toBeVisible();
    await page.getByRole("button", { name: "Redo", exact: true }).click();
    await expect(page.getByText(/^8,001 statements/)).toBeVisible();

    await page.getByRole("button", { name: "Undo", exact: true }).click();
    await expect(going).toBeVisible();
    await browser.kill();

    browser = await startBrowser(profile);
    page = await browser.open(address);
    await expect(page.getByText(/^(1 statement|8,001 statements) · 1 speaker/)).toBeVisible();
    // Whatever is there fits together, and can be worked with.
    await tag(page, "second text", "Someone else");
    await saved(page);
    await browser.kill();
  },
);

function fileOf(name: string, text: string) {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(text) };
}

/** The open project as a file. */
async function exportedJson(page: Page): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("listbox", { name: "Format" }).selectOption("json");
  await page.getByRole("button", { name: "Download" }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array)); // bytes, by its kind
  return Buffer.concat(chunks).toString();
}

/** The project of a file with so many more statements on the words of its first one. */
function manyMore(json: string, count: number): string {
  const file = JSON.parse(json) as { statements: { id: string }[] }; // as the app has just written it
  const [statement] = file.statements;
  const more = Array.from({ length: count }, (_, i) => ({
    ...statement,
    id: `01a20c44-0b51-73b1-a6e1-${String(i).padStart(12, "0")}`,
  }));
  return JSON.stringify({ ...file, statements: [...file.statements, ...more] });
}
