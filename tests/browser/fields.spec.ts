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

const fewFields = `kind,name,on,takes,choices
field,Tone,statement,choice,calm; sharp
field,Page,statement,number,
field,Quoted in full,statement,yes/no,
field,Said on,statement,date,
field,Remark,statement,text,
field,Desk,article,text,`;

/** What the chosen card says of the project's own fields. */
function fieldsOnCard(page: Page): Promise<string[]> {
  return cards(page).locator("dl > div").allInnerTexts();
}

test.beforeEach(async ({ page }) => {
  await newProject(page, "Fields");
  await pasteArticle(page, article);
});

test("a codebook without fields shows none in the tag form", async ({ page }) => {
  await openForm(page, "trade will grow");
  await expect(tagForm(page).getByText("Fields")).toHaveCount(0);
});

test("fields of every kind are filled in by mouse, with the statement, and undone with it", async ({
  page,
}) => {
  await addFields(page, fewFields);
  await openForm(page, "trade will grow");
  const form = tagForm(page);
  await expect(form.getByLabel("Tone")).toBeHidden();
  await form.getByText("Fields").click();
  await form.getByLabel("Tone").selectOption("sharp");
  await form.getByLabel("Page").fill("three");
  await form.getByLabel("Quoted in full").selectOption("no");
  await form.getByLabel("Said on").fill("2025-05");
  await form.getByLabel("Remark").fill(" on the record ");
  await expect(form.getByLabel("Desk")).toHaveCount(0);
  await form.getByRole("button", { name: "Save statement" }).click();
  await expect(form.getByText("Write a number.")).toBeVisible();
  await expect(form.getByLabel("Page")).toBeFocused();
  await form.getByLabel("Page").fill("3");
  await form.getByRole("button", { name: "Save statement" }).click();
  await expect
    .poll(() => fieldsOnCard(page))
    .toEqual([
      "Tone\nsharp",
      "Page\n3",
      "Quoted in full\nno",
      "Said on\n2025-05",
      "Remark\non the record",
    ]);
  await saved(page);
  await page.reload();
  await cards(page).getByRole("button").first().click();
  await expect.poll(() => fieldsOnCard(page)).toContain("Page\n3");
  await page.keyboard.press("Control+z");
  await expect(cards(page)).toHaveCount(0);
});

test("fields are filled in and emptied by keyboard alone", async ({ page }) => {
  await addFields(page, fewFields);
  await openForm(page, "trade will grow");
  await typeSpeaker(page, "Ada");
  const form = tagForm(page);
  await form.getByRole("textbox", { name: "Note" }).focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(form.getByLabel("Tone")).toBeFocused();
  await page.keyboard.type("calm");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect.poll(() => fieldsOnCard(page)).toEqual(["Tone\ncalm", "Page\n12"]);

  // They stand open in the statement that has some, and for the next one as they were left.
  await page.keyboard.press("e");
  await expect(form.getByLabel("Page")).toHaveValue("12");
  await form.getByLabel("Page").focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect.poll(() => fieldsOnCard(page)).toEqual(["Tone\ncalm"]);
  await page.getByRole("button", { name: "This statement’s past" }).click();
  await expect(page.getByRole("dialog")).toContainText("Page: 12 → nothing");
  await expect(page.getByRole("dialog")).toContainText("Tone: nothing → calm");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect.poll(() => fieldsOnCard(page)).toEqual(["Tone\ncalm", "Page\n12"]);
  await openForm(page, "helps nobody");
  await expect(form.getByLabel("Tone")).toBeVisible();
  await expect(form.getByLabel("Tone")).toHaveValue("");
});

test("what was typed into a field stands while another range is picked", async ({ page }) => {
  await addFields(page, fewFields);
  await openForm(page, "A tariff helps nobody");
  const form = tagForm(page);
  await form.getByText("Fields").click();
  await form.getByLabel("Remark").fill("twice");
  await form.getByRole("button", { name: "Add range" }).click();
  await openPicked(page);
  await expect(form.getByLabel("Remark")).toHaveValue("twice");
  await form.getByRole("button", { name: "Save statement" }).click();
  await expect.poll(() => fieldsOnCard(page)).toEqual(["Remark\ntwice"]);
});

