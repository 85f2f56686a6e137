import { test as base, expect, type Page } from "@playwright/test";

/** The page of the built app, and a promise that it behaves: no error, no foreign request, no breach of the policy. */
export const test = base.extend<{ page: Page }>({
  async page({ page, baseURL }, use) {
    const wrong: string[] = [];
    page.on("pageerror", (error) => wrong.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") wrong.push(`console: ${message.text()}`);
    });
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== new URL(baseURL ?? "").origin && protocol !== "blob:" && protocol !== "data:")
        wrong.push(`request to another origin: ${request.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await page.goto("./");
    await expect(page.getByRole("textbox", { name: "Article text" })).toBeVisible();
    await use(page);
    expect(wrong).toEqual([]);
  },
});

export { expect };
export type { Page };

/** The article text, where words are selected and tagged. */
export function articleText(page: Page) {
  return page.getByRole("textbox", { name: "Article text" });
}

/** Waits until the status bar says that all is on the disk. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByRole("status")).toHaveText("Saved");
}

/** Opens an empty project of its own. */
export async function newProject(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Project:/ }).click();
  await page.getByRole("menuitem", { name: "New project with three topics" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page.getByRole("button", { name: `Project: ${name}` })).toBeVisible();
}

/** Brings in an article by pasting it. */
export async function pasteArticle(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("textbox", { name: "Paste text" }).fill(text);
  await page.getByRole("button", { name: "Add article" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(articleText(page)).toBeVisible();
}

/** Selects the first occurrence of some words by dragging the mouse over them. */
export async function dragOver(page: Page, words: string): Promise<void> {
  await expect(articleText(page)).toBeVisible();
  const [from, to] = await page.evaluate((sought) => {
    const root = document.querySelector('[aria-label="Article text"]');
    if (!root) throw new Error("No article text");
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    let all = "";
    while (walker.nextNode()) {
      const node = walker.currentNode as Text; // the walker shows text alone
      nodes.push(node);
      all += node.data;
    }
    const start = all.indexOf(sought);
    if (start === -1) throw new Error(`Not in the text: ${sought}`);
    const range = document.createRange();
    let passed = 0;
    for (const node of nodes) {
      const end = passed + node.length;
      if (passed <= start && start < end) range.setStart(node, start - passed);
      if (passed < start + sought.length && start + sought.length <= end)
        range.setEnd(node, start + sought.length - passed);
      passed = end;
    }
    range.startContainer.parentElement?.scrollIntoView({ block: "center" });
    const boxes = [...range.getClientRects()];
    const [first, last] = [boxes[0], boxes.at(-1)];
    if (!first || !last) throw new Error("The words are not laid out");
    return [
      { x: first.left, y: first.top + first.height / 2 },
      { x: last.right, y: last.top + last.height / 2 },
    ] as const;
  }, words);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 3 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.up();
}

/** The cards of the article's statements. */
export function cards(page: Page) {
  return page.getByRole("list", { name: "Statements in this article" }).getByRole("listitem");
}

/** The form beside the selected words. */
export function tagForm(page: Page) {
  return page.getByRole("dialog", { name: "Tag statement" });
}

/** Selects words with the mouse, and waits for the form to be ready for keys. */
export async function openForm(page: Page, words: string): Promise<void> {
  await dragOver(page, words);
  await expect(tagForm(page).getByRole("combobox", { name: "Speaker" })).toBeFocused();
}

/** Types the name of a speaker into the form and takes the first that is offered, or makes them. */
export async function typeSpeaker(page: Page, name: string): Promise<void> {
  await page.keyboard.type(name);
  await expect(page.locator("[data-highlighted]")).toBeVisible();
  await page.keyboard.press("Enter");
}

/** Gives the project fields, by the import of a codebook as a table; then opens Read. */
export async function addFields(page: Page, csv: string): Promise<void> {
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await page.getByRole("button", { name: "Codebook file" }).click();
  await page.getByRole("menuitem", { name: "Import a codebook" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a codebook" });
  await dialog
    .getByLabel("Choose a codebook file")
    .setInputFiles({ name: "fields.csv", mimeType: "text/csv", buffer: Buffer.from(csv) });
  await dialog.getByRole("button", { name: /^Import \d/ }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("link", { name: "Read", exact: true }).click();
  await expect(articleText(page)).toBeVisible();
}
