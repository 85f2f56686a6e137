import { articleText, expect, newProject, openForm, saved, test, type Page } from "./app.ts";

/** The rows of statements, without the head and the heads of groups. */
function rows(page: Page) {
  return page
    .getByRole("row")
    .filter({ has: page.getByRole("checkbox", { name: "Choose this statement" }) });
}

function count(page: Page, words: string) {
  return expect(page.getByText(words, { exact: true })).toBeVisible();
}

async function cell(page: Page, row: number, name: string): Promise<string> {
  return rows(page).nth(row).locator(`[data-column="${name}"]`).innerText();
}

/** The values of a column from the top, as far as the rows are drawn. */
async function column(page: Page, name: string): Promise<string[]> {
  return rows(page).locator(`[data-column="${name}"]`).allInnerTexts();
}

test.beforeEach(async ({ page }) => {
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await count(page, "25 statements");
});

test("a filter is built by keyboard alone, kept in the address, and the same after a reload", async ({
  page,
}) => {
  await page.getByRole("link", { name: "Statements", exact: true }).focus();
  await page.keyboard.press("f");
  await page.getByRole("button", { name: "Condition", exact: true }).press("Enter");
  const attribute = page.getByRole("combobox", { name: "Attribute" });
  await expect(attribute).toBeFocused();
  await attribute.selectOption("Topics");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.type("tar");
  await expect(page.locator("[data-highlighted]")).toBeVisible();
  await page.keyboard.press("Enter");
  await count(page, "13 of 25 statements");

  // None of those that oppose, and not those of one speaker.
  await page.getByRole("button", { name: "Condition", exact: true }).press("Enter");
  const second = page.getByRole("combobox", { name: "Attribute" }).nth(1);
  await expect(second).toBeFocused();
  await second.selectOption("Stances");
  await page.getByRole("combobox", { name: "Condition" }).nth(1).selectOption("is none of");
  await page.getByRole("combobox", { name: "Stances" }).press("o");
  await expect(page.locator("[data-highlighted]")).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(
    page.getByRole("button", { name: "Stances: not opposes", exact: true }),
  ).toBeVisible();
  const shown = await page.getByText(/^\d+ of 25 statements$/).innerText();
  expect(shown).not.toBe("13 of 25 statements");

  await page.reload();
  await count(page, shown);
  await page.getByRole("button", { name: "Remove “Stances: not opposes”" }).click();
  await count(page, "13 of 25 statements");
  await page.getByRole("button", { name: "Show all" }).click();
  await count(page, "25 statements");
  await page.goBack();
  await count(page, "13 of 25 statements");
});

test("a bound that is no date is said to be none, and what lies in no range too", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const panel = page.getByRole("region", { name: "Filter" });
  await panel.getByRole("button", { name: "Condition" }).click();
  await panel.getByRole("combobox", { name: "Attribute" }).selectOption("Date");
  await panel.getByRole("textbox", { name: "From" }).fill("2024-13");
  await expect(panel).toContainText("“2024-13” is no date: YYYY, YYYY-MM or YYYY-MM-DD.");
  await count(page, "25 statements");
  await panel.getByRole("textbox", { name: "From" }).fill("2024-12");
  await panel.getByRole("textbox", { name: "To" }).fill("2023");
  await expect(panel).toContainText("nothing lies between them");
  await panel.getByRole("textbox", { name: "To" }).fill("2024");
  await expect(panel).not.toContainText("nothing lies between them");
});