/** Picks three characters more, by keyboard, and keeps them. */
async function openPicked(page: Page): Promise<void> {
  await expect(articleText(page)).toBeFocused();
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("ArrowRight");
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await expect(tagForm(page)).toBeVisible();
}

/** The colour of the first mark over some words. */
function markColour(page: Page, words: string): Promise<string> {
  return articleText(page)
    .locator(".st")
    .filter({ hasText: words })
    .first()
    .evaluate((mark) => getComputedStyle(mark).getPropertyValue("--k1"));
}

test("the text is coloured by a field, with a legend, by mouse and by keyboard", async ({
  page,
}) => {
  await addFields(page, fewFields);
  const form = tagForm(page);
  for (const [words, tone] of [
    ["trade will grow", "sharp"],
    ["helps nobody", "calm"],
    ["starts in June", ""],
  ] as const) {
    await openForm(page, words);
    const fields = form.getByText("Fields");
    if (!(await form.getByLabel("Tone").isVisible())) await fields.click();
    await form.getByLabel("Tone").selectOption(tone);
    await form.getByRole("button", { name: "Save statement" }).click();
    await expect(form).toHaveCount(0);
  }
  const legend = page.getByRole("list", { name: "What the colours mean" });
  await expect(legend).toHaveCount(0);
  const by = page.getByRole("combobox", { name: "Colour by" });
  await by.selectOption({ label: "Tone" });
  await expect(legend.getByRole("listitem")).toHaveText(["calm", "sharp", "no value"]);
  const colours = await Promise.all(
    ["trade will grow", "helps nobody", "starts in June"].map((words) => markColour(page, words)),
  );
  expect(new Set(colours).size).toBe(3);

  await page.keyboard.press("Escape");
  await by.focus();
  await page.keyboard.type("Quoted");
  await expect(legend.getByRole("listitem")).toHaveText(["no value"]);
  await page.reload();
  await expect(legend.getByRole("listitem")).toHaveText(["no value"]);
});

/** Opens the fields of the codebook. */
async function openFields(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await page.getByRole("tab", { name: /^Fields/ }).click();
  await expect(page.getByRole("tree", { name: "Fields" })).toBeVisible();
}

/** Tags words and chooses in some fields. */
async function tagWith(page: Page, words: string, values: Record<string, string>): Promise<void> {
  await openForm(page, words);
  const form = tagForm(page);
  if (!(await form.getByLabel(Object.keys(values)[0] ?? "").isVisible()))
    await form.getByText("Fields").click();
  for (const [name, value] of Object.entries(values))
    await form.getByLabel(name).selectOption(value);
  await form.getByRole("button", { name: "Save statement" }).click();
  await expect(form).toHaveCount(0);
}

test("an archived field is offered nowhere, its values are in the table when asked for, and it comes back", async ({
  page,
}) => {
  await addFields(page, fewFields);
  await tagWith(page, "trade will grow", { Tone: "calm" });
  await openFields(page);
  await page.getByRole("treeitem", { name: /^Tone/ }).click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByRole("treeitem", { name: /^Tone/ })).toHaveCount(0);
  await expect(page.getByText("Archived (1)")).toBeVisible();

  await page.getByRole("link", { name: "Statements", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: /^Page/ })).toBeVisible();
  await expect(page.getByRole("columnheader", { name: /^Tone/ })).toHaveCount(0);
  await expect(
    page.getByRole("combobox", { name: "Group by" }).getByRole("option", { name: "Tone" }),
  ).toHaveCount(0);
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("checkbox", { name: "Tone archived" }).check();
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("columnheader", { name: /^Tone/ })).toBeVisible();
  await expect(page.getByRole("gridcell", { name: "calm", exact: true })).toBeVisible();

  await page.getByRole("link", { name: "Read", exact: true }).click();
  await expect(articleText(page)).toBeVisible();
  await openForm(page, "helps nobody");
  await expect(tagForm(page).getByLabel("Page")).toBeVisible();
  await expect(tagForm(page).getByLabel("Tone")).toHaveCount(0);
  await page.keyboard.press("Escape");

  await openFields(page);
  await page.getByText("Archived (1)").click();
  await page.getByRole("button", { name: "Tone", exact: true }).click();
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("treeitem", { name: /^Tone/ })).toBeVisible();
});

