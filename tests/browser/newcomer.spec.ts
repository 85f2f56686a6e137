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

const article = `Ministers meet before the border talks

ALMATY, April 26, 2025 (Steppe Wire) -- The foreign ministers of two neighbouring states met here on Saturday.

"We oppose this tariff," Minister Aigul Serikova said, "and we will answer it at the border."

Her counterpart, Daniyar Bekov, said that trade should stay open. He added that patrols against terrorism would double.`;

test.describe("a newcomer", () => {
  test.beforeEach(async ({ page }) => {
    await newProject(page, "First steps");
    await pasteArticle(page, article);
  });

  test("finds title, place, date and publisher read from the pasted text", async ({ page }) => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(
      "Ministers meet before the border talks",
    );
    const head = page.getByRole("article").getByRole("banner").or(page.locator(".pane-meta"));
    await expect(head).toContainText("Steppe Wire");
    await expect(head).toContainText(/almaty/i);
    await expect(page.locator("time")).toHaveAttribute("datetime", "2025-04-26");
  });

  test("tags by mouse, reloads, edits, and undoes after the reload", async ({ page }) => {
    const form = tagForm(page);
    await openForm(page, "We oppose this tariff");
    await page.keyboard.type("Aigul Serikova");
    await page.getByRole("option", { name: /Create/ }).click();
    await form.getByRole("combobox", { name: "Topics" }).fill("tar");
    await page.getByRole("option", { name: "tariffs" }).click();
    await form.getByRole("radio", { name: "Opposes" }).check({ force: true });
    await form.getByRole("textbox", { name: "Note" }).fill("at the border");
    await form.getByRole("button", { name: "Save statement" }).click();
    await expect(form).toBeHidden();
    await saved(page);

    const card = cards(page);
    await expect(card).toHaveCount(1);
    await expect(card).toContainText("Aigul Serikova");
    await expect(card).toContainText("direct");
    await expect(card).toContainText("opposes");

    await page.reload();
    await expect(card).toContainText("Aigul Serikova");
    await expect(articleText(page).locator("mark")).toHaveText("We oppose this tariff");

    await card.getByRole("button").first().click();
    await page.keyboard.press("e");
    await form.getByRole("radio", { name: "Neutral" }).check({ force: true });
    await form.getByRole("button", { name: "Save statement" }).click();
    await expect(card).toContainText("neutral");
    await saved(page);

    await page.reload();
    await expect(card).toContainText("neutral");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card).toContainText("opposes");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(card).toHaveCount(0);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect(card).toContainText("opposes");
  });

  test("tags by keyboard alone", async ({ page }) => {
    await articleText(page).focus();
    await page.keyboard.press("Control+Home");
    for (let i = 0; i < 2; i += 1) await page.keyboard.press("Control+ArrowDown");
    await page.keyboard.press("Home");
    for (let i = 0; i < 4; i += 1) await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press("t");
    const form = tagForm(page);
    await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
    await typeSpeaker(page, "Daniyar Bekov");
    await page.keyboard.press("Tab");
    await page.keyboard.type("3");
    await page.keyboard.press("Enter");
    await expect(form).toBeHidden();
    await saved(page);
    const card = cards(page);
    await expect(card).toContainText("Daniyar Bekov");
    await expect(card).toContainText("trade");
    await expect(articleText(page)).toBeFocused();
  });
});