test("conditions are joined by or and not", async ({ page }) => {
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  const join = page.getByRole("combobox", { name: "Statements that fit" });
  await join.selectOption("any of");
  for (const [i, question] of (["is empty", "contains"] as const).entries()) {
    await page.getByRole("button", { name: "Condition", exact: true }).click();
    await page.getByRole("combobox", { name: "Attribute" }).nth(i).selectOption("Note");
    await page.getByRole("combobox", { name: "Condition" }).nth(i).selectOption(question);
  }
  const shown = page.getByText(/^\d+ of 25 statements$/);
  await expect(shown).toBeVisible();
  const empty = Number.parseInt(await shown.innerText(), 10);
  await page.getByRole("textbox", { name: "Words" }).fill("forecast");
  await count(page, `${empty + 1} of 25 statements`);
  const words = "Note: empty or Note: with “forecast”";
  await expect(page.getByRole("button", { name: words, exact: true })).toBeVisible();
  await join.selectOption("none of");
  await count(page, `${24 - empty} of 25 statements`);
});

test("a view is saved under a name, shown again, renamed and deleted, and undo brings it back", async ({
  page,
}) => {
  await page.getByRole("searchbox", { name: "Search statements" }).fill("border*");
  await expect(page.getByText(/^\d of 25 statements$/)).toBeVisible();
  const shown = await page.getByText(/^\d of 25 statements$/).innerText();
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save what is shown" }).click();
  await page.getByLabel("Name of the view").fill("Borders");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.getByRole("button", { name: "Show all" }).click();
  await count(page, "25 statements");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Borders" }).click();
  await count(page, shown);
  await page.getByRole("button", { name: "Borders" }).click();
  await page.getByRole("menuitem", { name: "Delete “Borders”" }).click();
  await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(page.getByRole("button", { name: "Borders" })).toBeVisible();
});

test("a view keeps its columns: choice, order, widths and what stays in place", async ({
  page,
}) => {
  const names = () => page.getByRole("columnheader").allInnerTexts();
  const first = await names();
  const width = async () =>
    (await page.getByRole("columnheader", { name: "Quotation" }).boundingBox())?.width ?? 0;
  const wide = await width();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Publisher" }).check();
  await page.getByRole("checkbox", { name: "Note", exact: true }).uncheck();
  await page.getByLabel("Keep in place when scrolling sideways").selectOption("up to Quote");
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Quotation", exact: true }).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await page.keyboard.press("Alt+Shift+ArrowRight");
  const ofView = await names();
  await page.getByLabel("Group by").selectOption("Speakers");
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "Save what is shown" }).click();
  await page.getByLabel("Name of the view").fill("By publisher");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "By publisher" })).toBeVisible();
  await saved(page);

  // What is changed now is the view's, until it is left; the device has columns of its own.
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "As at first" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect.poll(names).toEqual(first);
  await page.getByRole("button", { name: "Views" }).click();
  await page.getByRole("menuitem", { name: "By publisher" }).click();
  await expect.poll(names).toEqual(ofView);
  expect(ofView).toContain("Publisher");
  expect(ofView).not.toContain("Note");
  await expect.poll(width).toBe(wide + 24);
  await expect(page.locator('[role="columnheader"].is-frozen')).toHaveCount(4);
  await expect(page.getByLabel("Group by")).toHaveValue("speaker");

  const edge = await page.getByRole("columnheader", { name: "Quotation" }).boundingBox();
  await page.mouse.move((edge?.x ?? 0) + wide + 24, (edge?.y ?? 0) + 15);
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) + wide + 54, (edge?.y ?? 0) + 15, { steps: 3 });
  await page.mouse.up();
  await expect.poll(width).toBe(wide + 54);
  await expect(page.getByRole("button", { name: "Views" })).toBeVisible();
  await page.reload();
  await expect.poll(width).toBe(wide + 54);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "As on this device" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect.poll(names).toEqual(first);
});

test("an address without columns, as older views have it, opens with those of the device", async ({
  page,
}) => {
  const [project = ""] = /p\/[^/]+/.exec(page.url()) ?? [];
  await page.goto(`./#/${project}/statements?group=speaker`);
  await expect(page.getByLabel("Group by")).toHaveValue("speaker");
  await expect(page.getByRole("columnheader", { name: "Note" })).toBeVisible();
});