const twoTones = `kind,name,on,takes,choices
field,Tone,statement,choice,calm; sharp
field,Mood,statement,choice,Calm; ironic
field,Page,statement,number,`;

test("two fields are merged by mouse: how many it changes and whose value wins is said first, one undo", async ({
  page,
}) => {
  await addFields(page, twoTones);
  await tagWith(page, "trade will grow", { Tone: "sharp", Mood: "ironic" });
  await tagWith(page, "helps nobody", { Mood: "Calm" });
  await openFields(page);
  await page.getByRole("treeitem", { name: /^Tone/ }).click();
  await page.getByRole("button", { name: "Merge …" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge fields" });
  await dialog.getByRole("combobox", { name: "Merge" }).fill("Pa");
  await expect(page.getByRole("option", { name: /^Page/ })).toHaveCount(0);
  await dialog.getByRole("combobox", { name: "Merge" }).fill("Mo");
  await page.getByRole("option", { name: /^Mood/ }).click();
  await dialog.getByRole("radio", { name: /^Tone/ }).check();
  await expect(dialog.getByRole("status")).toContainText(
    "The values of 2 statements of 1 article go over to “Tone”, and so do the choices.",
  );
  await expect(dialog.getByRole("status")).toContainText(
    "1 statement has a value in more than one",
  );
  await dialog.getByRole("radio", { name: "Take that of “Mood” in its place" }).check();
  await dialog.getByRole("button", { name: "Merge 2 into “Tone”" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole("tab", { name: "Fields 2" })).toBeVisible();
  const values = page.getByRole("region", { name: "Values" });
  await expect(values.getByRole("listitem")).toHaveText([/^ironic/, /^calm/]);
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("tab", { name: "Fields 3" })).toBeVisible();
  await expect(values.getByRole("listitem")).toHaveText([/^sharp/]);
});

test("fields are chosen, merged and archived by keyboard alone", async ({ page }) => {
  await addFields(page, twoTones);
  await tagWith(page, "helps nobody", { Mood: "ironic" });
  await openFields(page);
  await page.getByRole("tree", { name: "Fields" }).focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  const several = page.getByRole("group", { name: "What is chosen" });
  await several.getByRole("button", { name: "Merge …" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "Merge fields" });
  await expect(dialog.getByRole("status")).toContainText("No values go over to “Mood”");
  await dialog.getByRole("radio", { name: /^Tone/ }).focus();
  await page.keyboard.press("Space");
  await expect(dialog.getByRole("status")).toContainText("The values of 1 statement of 1 article");
  await dialog.getByRole("button", { name: "Merge 2 into “Tone”" }).press("Enter");
  await expect(page.getByRole("region", { name: "Values" }).getByRole("listitem")).toHaveText([
    /^ironic/,
  ]);
  await page.getByRole("button", { name: "Archive", exact: true }).press("Enter");
  await expect(page.getByText("Archived (1)")).toBeVisible();
  await saved(page);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("tab", { name: "Fields 3" })).toBeVisible();
});

test.describe("390 pixels wide", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("twenty fields scroll in the form, and Save stays in reach", async ({ page }) => {
    const names = Array.from({ length: 20 }, (_, i) => `field,Own field ${i + 1},statement,text,`);
    await addFields(page, ["kind,name,on,takes,choices", ...names].join("\n"));
    await page.keyboard.press("Escape");
    await openForm(page, "trade will grow");
    const form = tagForm(page);
    await form.getByText("Fields").click();
    await expect(form.getByRole("button", { name: "Save statement" })).toBeInViewport({ ratio: 1 });
    await form.getByLabel("Own field 20").fill("last");
    await expect(form.getByRole("button", { name: "Save statement" })).toBeInViewport({ ratio: 1 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await form.getByRole("button", { name: "Save statement" }).click();
    await expect(cards(page)).toHaveCount(1);
  });
});
