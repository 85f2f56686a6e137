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
  type Page,
} from "./app.ts";

const article = `Ministers meet before the border talks

ALMATY, April 26, 2025 (Steppe Wire) -- Foreign Minister Aigul Serikova met her counterpart, Daniyar Bekov, here on Saturday.

It rained. Bekov said that trade between the two countries should stay open, in every season, and grow. He added that patrols against terrorism would be doubled this year.`;

const words = "trade between the two countries should stay open, in every season, and grow";

const suggestions = (page: Page) =>
  page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
const selectedWords = (page: Page) => page.evaluate(() => getSelection()?.toString() ?? "");

test.beforeEach(async ({ page }) => {
  await newProject(page, "Adjusted");
  await pasteArticle(page, article);
  await expect(suggestions(page)).toHaveCount(2);
  await articleText(page).focus();
});

test("the words and topics of a suggestion are changed by keys, and it is accepted with its speaker", async ({
  page,
}) => {
  await page.keyboard.press("s");
  const card = suggestions(page).filter({ has: page.locator('[aria-expanded="true"]') });
  await expect(card).toContainText(words);
  await page.keyboard.press(",");
  await expect(card.locator(".card-quote")).toHaveText(
    "trade between the two countries should stay open, in every season",
  );
  await expect(card).toContainText("changed");
  await expect(page.getByText(/^Ends: … .*in every season$/)).toBeAttached();
  await page.keyboard.press("<");
  await page.keyboard.press("b");
  await page.keyboard.press(">");
  await expect(card.locator(".card-quote")).toHaveText(
    "between the two countries should stay open, in every",
  );
  await page.keyboard.press("2");
  await expect(card).toContainText("counterterrorism");
  await page.keyboard.press("a");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("Bekov");
  await expect(cards(page)).toContainText("counterterrorism");
  await expect(articleText(page).locator("mark:not([data-suggested])").first()).toContainText(
    "between the two",
  );
  await expect(suggestions(page)).toHaveCount(1);
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(cards(page)).toHaveCount(0);
  await expect(suggestions(page)).toHaveCount(2);
});

test("Escape gives a suggestion back as it was proposed; an edited one leads to the next", async ({
  page,
}) => {
  await page.keyboard.press("s");
  await page.keyboard.press(",");
  await page.keyboard.press("Escape");
  await expect(suggestions(page).first().locator(".card-quote")).toHaveText(words);
  await page.keyboard.press("s");
  await page.keyboard.press(",");
  await page.keyboard.press("e");
  await expect(tagForm(page)).toContainText("in every season");
  await expect(tagForm(page)).not.toContainText("and grow");
  await page.keyboard.press("Enter");
  await expect(tagForm(page)).toBeHidden();
  await expect(suggestions(page)).toHaveCount(1);
  await expect(suggestions(page).locator('[aria-expanded="true"]')).toContainText("patrols");
});

test("other words are picked for a suggestion with the mouse", async ({ page }) => {
  await page.keyboard.press("s");
  await suggestions(page).getByRole("button", { name: "Pick other words" }).click();
  await expect(page.getByRole("group", { name: "Move a range" })).toBeVisible();
  await page.keyboard.press("b");
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("button", { name: "Keep" }).click();
  await expect(suggestions(page).first().locator(".card-quote")).toHaveText(words.slice(1));
  await page.keyboard.press("a");
  await expect(cards(page)).toContainText("Bekov");
});

test("sentences without a statement are gone to, and tagged without a selection", async ({
  page,
}) => {
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Shift+u");
  expect(await selectedWords(page)).toBe("It rained");
  await page.keyboard.press("u");
  expect(await selectedWords(page)).toMatch(/^Ministers meet|^Foreign|^ALMATY/);
  await page.keyboard.press("Shift+u");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("t");
  await expect(tagForm(page)).toContainText("It rained");
  await expect(tagForm(page).locator("form")).toHaveAttribute("aria-busy", "false");
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("It rained");
});

test("the same keys move the edges of the selection and of a statement", async ({ page }) => {
  await openForm(page, "stay open");
  await page.keyboard.press("Escape");
  await page.keyboard.press(".");
  expect(await selectedWords(page)).toBe("stay open, in every season");
  await page.keyboard.press("b");
  await page.keyboard.press("<");
  expect(await selectedWords(page)).toBe("should stay open, in every season");
  await page.keyboard.press("t");
  await expect(tagForm(page).locator("form")).toHaveAttribute("aria-busy", "false");
  await page.keyboard.press("Enter");
  const mark = articleText(page).locator("mark.is-active");
  await expect(mark).toHaveText("should stay open, in every season");
  await page.keyboard.press(".");
  await page.keyboard.press("<");
  await page.keyboard.press("Enter");
  await expect(mark).toHaveText("should stay open, in every season, and");
  await page.keyboard.press("Control+z");
  await expect(mark).toHaveText("should stay open, in every season");
});
