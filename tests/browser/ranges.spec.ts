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
} from "./app.ts";

const article = `Answer to the tariff

ROME, May 2, 2025 (Wire) -- "We oppose this," Ada Conti said, "and will act at once."

She left.`;

test.beforeEach(async ({ page }) => {
  await newProject(page, "Ranges");
  await pasteArticle(page, article);
});

test("a split quotation becomes one statement of two ranges, by keyboard", async ({ page }) => {
  const form = tagForm(page);
  await openForm(page, "We oppose this");
  await typeSpeaker(page, "Ada Conti");
  await page.keyboard.press("Alt+a");
  await expect(form).toBeHidden();
  await expect(articleText(page)).toBeFocused();
  // The caret stands after the first range: over the cue, then select six words.
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("ArrowRight");
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(form).toBeVisible();
  await expect(form).toContainText("Ada Conti");
  await form.getByRole("button", { name: "Save statement" }).click();
  await saved(page);
  const marks = articleText(page).locator("mark");
  await expect(marks).toHaveCount(2);
  await expect(marks.first()).toHaveText("We oppose this");
  await expect(page.getByRole("listitem").filter({ hasText: "We oppose this … " })).toHaveCount(1);
});

test("the edges of a range are moved by keyboard, and undone", async ({ page }) => {
  const form = tagForm(page);
  await openForm(page, "will act");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  const mark = articleText(page).locator("mark");
  await expect(mark).toHaveText("will act");
  await page.keyboard.press("m");
  await page.keyboard.press("Shift+ArrowRight");
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(mark).toHaveText("will act at once");
  await page.keyboard.press("Control+z");
  await expect(mark).toHaveText("will act");
  await page.keyboard.press("Control+Shift+z");
  await expect(mark).toHaveText("will act at once");
});

test("either edge of a range is moved, by word and by character", async ({ page }) => {
  await openForm(page, "will act");
  await page.keyboard.press("Enter");
  const mark = articleText(page).locator("mark");
  await expect(mark).toHaveText("will act");
  await page.keyboard.press("m");
  await page.keyboard.press("b");
  await page.keyboard.press("Control+Shift+ArrowRight");
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("b");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(mark).toHaveText("ct at");
});

test("the same speaker and topics again are one key", async ({ page }) => {
  const form = tagForm(page);
  await openForm(page, "We oppose this");
  await typeSpeaker(page, "Ada Conti");
  await form.getByRole("combobox", { name: "Topics" }).press("1");
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Shift+Home");
  await page.keyboard.press("r");
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).nth(1)).toContainText("Ada Conti");
  await expect(cards(page).nth(1)).toContainText("tariffs");
});

test("Escape gives the selection back", async ({ page }) => {
  const form = tagForm(page);
  await openForm(page, "will act");
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(articleText(page)).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe("will act");
});

test("the next and previous statement, edited and deleted, by keys", async ({ page }) => {
  await page.getByRole("button", { name: /^Project:/ }).click();
  await page
    .getByRole("menuitem", { name: /Sample/ })
    .first()
    .click();
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  await expect(cards(page).first()).toBeVisible();
  await articleText(page).focus();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const active = cards(page).filter({ has: page.locator('[aria-expanded="true"]') });
  await expect(active).toContainText("White House");
  await expect(articleText(page).locator("mark.is-active").first()).toContainText(
    "the tariffs, imposed",
  );
  await page.keyboard.press("k");
  await expect(active).toContainText("Darlene Pruszynski");
  await page.keyboard.press("e");
  const form = tagForm(page);
  await expect(form).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form).toBeHidden();
  await expect(articleText(page)).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(page.getByRole("heading", { name: "Statements 12" })).toBeVisible();
  await expect(active).toContainText("White House");
});
