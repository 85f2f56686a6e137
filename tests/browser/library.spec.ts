import { expect, newProject, saved, test, type Page } from "./app.ts";

/** Brings in a table of so many articles of three publishers and two months. */
async function fill(page: Page, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, i) => {
    const day = String((i % 28) + 1).padStart(2, "0");
    const date = i === 0 ? "" : `2024-0${(i % 2) + 4}-${day}`;
    return `Story ${i},${date},Paper ${i % 3},"Day ${i}: ${Array.from({ length: 12 }, (_each, n) => `thing${i * 13 + n}`).join(" ")}."`;
  });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Choose files").setInputFiles({
    name: "articles.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`title,date,publisher,text\n${rows.join("\n")}\n`),
  });
  await page
    .getByRole("button", { name: `Add ${count.toLocaleString("en")} articles` })
    .click({ timeout: 40_000 });
  await expect(page.getByRole("dialog")).toHaveCount(0, { timeout: 40_000 });
}

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Library" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Library" })).toBeVisible();
}

const rows = (page: Page) => page.getByRole("table", { name: "Articles" }).getByRole("row");

test("articles are found, sorted and grouped, and the address keeps it", async ({ page }) => {
  await newProject(page, "Shelves");
  await fill(page, 30);
  await openLibrary(page);
  await expect(page.getByText("30 articles", { exact: true })).toBeVisible();
  await page.getByRole("combobox", { name: "Publisher" }).selectOption("Paper 1");
  await page.getByRole("textbox", { name: "From" }).fill("2024-05");
  await page.getByRole("textbox", { name: "Until" }).fill("2024-05");
  await expect(page.getByText("5 of 30 articles")).toBeVisible();
  await page.getByRole("button", { name: "Title" }).press("Enter");
  await expect(rows(page).nth(1)).toContainText("Story 1");
  await page.getByRole("button", { name: /^Title/ }).press("Enter");
  await expect(rows(page).nth(1)).toContainText("Story 25");
  await expect(page.getByRole("columnheader", { name: "Title" })).toHaveAttribute(
    "aria-sort",
    "descending",
  );
  await page.reload();
  await expect(page.getByText("5 of 30 articles")).toBeVisible();
  await expect(rows(page).nth(1)).toContainText("Story 25");
  await page.getByRole("textbox", { name: "From" }).fill("");
  await page.getByRole("textbox", { name: "Until" }).fill("");
  await page.getByRole("combobox", { name: "Publisher" }).selectOption("Any publisher");
  await page.getByRole("combobox", { name: "Group by" }).selectOption("month");
  await expect(rows(page).nth(1)).toHaveText(/May 2024 15/);
  await page.getByRole("searchbox", { name: "Search articles" }).fill("story 12");
  await expect(rows(page)).toHaveCount(3);
  await rows(page).getByRole("link", { name: "Story 12" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Story 12" })).toBeVisible();
  await page.goBack();
  await expect(rows(page)).toHaveCount(3);
});

test("many are changed at once, deleted, and brought back; by keyboard too", async ({ page }) => {
  await newProject(page, "Bulk");
  await fill(page, 12);
  await openLibrary(page);
  await page.getByRole("button", { name: "Title" }).click();
  await page.getByRole("checkbox", { name: "Choose “Story 2”" }).press("Space");
  await page.getByRole("checkbox", { name: "Choose “Story 5”" }).click({ modifiers: ["Shift"] });
  const bulk = page.getByRole("form", { name: "Change the chosen articles" });
  await expect(bulk.getByText("4 articles chosen")).toBeVisible();
  await bulk.getByRole("combobox", { name: /^Set/ }).selectOption("publisher");
  await bulk.getByRole("textbox", { name: "to" }).fill("The Merged");
  await bulk.getByRole("textbox", { name: "to" }).press("Enter");
  await expect(rows(page).filter({ hasText: "The Merged" })).toHaveCount(4);
  await bulk.getByRole("combobox", { name: /^Set/ }).selectOption("progress");
  await bulk.getByRole("combobox", { name: "to" }).selectOption("done");
  await bulk.getByRole("button", { name: "Set for 4 articles" }).click();
  await expect(rows(page).filter({ hasText: "done" })).toHaveCount(4);
  await bulk.getByRole("button", { name: "Delete 4 articles" }).click();
  await expect(page.getByText("8 articles", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(page.getByText("12 articles", { exact: true })).toBeVisible();
  await expect(rows(page).filter({ hasText: "The Merged" })).toHaveCount(4);
  await saved(page);
});

test("an article's section and note are edited from its row", async ({ page }) => {
  await newProject(page, "Details");
  await fill(page, 4);
  await openLibrary(page);
  await page.getByRole("button", { name: "Details of “Story 3”" }).click();
  const dialog = page.getByRole("dialog", { name: "Article details" });
  await dialog.getByLabel("Section").fill("Business");
  await dialog.getByLabel("Note").fill("Compare with page 4");
  await dialog.getByRole("button", { name: "Save details" }).click();
  await expect(rows(page).filter({ hasText: "Story 3" })).toContainText("Business");
  await page.reload();
  await expect(rows(page).filter({ hasText: "Story 3" })).toContainText("Compare with page 4");
});

test("a long title is read in full beside all columns, its host below it", async ({ page }) => {
  await newProject(page, "Wordy");
  const title =
    "Ministers of the seven countries could not agree upon a common position about tariffs on steel";
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Choose files").setInputFiles({
    name: "articles.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`title,url,text\n${title},https://news.example/1,They met on Monday.\n`),
  });
  await page.getByRole("button", { name: /^Add / }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await openLibrary(page);
  const link = rows(page).getByRole("link", { name: title });
  expect(await link.evaluate((a) => a.scrollHeight - a.clientHeight)).toBe(0);
  // Nothing of the row reaches over its edges, and no column out of the window.
  const row = await rows(page).nth(1).boundingBox();
  const host = await rows(page).getByRole("link", { name: "news.example" }).boundingBox();
  expect(host?.y).toBeGreaterThanOrEqual(((await link.boundingBox())?.y ?? 0) + 30);
  expect((host?.y ?? 0) + (host?.height ?? 0)).toBeLessThan((row?.y ?? 0) + (row?.height ?? 0));
  await expect(page.getByRole("button", { name: `Details of “${title}”` })).toBeInViewport({
    ratio: 1,
  });
});

test("2,000 articles: only what is in view is drawn, in the Library and beside the text", async ({
  page,
}) => {
  await newProject(page, "Long");
  await fill(page, 2000);
  await expect(
    page.getByRole("navigation", { name: "Articles" }).getByRole("link"),
  ).not.toHaveCount(2001);
  expect(
    await page.getByRole("navigation", { name: "Articles" }).getByRole("listitem").count(),
  ).toBeLessThan(40);
  await page.getByRole("combobox", { name: "Order of the articles" }).selectOption("Title");
  await expect(
    page.getByRole("navigation", { name: "Articles" }).getByRole("link", { name: /^Story 0 / }),
  ).toBeVisible();
  await openLibrary(page);
  const table = page.getByRole("table", { name: "Articles" });
  await expect(table).toHaveAttribute("aria-rowcount", "2001");
  expect(await rows(page).count()).toBeLessThan(60);
  await table.press("End");
  await expect(rows(page).filter({ hasText: "Story 0" }).last()).toBeVisible();
});
