import { readFile } from "node:fs/promises";
import Papa from "papaparse";
import { expect, newProject, pasteArticle, saved, test, type Page } from "./app.ts";

async function download(page: Page, format: RegExp): Promise<string> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  const formats = page.getByRole("listbox", { name: "Format" });
  const value = await formats.getByRole("option", { name: format }).getAttribute("value");
  await formats.selectOption(value);
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  return readFile(await file.path(), "utf8");
}

test("the CSV holds the exact words of every statement", async ({ page }) => {
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(page.getByText("25 statements", { exact: true })).toBeVisible();
  const csv = await download(page, /csv/i);
  expect(csv.startsWith("\ufeff")).toBe(true);
  const { data, errors } = Papa.parse<Record<string, string>>(csv.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(data).toHaveLength(25);
  const row = data.find(({ quote }) => quote?.startsWith("“Nobody in this country"));
  expect(row).toMatchObject({
    speakers: "Darlene Pruszynski",
    topics: "tariffs",
    stances: "opposes",
  });
  expect(row?.start_utf16).toMatch(/^\d+/);
});

test("what the filter shows is what is exported", async ({ page }) => {
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Condition" }).click();
  await page.getByRole("combobox", { name: "Attribute" }).selectOption("Topics");
  await page.getByRole("combobox", { name: "Topics" }).fill("counter");
  await expect(page.locator("[data-highlighted]")).toBeVisible();
  await page.keyboard.press("Enter");
  await page.getByRole("searchbox", { name: "Search statements" }).fill("border");
  await expect(page.getByText("1 of 25 statements", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("radio", { name: /Those the filter shows/ }).check();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  const rows = Papa.parse(await readFile(await file.path(), "utf8"), {
    header: true,
    skipEmptyLines: true,
  });
  expect(rows.data).toHaveLength(1);
});

test("a project exported as JSON comes back as it was", async ({ page, browser, baseURL }) => {
  const json = await download(page, /json/i);
  const elsewhere = await browser.newContext();
  const fresh = await elsewhere.newPage();
  await fresh.goto(baseURL ?? "");
  await newProject(fresh, "Other");
  await fresh.getByRole("button", { name: "Import", exact: true }).click();
  await fresh.getByLabel("Choose files").setInputFiles({
    name: "project.json",
    mimeType: "application/json",
    buffer: Buffer.from(json),
  });
  await fresh.getByRole("button", { name: "As a copy" }).click();
  await expect(fresh.getByRole("button", { name: /Project: Sample/ })).toBeVisible();
  await saved(fresh);
  const copy = JSON.parse(await download(fresh, /json/i));
  const original = JSON.parse(json);
  expect(copy.statements).toHaveLength(original.statements.length);
  expect(copy.articles.map((a: { text: string }) => a.text).toSorted()).toEqual(
    original.articles.map((a: { text: string }) => a.text).toSorted(),
  );
  await elsewhere.close();
});

test("bad files are refused with what is wrong and what to do, and change nothing", async ({
  page,
}) => {
  await newProject(page, "Careful");
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const files = page.getByLabel("Choose files");
  const give = (name: string, buffer: Buffer) =>
    files.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
  await give("empty.txt", Buffer.from(""));
  await expect(page.getByRole("alert").filter({ hasText: "empty.txt" })).toBeVisible();
  await give("picture.txt", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]));
  await expect(page.getByRole("alert").filter({ hasText: "picture.txt" })).toBeVisible();
  await give("cut.docx", Buffer.from("PK\u0003\u0004 and no more"));
  await expect(page.getByRole("alert").filter({ hasText: "cut.docx" })).toBeVisible();
  await give(
    "broken.json",
    Buffer.from('{"format": "verbatim-project", "version": 1, "project": '),
  );
  await expect(page.getByRole("alert").filter({ hasText: "broken.json" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Add article" })).toBeDisabled();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "No article yet" })).toBeVisible();
});

test("the same text again is said, and the one that is there can be opened", async ({ page }) => {
  const text = "One headline\n\nROME, May 2 (Wire) -- Something was said.\n\nIt ended.";
  await newProject(page, "Twice");
  await pasteArticle(page, text);
  await expect(page.getByRole("heading", { level: 1, name: "One headline" })).toBeVisible();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByRole("textbox", { name: "Paste text" }).fill(text);
  await expect(page.getByText("This text is already in the project")).toBeVisible();
  await expect(page.getByRole("button", { name: "Add article" })).toBeDisabled();
  await page.getByRole("button", { name: "Open it" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "One headline" })).toBeVisible();
});

test("a notice lies over no button of a tall dialog", async ({ page }) => {
  const file = Buffer.from(await download(page, /Verbatim project/));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  const texts = Array.from({ length: 30 }, (_, i) => ({
    name: `${i}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(`Story ${i}\n\nROME, May 2, 2025 (Wire) -- It is the ${i}th of the day.`),
  }));
  await dialog
    .getByLabel("Choose files")
    .setInputFiles([...texts, { name: "p.json", mimeType: "application/json", buffer: file }]);
  const add = dialog.getByRole("button", { name: "Add 30 articles" });
  await expect(add).toBeEnabled();
  await dialog.getByRole("button", { name: "Add and open project" }).click();
  const said = page.getByRole("group").filter({ hasText: "is already here" });
  await expect(said).toBeVisible();
  await expect
    .poll(async () => {
      const [button, over] = [await add.boundingBox(), await said.boundingBox()];
      return button && over && button.y + button.height <= over.y;
    })
    .toBe(true);
  await said.getByRole("button", { name: "Close" }).click();
  await expect(add).toBeVisible();
});
