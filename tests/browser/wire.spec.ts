import { existsSync, readFileSync } from "node:fs";
import {
  articleText,
  dragOver,
  expect,
  newProject,
  pasteArticle,
  saved,
  tagForm,
  test,
  typeSpeaker,
} from "./app.ts";

/** A real wire article; it is not ours, so it stands beside the repository and not in it. */
const file = "../shared/articles/wire.txt";

test("a real wire article is brought in, tagged and found again", async ({ page }) => {
  test.skip(!existsSync(file), `${file} is not here`);
  const text = readFileSync(file, "utf8");
  await newProject(page, "Wire");
  await pasteArticle(page, text);
  const meta = page.locator(".pane-meta");
  await expect(meta).toContainText(/almaty/i);
  await expect(meta).toContainText("NNN-XINHUA");
  // Nothing of the year is in the text, so nothing is invented.
  await expect(page.locator(".pane-meta time")).toHaveCount(0);

  await dragOver(
    page,
    "China firmly opposes and will continue to counteract unilateral bullying by the U.S. side",
  );
  const form = tagForm(page);
  await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  await typeSpeaker(page, "Wang Yi");
  await form.getByRole("combobox", { name: "Topics" }).press("1");
  await form.getByRole("radio", { name: "Opposes" }).check({ force: true });
  await form.getByRole("button", { name: "Save statement" }).click();
  await saved(page);
  await expect(articleText(page).locator("mark")).toHaveText(/^China firmly opposes/);

  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await page.getByRole("searchbox", { name: "Search statements" }).fill("bullying");
  const row = page.getByRole("row").filter({ hasText: "China firmly opposes" });
  await expect(row).toContainText("Wang Yi");
  await expect(row).toContainText("opposes");
  await row.getByRole("link").click();
  await expect(articleText(page).locator("mark.is-active")).toBeInViewport();
});
