import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import {
  dragOver,
  expect,
  newProject,
  pasteArticle,
  saved,
  test,
  typeSpeaker,
  type Page,
} from "./app.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const article = `Answer to the tarif

ROME, May 2, 2025 (Wire) -- "We opose this," Ada Conti said,

"and will act at once." The ministr left for Oslo.

"No one asked us." She did not say more.`;

function read(page: Page) {
  return page.getByRole("textbox", { name: "Article text", exact: true });
}

function correcting(page: Page) {
  return page.getByRole("textbox", { name: "Article text, correcting" });
}

/** Tags words, and more words as further ranges, by mouse, with a speaker to know it by. */
async function tag(page: Page, speaker: string, words: string, ...more: readonly string[]) {
  await dragOver(page, words);
  const form = page.getByRole("dialog", { name: "Tag statement" });
  await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  await page.keyboard.type(speaker);
  await expect(page.locator("[data-highlighted]")).toBeVisible();
  await page.keyboard.press("Enter");
  for (const each of more) {
    await page.keyboard.press("Alt+a");
    await expect(form).toBeHidden();
    await dragOver(page, each);
    await page.keyboard.press("Enter");
    await expect(form).toBeVisible();
  }
  await form.getByRole("button", { name: "Save statement" }).click();
  await expect(form).toBeHidden();
  await saved(page);
}

/** The words of the statements as they are drawn, each mark of them. */
function marked(page: Page) {
  return page.getByRole("textbox", { name: /^Article text/ }).locator("mark");
}

/** Puts the caret before some words of one paragraph of the corrector. */
async function caretBefore(page: Page, words: string) {
  await caret(page, words, 0);
}

async function caret(page: Page, words: string, length: number) {
  // ProseMirror takes a caret at the very start for the browser's, unless the pointer was used.
  await correcting(page).click();
  await page.evaluate(
    async ([sought, selected]) => {
      const root = document.querySelector('[aria-label="Article text, correcting"]');
      if (!root) throw new Error("No text to correct");
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const nodes: Text[] = [];
      while (walker.nextNode()) nodes.push(walker.currentNode as Text); // the walker shows text alone
      const all = nodes.map(({ data }) => data).join("");
      const start = all.indexOf(sought);
      if (start === -1) throw new Error(`Not in the text: ${sought}`);
      const place = (offset: number) => {
        let passed = 0;
        for (const node of nodes) {
          if (offset <= passed + node.length) return [node, offset - passed] as const;
          passed += node.length;
        }
        throw new Error("Beyond the text");
      };
      // Of two blocks that meet there, the later one.
      const [from, after] = place(start + 1);
      const at = after - 1;
      const [to, end] = selected === 0 ? [from, at] : place(start + selected);
      getSelection()?.setBaseAndExtent(from, at, to, end);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    },
    [words, length] as const,
  );
}

/** Selects some words of one paragraph of the corrector. */
async function select(page: Page, words: string) {
  await caret(page, words, words.length);
}

test.beforeEach(async ({ page }) => {
  await newProject(page, "Corrections");
  await pasteArticle(page, article);
});

test("typos are put right, paragraphs joined, and every range moves with its words", async ({
  page,
}) => {
  await tag(page, "Ada Conti", "We opose this", "and will act at once");
  await tag(page, "Someone else", "No one asked us.");
  await page.getByRole("button", { name: "Correct text" }).click();
  await expect(correcting(page)).toBeFocused();
  const bar = page.getByRole("group", { name: "Correcting the text" });
  await expect(bar).toContainText("All 2 statements stay as they are.");
  await expect(bar.getByRole("button", { name: "Save correction" })).toBeDisabled();

  // Before all ranges, within one, and the join of two paragraphs between the ranges of another.
  await caretBefore(page, "ROME");
  await page.keyboard.type("In ");
  await caretBefore(page, "pose this");
  await page.keyboard.type("p");
  await caretBefore(page, '"and will');
  await page.keyboard.press("Backspace");
  await page.keyboard.type(" ");
  await expect(marked(page)).toHaveText([
    "We oppose this",
    "and will act at once",
    /^No one asked/,
  ]);
  await expect(bar).toContainText("1 statement moves, 1 gets other words.");
  await expect(page.getByRole("region", { name: "Get other words" })).toContainText(
    "We oppose this … and will act at once",
  );
  expect(await violations(page)).toEqual([]);

  await bar.getByRole("button", { name: "Save correction" }).click();
  await expect(read(page)).toBeFocused();
  await saved(page);
  await page.reload();
  await expect(read(page).locator("p")).toHaveText([
    /^In ROME.*said, "and will act at once." The ministr left/,
    /^"No one asked us."/,
  ]);
  await expect(marked(page)).toHaveText([
    "We oppose this",
    "and will act at once",
    /^No one asked/,
  ]);

  // One action, taken back after the reload too.
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(page.getByText("Undone: Correct the text of an article")).toBeVisible();
  await expect(read(page).locator("p")).toHaveCount(3);
  await expect(marked(page)).toHaveText(["We opose this", "and will act at once", /^No one asked/]);
});

test("a statement whose words are deleted is listed with them, and placed again by keyboard", async ({
  page,
}) => {
  await tag(page, "Ada Conti", "We opose this");
  await tag(page, "Someone else", "No one asked us.");
  await read(page).focus();
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await expect(correcting(page)).toBeFocused();
  await select(page, '"No one asked us." ');
  await page.keyboard.press("Delete");
  const bar = page.getByRole("group", { name: "Correcting the text" });
  await expect(bar).toContainText("1 statement loses all its words.");
  await expect(page.getByRole("region", { name: "Lose all their words" })).toContainText(
    "No one asked us.",
  );
  await page.keyboard.press("Control+s");
  await expect(read(page)).toBeFocused();
  await saved(page);
  await page.reload();

  const lost = page.getByRole("list", { name: "Words no longer in the text" });
  await expect(lost.getByRole("listitem")).toContainText("No one asked us.");
  await expect(marked(page)).toHaveText(["We opose this"]);
  expect(await violations(page)).toEqual([]);
  // The table still has it, and its row leads to the list.
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await page.getByRole("link", { name: "No one asked us." }).click();
  await expect(lost.getByRole("listitem")).toHaveAttribute("data-active", "true");

  await lost.getByRole("button", { name: "Place again" }).press("Enter");
  await expect(page.getByRole("group", { name: "Place the statement again" })).toBeVisible();
  await expect(read(page)).toBeFocused();
  // The caret stands where its words stood.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(lost).toHaveCount(0);
  await expect(marked(page)).toHaveText(["We opose this", /^She did not/]);
  await saved(page);
  await page.reload();
  await expect(marked(page)).toHaveText(["We opose this", /^She did not/]);
});

test("a lost statement is told apart in the table, found by a filter and before an export", async ({
  page,
}) => {
  await dragOver(page, "We opose this");
  const form = page.getByRole("dialog", { name: "Tag statement" });
  await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  await typeSpeaker(page, "Ada Conti");
  await form.getByRole("combobox", { name: "Topics" }).press("1");
  await form.getByRole("button", { name: "Save statement" }).click();
  await tag(page, "Someone else", "No one asked us.");
  await page.getByRole("button", { name: "Correct text" }).click();
  await select(page, "We opose this");
  await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Save correction" }).click();
  await saved(page);

  await page.getByRole("link", { name: "Statements", exact: true }).click();
  const row = page.getByRole("row").filter({ hasText: "We opose this" });
  await expect(row).toContainText("Words gone");
  await expect(row.locator("del")).toHaveText("We opose this");
  await expect(page.getByRole("row").filter({ hasText: "No one asked us." })).not.toContainText(
    "Words gone",
  );
  expect(await violations(page)).toEqual([]);

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Condition" }).click();
  await page.getByRole("combobox", { name: "Attribute" }).selectOption("Words gone");
  await page.getByRole("combobox", { name: "Words gone" }).fill("yes");
  await page.keyboard.press("Enter");
  await expect(page.getByText("1 of 2 statements")).toBeVisible();
  await expect(page).toHaveURL(/where=lost\+is\+yes/);
  await expect(row).toBeVisible();

  await page.getByRole("button", { name: "Checks" }).click();
  const checks = page.getByRole("dialog", { name: "Checks before an export" });
  await expect(
    checks.getByRole("button", { name: /^Show 1 .*: Words no longer in the text/ }),
  ).toBeVisible();
  // Its old words stand nowhere: that is said once, not again as words that are elsewhere.
  await expect(
    checks.getByRole("listitem").filter({ hasText: "not where they were" }),
  ).toContainText("none");
  await checks.getByRole("link", { name: "We opose this" }).first().click();
  const lost = page.getByRole("list", { name: "Words no longer in the text" });
  await expect(lost.getByRole("listitem")).toHaveAttribute("data-active", "true");
  await expect(lost.getByRole("button", { name: "Place again" })).toBeVisible();
  await expect(lost.getByRole("button", { name: "Remove" })).toBeVisible();

  await page.getByRole("link", { name: "Analysis", exact: true }).click();
  const note = page.getByText("are gone from the article text, which was corrected");
  await note.getByRole("link", { name: "1 statement" }).click();
  await expect(row).toContainText("Words gone");
  await expect(page.getByText("1 of 2 statements")).toBeVisible();
});

test("a lost statement can be removed, and brought back", async ({ page }) => {
  await tag(page, "Ada Conti", "We opose this");
  await page.getByRole("button", { name: "Correct text" }).click();
  await select(page, "We opose this");
  await page.keyboard.press("Backspace");
  await page.getByRole("button", { name: "Save correction" }).click();
  const lost = page.getByRole("list", { name: "Words no longer in the text" });
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(lost.getByRole("listitem")).toBeInViewport();
  await lost.getByRole("button", { name: "Remove" }).click();
  await expect(lost).toHaveCount(0);
  await page.getByRole("button", { name: "Bring it back" }).click();
  await expect(lost.getByRole("listitem")).toHaveCount(1);
});

test("text is pasted plain, undone step by step, split by Enter, and no key tags", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await tag(page, "Ada Conti", "We opose this");
  await page.getByRole("button", { name: "Correct text" }).click();
  await page.evaluate(async () => {
    const blob = (type: string, text: string) => new Blob([text], { type });
    const item = new ClipboardItem({
      "text/html": blob("text/html", "<h1>One</h1><b onclick=alert(1)>Two</b>"),
      "text/plain": blob("text/plain", "One\r\n\r\nTwo "),
    });
    await navigator.clipboard.write([item]);
  });
  await caretBefore(page, "She did not");
  await page.keyboard.press("Control+v");
  const paragraphs = correcting(page).locator("p");
  await expect(paragraphs).toHaveText([/^ROME/, /^"and will/, /us." One$/, /^Two She did not/]);
  await expect(correcting(page).locator("h1, b")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(paragraphs).toHaveCount(3);
  await expect(page.getByRole("button", { name: "Save correction" })).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await expect(paragraphs).toHaveCount(4);
  await caretBefore(page, "opose");
  await page.keyboard.press("Enter");
  await expect(paragraphs).toHaveCount(5);
  await expect(marked(page)).toHaveText(["We ", "opose this"]);
  await page.keyboard.type("t1rj");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(paragraphs.nth(1)).toHaveText(/^t1rjopose this/);
});

test("what is not saved is asked about before one leaves it", async ({ page }) => {
  await pasteArticle(page, "Second\n\nROME, May 3, 2025 (Wire) -- Nothing else happened.");
  await page.getByRole("link", { name: /Answer to the tarif/ }).click();
  await page.getByRole("button", { name: "Correct text" }).click();
  await expect(correcting(page)).toBeFocused();
  // Nothing changed: nothing asked.
  await page.keyboard.press("Escape");
  await expect(read(page)).toBeFocused();

  await page.getByRole("button", { name: "Correct text" }).click();
  await caretBefore(page, "ROME");
  await page.keyboard.type("In ");
  const ask = page.getByRole("dialog", { name: "Discard the correction?" });
  await page.keyboard.press("Escape");
  await expect(ask).toBeVisible();
  await ask.getByRole("button", { name: "Keep correcting" }).click();
  await expect(correcting(page)).toBeFocused();

  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(ask).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(ask).toBeHidden();
  await expect(correcting(page)).toContainText("In ROME");

  await page.goBack();
  await expect(ask).toBeVisible();
  await ask.getByRole("button", { name: "Keep correcting" }).click();

  const asked = page.waitForEvent("dialog");
  const closing = page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await closing;

  await page.getByRole("link", { name: /Second/ }).click();
  await expect(ask).toBeVisible();
  await ask.getByRole("button", { name: "Save correction" }).click();
  await expect(read(page)).toContainText("Nothing else happened");
  await page.getByRole("link", { name: /Answer to the tarif/ }).click();
  await expect(read(page)).toContainText("In ROME");

  await page.getByRole("button", { name: "Correct text" }).click();
  await caretBefore(page, "In ROME");
  await page.keyboard.type("Now ");
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await ask.getByRole("button", { name: "Discard" }).click();
  await expect(page.getByRole("link", { name: "Codebook" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.getByRole("link", { name: "Read", exact: true }).click();
  await page.getByRole("link", { name: /Answer to the tarif/ }).click();
  await expect(read(page)).toContainText("In ROME");
  await expect(read(page)).not.toContainText("Now In");
});

test("a correction that another tab has overtaken says so, and cannot be saved", async ({
  page,
  context,
}) => {
  await page.getByRole("button", { name: "Correct text" }).click();
  await caretBefore(page, "ROME");
  await page.keyboard.type("In ");
  const other = await context.newPage();
  await other.goto(page.url());
  await other.getByRole("button", { name: "Correct text" }).click();
  await caretBefore(other, "ROME");
  await other.keyboard.type("From ");
  await other.keyboard.press("Control+s");
  await expect(read(other)).toContainText("From ROME");
  await other.close();
  const bar = page.getByRole("group", { name: "Correcting the text" });
  await expect(bar).toContainText("this correction cannot be saved");
  await expect(bar.getByRole("button", { name: "Save correction" })).toBeDisabled();
  await bar.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Discard" }).click();
  await expect(read(page)).toContainText("From ROME");
});

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const found: { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[] =
    // The notice of what came before is on its way out.
    await page.evaluate("axe.run({ exclude: ['.notices'] }).then((result) => result.violations)");
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}
