import {
  articleText,
  dragOver,
  expect,
  newProject,
  pasteArticle,
  saved,
  test,
  type Page,
} from "./app.ts";

const article =
  "Two sides meet\n\nROME, May 2, 2025 (Wire) -- Ada Conti said that trade will grow.\n\nMore follows.";

const cards = (page: Page) =>
  page.getByRole("list", { name: "Statements in this article" }).getByRole("listitem");

async function tag(page: Page, words: string, topic: string): Promise<void> {
  await dragOver(page, words);
  const form = page.getByRole("dialog", { name: "Tag statement" });
  await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  await form.getByRole("combobox", { name: "Topics" }).press(topic);
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
}

test.beforeEach(async ({ page }) => {
  await newProject(page, "Coders");
  await pasteArticle(page, article);
});

test("two coders code on one device, and a blind one sees only their own", async ({ page }) => {
  await tag(page, "trade will grow", "3");
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "New coder" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Bea");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("button", { name: "Coding as Bea" })).toBeVisible();
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "See only my own" }).click();
  await expect(cards(page)).toHaveCount(0);
  await tag(page, "More follows", "1");
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "See everybody" }).click();
  await expect(cards(page)).toHaveCount(2);
});

test("the history goes back to any point, names one, and shows a statement's past", async ({
  page,
}) => {
  await tag(page, "trade will grow", "3");
  await tag(page, "More follows", "1");
  await cards(page).first().getByRole("button").first().click();
  await articleText(page).focus();
  await page.keyboard.press("1");
  await expect(cards(page).first()).toContainText("tariffs");
  await saved(page);
  await page.reload();

  await cards(page).first().getByRole("button").first().click();
  await cards(page).getByRole("button", { name: "This statement’s past" }).click();
  const past = page.getByRole("dialog", { name: "This statement’s past" });
  await expect(past.getByRole("listitem")).toHaveCount(2);
  await expect(past.getByRole("listitem").first()).toContainText(
    "trade (not set), tariffs (not set)",
  );
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "History", exact: true }).click();
  const history = page.getByRole("dialog", { name: "History" });
  const actions = history.getByRole("list", { name: /Actions/ }).getByRole("listitem");
  await expect(actions.first()).toContainText("Edit a statement");
  await actions.nth(2).getByRole("button", { name: "Name this point" }).click();
  await page.getByLabel("Name", { exact: true }).fill("After the first");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(history.getByText("After the first")).toBeVisible();
  await history
    .getByRole("listitem")
    .filter({ hasText: "After the first" })
    .getByRole("button", { name: "Go back to here" })
    .click();
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(2);
});
