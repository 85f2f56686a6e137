import { expect, test, type Page } from "./app.ts";

// A tablet, or half of a screen: tables of many columns are wider.
test.use({ viewport: { width: 1024, height: 768 } });

const frame = (page: Page) => page.locator(".sideways");

test("the Library shows that its table goes on sideways", async ({ page }) => {
  await page.evaluate(() => {
    location.hash = location.hash.replace(/(#\/p\/[^/]+).*/, "$1/library");
  });
  const table = page.getByRole("table", { name: "Articles" });
  const last = page.getByRole("columnheader", { name: "Note" });
  await expect(last).not.toBeInViewport();
  await expect(frame(page)).toHaveAttribute("data-after");
  await expect(frame(page)).not.toHaveAttribute("data-before");
  await table.focus();
  for (let i = 0; i < 10; i += 1) await page.keyboard.press("ArrowRight");
  await expect(frame(page)).not.toHaveAttribute("data-after");
  await expect(last).toBeInViewport({ ratio: 1 });
  await expect(frame(page)).toHaveAttribute("data-before");
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect(frame(page)).not.toHaveAttribute("data-before");
  await expect(frame(page)).not.toHaveAttribute("data-after");
});

test("the table of statements does so too, and its columns that stay cover no cell the keyboard comes to", async ({
  page,
}) => {
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(frame(page)).toHaveAttribute("data-after");
  const cell = (column: number) => page.locator(`[data-cell="1:${column}"]`);
  await cell(1).click();
  await page.keyboard.press("End");
  await expect(frame(page)).not.toHaveAttribute("data-after");
  await expect(frame(page)).toHaveAttribute("data-before");
  const stays = await cell(1).boundingBox();
  const edge = (stays?.x ?? 0) + (stays?.width ?? Infinity);
  const columns = await page.getByRole("columnheader").count();
  for (let column = columns - 2; column >= 2; column -= 1) {
    await page.keyboard.press("ArrowLeft");
    await expect(cell(column)).toBeFocused();
    expect((await cell(column).boundingBox())?.x).toBeGreaterThanOrEqual(edge - 1);
  }
  // To one that stays nothing has to be scrolled.
  await page.keyboard.press("End");
  await expect(cell(columns - 1)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowRight");
  await expect(cell(1)).toBeFocused();
  await expect(frame(page)).toHaveAttribute("data-before");
});
