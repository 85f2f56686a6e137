import { articleText, expect, newProject, openForm, pasteArticle, saved, test } from "./app.ts";

test("after the first visit the app starts and saves without a network", async ({
  page,
  context,
}) => {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.reload();
  await newProject(page, "On a train");
  await pasteArticle(
    page,
    "No signal\n\nROME, May 2 (Wire) -- Ada Conti said that trade will grow.\n\nMore.",
  );
  await openForm(page, "trade will grow");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.reload();
  await expect(articleText(page).locator("mark")).toHaveText("trade will grow");
});