test("rows are sorted by several columns, by mouse and by keyboard", async ({ page }) => {
  await page.getByRole("button", { name: "Speakers", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Speakers" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  const speakers = await column(page, "speaker");
  expect(speakers).toEqual(speakers.toSorted((a, b) => a.localeCompare(b)));
  await page.getByRole("button", { name: /^Quote/ }).focus();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(page).toHaveURL(/sort=speaker%2C-quote/);
  const [first, second] = [await cell(page, 0, "speaker"), await cell(page, 1, "speaker")];
  expect(first.localeCompare(second)).toBeLessThanOrEqual(0);
});

test("columns are chosen, moved and widened, and stay so on this device", async ({ page }) => {
  await page.getByRole("button", { name: "Quotation", exact: true }).focus();
  await page.keyboard.press("Alt+ArrowLeft");
  const names = () => page.getByRole("columnheader").allInnerTexts();
  await expect.poll(async () => (await names()).indexOf("Quotation")).toBe(4);
  const width = async () =>
    (await page.getByRole("columnheader", { name: "Quotation" }).boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press("Alt+Shift+ArrowRight");
  await expect.poll(width).toBe(before + 24);
  const edge = await page.getByRole("columnheader", { name: "Quotation" }).boundingBox();
  await page.mouse.move((edge?.x ?? 0) + before + 24, (edge?.y ?? 0) + 15);
  await page.mouse.down();
  await page.mouse.move((edge?.x ?? 0) + before + 54, (edge?.y ?? 0) + 15, { steps: 3 });
  await page.mouse.up();
  await expect.poll(width).toBe(before + 54);
  const head = (name: string) => page.getByRole("button", { name, exact: true });
  await head("Speakers").dragTo(head("Quote"));
  await expect.poll(async () => (await names()).indexOf("Speakers")).toBe(2);
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("checkbox", { name: "Publisher" }).check();
  await page.getByRole("checkbox", { name: "Note", exact: true }).uncheck();
  await page.getByRole("button", { name: "Done" }).click();
  await page.reload();
  await count(page, "25 statements");
  expect(await names()).toContain("Publisher");
  expect(await names()).not.toContain("Note");
  expect((await names()).indexOf("Quotation")).toBeLessThan((await names()).indexOf("Topics"));
});

test("groups have counts and close", async ({ page }) => {
  await page.getByLabel("Group by").selectOption("Quotation");
  const group = page.getByRole("button", { name: /^direct \d+$/ });
  const size = Number((await group.innerText()).match(/\d+/)?.[0]);
  await expect(page.getByText(/groups$/)).toBeVisible();
  expect(await rows(page).first().locator('[data-column="quotation"]').innerText()).toBe("direct");
  await group.focus();
  await page.keyboard.press("Enter");
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(rows(page).first().locator('[data-column="quotation"]')).not.toHaveText("direct");
  expect(size).toBeGreaterThan(0);
});

test("cells are edited where they stand", async ({ page }) => {
  await rows(page).first().locator('[data-column="quotation"]').click();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "Quotation of this statement" });
  await form.getByRole("combobox").selectOption("continued");
  await page.keyboard.press("Enter");
  await expect(rows(page).first().locator('[data-column="quotation"]')).toHaveText("continued");
  await expect(rows(page).first().locator('[data-column="quotation"]')).toBeFocused();

  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Note" }).fill("checked");
  await page.keyboard.press("Enter");
  await expect(rows(page).first().locator('[data-column="note"]')).toHaveText("checked");

  await rows(page).first().locator('[data-column="topic"]').dblclick();
  await page.getByRole("combobox", { name: "Stance on tariffs" }).selectOption("Neutral");
  await page
    .getByRole("dialog", { name: "Topics of this statement" })
    .getByRole("button", { name: "Save" })
    .click();
  await expect(rows(page).first().locator('[data-column="topic"]')).toContainText("neutral");
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(rows(page).first().locator('[data-column="topic"]')).toContainText("opposes");

  // A second click on a cell opens it too, as on a screen that is touched.
  await rows(page).first().locator('[data-column="speaker"]').click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.waitForTimeout(600); // longer than a double click
  await rows(page).first().locator('[data-column="speaker"]').click();
  await expect(page.getByRole("dialog", { name: "Speakers of this statement" })).toBeVisible();
  await page.keyboard.press("Escape");

  // Escape leaves the cell as it was.
  await rows(page).first().locator('[data-column="note"]').click();
  await page.keyboard.press("F2");
  await page.getByRole("textbox", { name: "Note" }).fill("never");
  await page.keyboard.press("Escape");
  await expect(rows(page).first().locator('[data-column="note"]')).toHaveText("checked");
});

test("many are recoded with a preview, and one undo takes it back", async ({ page }) => {
  await page.getByLabel("Group by").selectOption("Topics");
  await page.getByLabel("Group by").selectOption("");
  await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
  await expect(page.getByText("25 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Recode …" }).click();
  await page.getByRole("combobox", { name: "Topic", exact: true }).selectOption("tariffs");
  await page.getByRole("combobox", { name: "By", exact: true }).fill("trade");
  await page.getByRole("option", { name: /^trade/ }).click();
  await expect(
    page.getByText(/^13 statements in 2 articles will change; 12 stay as they are\.$/),
  ).toBeVisible();
  const preview = page.getByRole("list", { name: "Preview" });
  await expect(preview.getByRole("deletion").first()).toContainText("tariffs");
  await expect(preview.getByRole("insertion").first()).toContainText("trade");
  await page.getByRole("button", { name: "Change 13 statements" }).click();
  await saved(page);
  await expect(rows(page).first().locator('[data-column="topic"]')).toContainText("trade");
  await expect(rows(page).getByText("tariffs", { exact: true })).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await expect(rows(page).first().locator('[data-column="topic"]')).toContainText("tariffs");
});

test("typing a name that is not there makes the entry with the coding: one undo, in a cell by keyboard", async ({
  page,
}) => {
  const first = (name: string) => rows(page).first().locator(`[data-column="${name}"]`);
  const speaker = await first("speaker").innerText();
  await first("speaker").click();
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "Speakers of this statement" });
  await expect(form.getByRole("combobox", { name: "Speakers" })).toBeFocused();
  await page.keyboard.type("Ngozi Adewale");
  await expect(page.getByRole("option", { name: "Create “Ngozi Adewale”" })).toHaveAttribute(
    "data-highlighted",
    "",
  );
  await page.keyboard.press("Enter");
  await expect(form.getByText("new", { exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(first("speaker")).toHaveText(`${speaker}, Ngozi Adewale`);
  await expect(first("speaker")).toBeFocused();
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(first("speaker")).toHaveText(speaker);
  await expect(page.getByText("15 speakers")).toBeVisible();

  await first("topic").click();
  await page.keyboard.press("F2");
  await expect(page.getByRole("combobox", { name: "Topics" })).toBeFocused();
  await page.keyboard.type("machine tools");
  await expect(page.locator("[data-highlighted]")).toHaveText("Create “machine tools”");
  await page.keyboard.press("Enter");
  await page.getByRole("combobox", { name: "Stance on machine tools" }).selectOption("Supports");
  await page.keyboard.press("Enter");
  await expect(first("topic")).toContainText("machine tools");
  await expect(page.getByText("4 topics")).toBeVisible();
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("3 topics")).toBeVisible();
  await expect(first("topic")).not.toContainText("machine tools");

  // Escape closes the list, then the form; nothing is made.
  await first("topic").click();
  await page.keyboard.press("F2");
  await expect(page.getByRole("combobox", { name: "Topics" })).toBeFocused();
  await page.keyboard.type("never");
  await expect(page.locator("[data-highlighted]")).toHaveText("Create “never”");
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-highlighted]")).toHaveCount(0);
  await expect(page.getByRole("dialog")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(first("topic")).toBeFocused();
  await expect(page.getByText("3 topics")).toBeVisible();
});

test("an organisation is made in a cell, for all that its speaker says", async ({ page }) => {
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("checkbox", { name: "Organisations" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  const cells = page.locator('[role="row"] [data-column="organisation"]');
  const before = await cells.first().innerText();
  await cells.first().dblclick();
  const form = page.getByRole("dialog", { name: "Organisations of this statement" });
  await expect(form.getByText(/^Of the speaker, so in \d+ statements?\.$/)).toBeVisible();
  await form.getByRole("combobox", { name: /^Organisation of / }).fill("Tool Makers");
  await page.getByRole("option", { name: "Create “Tool Makers”" }).click();
  await form.getByRole("button", { name: "Save" }).click();
  await expect(cells.filter({ hasText: "Tool Makers" }).first()).toBeVisible();
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(cells.filter({ hasText: "Tool Makers" })).toHaveCount(0);
  await expect(cells.first()).toHaveText(before);
});

test("many are given a topic or an organisation that is made with them, and one undo takes both back", async ({
  page,
}) => {
  await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
  await page.getByRole("button", { name: "Recode …" }).click();
  const dialog = page.getByRole("dialog", { name: "Recode 25 statements" });
  await dialog.getByLabel("What to do").selectOption("Replace a topic by another");
  await dialog.getByRole("combobox", { name: "Topic", exact: true }).selectOption("tariffs");
  await dialog.getByRole("combobox", { name: "By", exact: true }).fill("machine tools");
  await page.getByRole("option", { name: "Create “machine tools”" }).click();
  const preview = dialog.getByRole("list", { name: "Preview" });
  await expect(preview.getByRole("insertion").first()).toContainText("machine tools");
  await dialog.getByRole("button", { name: "Change 13 statements" }).click();
  await expect(page.getByText("4 topics")).toBeVisible();
  await expect(rows(page).first().locator('[data-column="topic"]')).toContainText("machine tools");
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByText("3 topics")).toBeVisible();
  await expect(rows(page).first().locator('[data-column="topic"]')).toContainText("tariffs");

  await page.getByRole("button", { name: "Recode …" }).click();
  await dialog.getByLabel("What to do").selectOption("Set the organisation of speakers");
  await dialog.getByRole("combobox", { name: "Organisation", exact: true }).fill("Press pool");
  await page.getByRole("option", { name: "Create “Press pool”" }).click();
  await expect(
    dialog.getByText(/speakers will change, with all 25 statements of theirs\./),
  ).toBeVisible();
  await dialog.getByRole("button", { name: /^Change \d+ speakers$/ }).click();
  await saved(page);
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await expect(page.getByRole("tab", { name: "Organisations 10" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("tab", { name: "Organisations 9" })).toBeVisible();
});

test("a range of rows is chosen by shift and deleted, the number said first", async ({ page }) => {
  await rows(page).nth(1).getByRole("checkbox").click();
  await rows(page)
    .nth(3)
    .getByRole("checkbox")
    .click({ modifiers: ["Shift"] });
  await expect(page.getByText("3 chosen")).toBeVisible();
  await rows(page).nth(3).getByRole("checkbox").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(page.getByText("4 chosen")).toBeVisible();
  await page.getByRole("button", { name: "Delete …" }).click();
  await page.getByRole("button", { name: "Delete 4 statements" }).click();
  await count(page, "21 statements");
  await page.getByRole("button", { name: "Undo", exact: true }).first().click();
  await count(page, "25 statements");
});

test("hits stand in their context, and each opens its place, statement or not", async ({
  page,
}) => {
  await page.keyboard.press("/");
  const search = page.getByRole("searchbox", { name: "Search statements" });
  await expect(search).toBeFocused();
  await search.fill('"said thursday"');
  await page.getByRole("button", { name: "Hits in context" }).click();
  const hits = page.getByRole("region", { name: "Hits in context" }).getByRole("listitem");
  await expect(hits.first()).toContainText("The White House said Thursday that the tariffs");
  await hits.first().getByRole("link").click();
  await expect(articleText(page)).toBeFocused();
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("said Thursday");
});

test("hits in context keep to the statements that fit the filter, and say so", async ({ page }) => {
  await page.getByRole("searchbox", { name: "Search statements" }).fill("/said|steel/");
  await page.getByRole("button", { name: "Hits in context" }).click();
  const hits = page.getByRole("region", { name: "Hits in context" }).getByRole("listitem");
  const summary = page.getByText(/^\d+ hits? in \d+ articles?/);
  await expect(summary).not.toContainText("fit the filter");
  const all = await summary.textContent();
  const untagged = hits.filter({ hasNot: page.getByRole("img") });
  await expect(untagged.first()).toBeVisible();

  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await page.getByRole("button", { name: "Condition" }).click();
  await page.getByRole("combobox", { name: "Attribute" }).selectOption("Stances");
  await page.getByRole("combobox", { name: "Stances" }).fill("opposes");
  await page.keyboard.press("Enter");
  await expect(summary).toContainText(", in statements that fit the filter");
  await expect(untagged).toHaveCount(0);
  await expect(hits.first()).toBeVisible();
  expect(await summary.textContent()).not.toContain(all ?? "");
  await page.getByRole("button", { name: "Remove “Stances: opposes”" }).click();
  await expect(summary).toHaveText(all ?? "");
});

test("an expression that is wrong is said to be, and one without end is stopped", async ({
  page,
}) => {
  const search = page.getByRole("searchbox", { name: "Search statements" });
  await search.fill("/(tariff/");
  await expect(page.getByRole("alert")).toContainText("is no regular expression");
  await search.fill("/tarif+s?\\b/");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText(/^\d+ of 25 statements$/)).toBeVisible();
  await search.fill("/((\\w|\\s)+)+#/");
  // The page goes on meanwhile.
  await page.getByRole("button", { name: "Columns" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("alert")).toContainText("found no end", { timeout: 20_000 });
  await search.fill("canada");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expect(page.getByText(/^\d+ of 25 statements$/)).toBeVisible();
});

test("checks say what is missing and lead to it", async ({ page }) => {
  await page.getByRole("button", { name: "Checks" }).click();
  const dialog = page.getByRole("dialog", { name: "Checks before an export" });
  await dialog.getByRole("button", { name: "Show 4 statements: Stance not set" }).click();
  await count(page, "4 of 25 statements");
  await expect(rows(page)).toHaveCount(4);
  await rows(page).first().getByRole("link").click();
  await expect(articleText(page).locator("mark.is-active")).toBeInViewport();
  await page.goBack();
  await page.getByRole("button", { name: "Remove “Check: stance not set”" }).click();
  await count(page, "25 statements");
});

test("the check for one text in several articles names them", async ({ page }) => {
  const text = "ROME, May 2, 2025 (Wire) -- Ada Conti said that trade will grow.";
  await newProject(page, "Copies");
  await page.getByRole("link", { name: "Read", exact: true }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Import" });
  await dialog.getByLabel("Choose files").setInputFiles([
    {
      name: "copies.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(
        `title,publisher,text\nGrowth,The Day,"${text}"\nTrade,The Week,"${text}"\n`,
      ),
    },
  ]);
  await dialog.getByRole("checkbox", { name: "Add it again all the same" }).check();
  await dialog.getByRole("button", { name: "Add 2 articles" }).click();
  await openForm(page, "trade will grow");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await page.getByRole("button", { name: "Checks" }).click();
  await expect(
    page.getByRole("listitem").filter({ hasText: "Same text in several articles" }),
  ).toContainText(/“Growth” \(The Day\)|“Trade” \(The Week\)/);
  await expect(
    page.getByText(/; the same text: “(Trade|Growth)” \(The (Week|Day)\)$/),
  ).toBeVisible();
});
