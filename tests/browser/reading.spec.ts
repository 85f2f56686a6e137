import {
  addFields,
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

const article = `Answer to the tariff

ROME, May 2, 2025 (Wire) -- Ada Conti said that the tariff is wrong and that trade will grow.

"A tariff helps nobody," she added. The tariff starts in June.`;

/** Selects words and leaves the form that opens, so that the keys go to the text. */
async function select(page: Page, words: string): Promise<void> {
  await openForm(page, words);
  await page.keyboard.press("Escape");
  await expect(articleText(page)).toBeFocused();
}

async function tag(page: Page, words: string, speaker: string): Promise<void> {
  await openForm(page, words);
  await typeSpeaker(page, speaker);
  await tagForm(page).getByRole("combobox", { name: "Topics" }).press("1");
  await page.keyboard.press("Enter");
}

test.beforeEach(async ({ page }) => {
  await newProject(page, "Reading");
  await pasteArticle(page, article);
});

test("a digit gives its topic to the selection at once, and to the chosen statement", async ({
  page,
}) => {
  await select(page, "trade will grow");
  await page.keyboard.press("3");
  await expect(cards(page)).toHaveCount(1);
  await expect(cards(page)).toContainText("trade");
  await page.keyboard.press("1");
  await expect(cards(page)).toContainText("tariffs");
  await page.keyboard.press("3");
  await expect(cards(page).getByText("trade", { exact: true })).toHaveCount(0);
  await saved(page);
});

test("the selection grows from word to sentence to quotation to paragraph, and shrinks", async ({
  page,
}) => {
  await select(page, "helps");
  const words = () => page.evaluate(() => getSelection()?.toString());
  await page.keyboard.press("+");
  await expect.poll(words).toBe("A tariff helps nobody,");
  await page.keyboard.press("+");
  await expect.poll(words).toBe('"A tariff helps nobody," she added.');
  await page.keyboard.press("-");
  await expect.poll(words).toBe("A tariff helps nobody,");
});

test("a place with several statements offers each of them", async ({ page }) => {
  await tag(page, "the tariff is wrong and that trade will grow", "Ada Conti");
  await expect(tagForm(page)).toBeHidden();
  await tag(page, "tariff is wrong", "Bea Rossi");
  await expect(tagForm(page)).toBeHidden();
  await articleText(page).locator("mark.is-overlap").first().click();
  await expect(page.getByRole("menuitem")).toHaveCount(2);
  await page.getByRole("menuitem", { name: /Ada Conti/ }).click();
  const active = cards(page).filter({ has: page.locator('[aria-expanded="true"]') });
  await expect(active).toContainText("Ada Conti");
});

test("the same speaker and topic on the same words is warned of, and extends the statement", async ({
  page,
}) => {
  await tag(page, "tariff is wrong", "Ada Conti");
  await expect(tagForm(page)).toBeHidden();
  await openForm(page, "wrong and that trade");
  await page.keyboard.press("Alt+l");
  await expect(tagForm(page).getByRole("alert")).toContainText("tariff is wrong");
  await tagForm(page).getByRole("button", { name: "Extend that one" }).click();
  await expect(cards(page)).toHaveCount(1);
  await expect
    .poll(async () => (await articleText(page).locator("mark").allTextContents()).join(""))
    .toBe("tariff is wrong and that trade");

  // By one key too: nothing is made, and the one that has all the words is edited instead.
  await select(page, "wrong and");
  await page.keyboard.press("r");
  await expect(tagForm(page).getByRole("alert")).toContainText("tariff is wrong and that trade");
  await tagForm(page).getByRole("button", { name: "Edit that one" }).click();
  await expect(tagForm(page).getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(tagForm(page)).toBeHidden();
  await expect(cards(page)).toHaveCount(1);
});

test("keywords and names are marked, counted and gone through by key", async ({ page }) => {
  await page.getByRole("button", { name: /^Project:/ }).click();
  await page
    .getByRole("menuitem", { name: /^Sample/ })
    .first()
    .click();
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  await articleText(page).click({ position: { x: 5, y: 5 } });
  await expect(articleText(page).locator(".hint")).toHaveCount(0);
  await page.keyboard.press("i");
  await expect(articleText(page).locator(".hint").first()).toBeVisible();
  await expect(page.getByRole("button", { name: /^Keywords \d+$/ })).toBeVisible();
  await page.keyboard.press("h");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).not.toBe("");
});

test("a keyword that finds no end is given up and said, and the others are marked", async ({
  page,
}) => {
  await pasteArticle(
    page,
    `A long word\n\nROME, May 3, 2025 (Wire) -- The tariff ${"a".repeat(60)}.`,
  );
  // The two branches find the same, in so many orders that none could try them all.
  await addFields(page, "kind,name,keywords\ntopic,endless,/(a|[a-b])+#/\ntopic,tariffs,tariff\n");
  await articleText(page).click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("i");
  // The page goes on meanwhile.
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(
    page.getByRole("heading", {
      name: /keyword \/\(a\|\[a-b\]\)\+#\/ of “endless” takes too long/,
    }),
  ).toBeVisible();
  await expect(articleText(page).locator(".hint")).toHaveText(["tariff"]);
});

test("every occurrence is tagged after a look, and undone as one", async ({ page }) => {
  await select(page, "tariff is");
  await page.keyboard.press("o");
  const dialog = page.getByRole("dialog", { name: "Tag every occurrence" });
  await dialog.getByRole("textbox", { name: "Words" }).fill("tariff");
  await expect(dialog.getByRole("listitem")).toHaveCount(3);
  await dialog.getByRole("checkbox").nth(3).uncheck();
  await dialog.getByRole("button", { name: "Tag 2 statements" }).click();
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(0);
});

test("a statement is commented on and marked to discuss", async ({ page }) => {
  await tag(page, "tariff is wrong", "Ada Conti");
  await expect(tagForm(page)).toBeHidden();
  await cards(page).getByRole("textbox", { name: "Comment" }).fill("Is this hers?");
  await page.keyboard.press("Enter");
  await expect(cards(page).getByRole("list", { name: "Comments" })).toContainText("Is this hers?");
  const toDiscuss = cards(page).getByRole("button", { name: "To discuss", exact: true });
  await toDiscuss.click();
  await expect(toDiscuss).toHaveAttribute("aria-pressed", "true");
  await saved(page);
  await page.reload();
  await expect(cards(page).getByRole("list", { name: "Comments" })).toContainText("Is this hers?");
});

test("the palette runs actions and finds articles and entries", async ({ page }) => {
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Command palette" });
  await expect(palette).toBeVisible();
  await page.keyboard.type("codebook");
  await expect(palette.getByRole("option", { name: /Go to Codebook/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Codebook" })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await page.keyboard.press("Control+k");
  await page.keyboard.type("answer");
  await expect(palette.getByRole("option", { name: /Answer to the tariff/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Answer to the tariff");
});

test("the sheet lists every key of the place", async ({ page }) => {
  await articleText(page).click({ position: { x: 5, y: 5 } });
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(sheet).toContainText("Tag the selection");
  await expect(sheet).toContainText("Next statement");
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
});
