import { expect, newProject, saved, test, type Page } from "./app.ts";

async function openCodebook(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  await expect(page.getByRole("tree", { name: "Topics" })).toBeVisible();
}

/** The topics of the tree from the top down, each after as many dots as its level. */
function treeOf(page: Page): Promise<string[]> {
  return page
    .getByRole("treeitem")
    .evaluateAll((rows) =>
      rows
        .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map(
          (row) =>
            ".".repeat(Number(row.getAttribute("aria-level"))) +
            row.querySelector(".entry-row-name")?.firstChild?.textContent,
        ),
    );
}

async function addTopic(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "New topic" }).click();
  await page.getByLabel("Name", { exact: true }).last().fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page.getByRole("heading", { name })).toBeVisible();
}

test("a tree of topics is built and rearranged by keyboard alone", async ({ page }) => {
  await newProject(page, "Trees");
  await openCodebook(page);
  await addTopic(page, "steel");
  const tree = page.getByRole("tree", { name: "Topics" });
  await tree.focus();
  await page.keyboard.press("End");
  await expect(page.getByRole("textbox", { name: "Name" })).toHaveValue("steel");
  await page.keyboard.press("Alt+ArrowRight");
  await expect
    .poll(() => treeOf(page))
    .toEqual([".tariffs", ".counterterrorism", ".trade", "..steel"]);
  await page.keyboard.press("Home");
  await page.keyboard.press("Alt+ArrowDown");
  await expect
    .poll(() => treeOf(page))
    .toEqual([".counterterrorism", ".tariffs", ".trade", "..steel"]);
  await page.keyboard.type("tr");
  await expect(page.getByRole("heading", { name: "trade" })).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(() => treeOf(page)).toEqual([".counterterrorism", ".tariffs", ".trade"]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("heading", { name: "steel" })).toBeVisible();
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: "Name" })).toBeFocused();
  await page.keyboard.type("metals");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "metals" })).toBeVisible();
  await tree.focus();
  await page.keyboard.press("Alt+ArrowLeft");
  await expect
    .poll(() => treeOf(page))
    .toEqual([".counterterrorism", ".tariffs", ".trade", ".metals"]);
  for (let i = 0; i < 2; i += 1) await page.keyboard.press("Control+z");
  await expect
    .poll(() => treeOf(page))
    .toEqual([".counterterrorism", ".tariffs", ".trade", "..steel"]);
  await saved(page);
  await page.reload();
  await expect
    .poll(() => treeOf(page))
    .toEqual([".counterterrorism", ".tariffs", ".trade", "..steel"]);
});

test("topics are dragged before, after and into each other", async ({ page }) => {
  await openCodebook(page);
  const row = (name: string) => page.getByRole("treeitem", { name: new RegExp(`^${name} `) });
  await row("trade").dragTo(row("tariffs"), { targetPosition: { x: 120, y: 17 } });
  await expect.poll(() => treeOf(page)).toEqual([".tariffs", "..trade", ".counterterrorism"]);
  await row("counterterrorism").dragTo(row("tariffs"), { targetPosition: { x: 120, y: 3 } });
  await expect.poll(() => treeOf(page)).toEqual([".counterterrorism", ".tariffs", "..trade"]);
  await row("tariffs").dragTo(row("trade"), { targetPosition: { x: 120, y: 17 } });
  await expect(page.getByRole("alert")).toContainText("“tariffs” cannot stand below itself");
});

test("topics are merged: the effect is said first, and one undo takes it back", async ({
  page,
}) => {
  await openCodebook(page);
  const before = await treeOf(page);
  const labels = page.getByRole("treeitem", { name: "tariffs 13 statements" });
  await expect(labels).toBeVisible();
  await page.getByRole("treeitem", { name: /^tariffs/ }).click();
  await page.getByRole("treeitem", { name: /^trade/ }).click({ modifiers: ["Shift"] });
  await page.getByRole("treeitem", { name: /^counterterrorism/ }).click({ modifiers: ["Control"] });
  await page.getByRole("group", { name: "What is chosen" }).getByText("2 chosen").waitFor();
  await page
    .getByRole("group", { name: "What is chosen" })
    .getByRole("button", { name: "Merge" })
    .click();
  const dialog = page.getByRole("dialog", { name: "Merge topics" });
  await expect(dialog.getByRole("radio", { name: /^tariffs/ })).toBeChecked();
  await expect(dialog.getByRole("status")).toContainText(/9 statements of \d articles? go over/);
  await dialog.getByRole("button", { name: "Merge 2 into “tariffs”" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect.poll(() => treeOf(page)).toEqual([".tariffs", ".counterterrorism"]);
  await saved(page);
  await page.getByRole("button", { name: "Undo" }).first().click();
  await expect.poll(() => treeOf(page)).toEqual(before);
  await expect(labels).toBeVisible();
});

test("deleting a speaker says what it takes, and gives the statements to another", async ({
  page,
}) => {
  await openCodebook(page);
  await page.getByRole("tab", { name: /^Speakers/ }).click();
  await page.getByRole("treeitem", { name: /^Luo Jianping .* 4 statements$/ }).click();
  await page.getByRole("button", { name: "Delete …" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete “Luo Jianping”" });
  await expect(dialog).toContainText(/Used by 4 statements of \d articles?\./);
  await dialog.getByRole("radio", { name: "They get another speaker in its place" }).check();
  await expect(dialog.getByRole("button", { name: "Delete", exact: true })).toBeDisabled();
  await dialog.getByRole("combobox", { name: "Instead" }).fill("Lyle");
  await page.locator("[data-highlighted]").waitFor();
  await page.keyboard.press("Enter");
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByRole("treeitem", { name: /^Luo Jianping/ })).toHaveCount(0);
  await expect(
    page.getByRole("treeitem", { name: /^Lyle Hathorne .* [456] statements$/ }),
  ).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(
    page.getByRole("treeitem", { name: /^Luo Jianping .* 4 statements$/ }),
  ).toBeVisible();
});

test("deleting a topic for another says what becomes of the stances on it", async ({ page }) => {
  await openCodebook(page);
  await page.getByRole("treeitem", { name: /^trade/ }).click();
  await page.getByRole("button", { name: "Delete …" }).click();
  const dialog = page.getByRole("dialog", { name: "Delete “trade”" });
  await expect(dialog).toContainText("They lose this topic, and their stance on it");
  await dialog.getByRole("radio", { name: "They get another topic in its place" }).check();
  await dialog.getByRole("combobox", { name: "Instead" }).fill("tariffs");
  await page.locator("[data-highlighted]").waitFor();
  await page.keyboard.press("Enter");
  await expect(dialog.getByRole("status")).toContainText(
    "Each keeps its stance, from then on towards “tariffs”.",
  );
  await dialog.getByRole("button", { name: "Delete", exact: true }).click();
  await expect.poll(() => treeOf(page)).toEqual([".tariffs", ".counterterrorism"]);
});

test("a speaker is described, given an organisation made in place, and an alias is split off", async ({
  page,
}) => {
  await openCodebook(page);
  await page.getByRole("tab", { name: /^Speakers/ }).click();
  await page.getByRole("treeitem", { name: /^Abdelkrim Bouzaher/ }).click();
  await page.getByRole("textbox", { name: "Aliases" }).fill("Minister Bouzaher");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Split Minister Bouzaher off" })).toBeVisible();
  await page.getByRole("combobox", { name: "Organisation" }).fill("Interior Ministry");
  await page.locator("[data-highlighted]").waitFor();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("tab", { name: "Organisations 10" })).toBeVisible();
  await page.getByRole("button", { name: "Split Minister Bouzaher off" }).click();
  const dialog = page.getByRole("dialog", { name: "Split off “Minister Bouzaher”" });
  await dialog.getByRole("checkbox").nth(1).check();
  await dialog.getByRole("button", { name: "Split off" }).click();
  await expect(page.getByRole("heading", { name: "Minister Bouzaher", exact: true })).toBeVisible();
  await expect(
    page.getByRole("treeitem", { name: /^Minister Bouzaher .* 1 statement$/ }),
  ).toBeVisible();
  await expect(
    page.getByRole("treeitem", { name: /^Abdelkrim Bouzaher .* 3 statements$/ }),
  ).toBeVisible();
  await saved(page);
});

test("what cannot be is refused beside the field, with the reason", async ({ page }) => {
  await openCodebook(page);
  await page.getByRole("treeitem", { name: /^tariffs/ }).click();
  await page.getByRole("textbox", { name: "Shortcut key" }).fill("j");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert")).toContainText(
    "goes to the next statement in the Read view",
  );
  await page.keyboard.press("Escape");
  await page.getByRole("textbox", { name: "Shortcut key" }).fill("w");
  await page.keyboard.press("Enter");
  await page.getByRole("textbox", { name: "Keywords" }).fill("tariff\n/dut(y/");
  await page.getByRole("textbox", { name: "Definition" }).focus();
  await expect(page.getByRole("alert")).toContainText(
    "Keyword 2: The expression /dut(y/ cannot be read",
  );
  await page.getByLabel("Own colour").fill("#ffee00");
  await expect(page.getByText("#ffee00 is too light to be seen on the light page")).toBeVisible();
});

test("an archived entry stands apart and comes back", async ({ page }) => {
  await openCodebook(page);
  await page.getByRole("treeitem", { name: /^trade/ }).click();
  await page.getByRole("button", { name: "Archive", exact: true }).click();
  await expect(page.getByRole("treeitem", { name: /^trade/ })).toHaveCount(0);
  await page.getByText("Archived (1)").click();
  await page.getByRole("button", { name: "trade", exact: true }).click();
  await page.getByRole("button", { name: "Bring back" }).click();
  await expect(page.getByRole("treeitem", { name: /^trade/ })).toBeVisible();
});

test("an entry leads to its statements, and to all of them in the Statements view", async ({
  page,
}) => {
  await openCodebook(page);
  await page.getByRole("treeitem", { name: /^counterterrorism/ }).click();
  const statements = page.getByRole("region", { name: "Statements" });
  await expect(statements.getByRole("listitem")).toHaveCount(5);
  await statements.getByRole("link", { name: "Show in Statements" }).click();
  await expect(page.getByText("6 of 25 statements")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "counterterrorism" })).toBeVisible();
});

test("a topic leads to the statements of it and of those below, as many as it says", async ({
  page,
}) => {
  await openCodebook(page);
  await page.getByRole("treeitem", { name: /^trade/ }).click();
  await page.getByRole("combobox", { name: "Stands below" }).selectOption("tariffs");
  await page.getByRole("treeitem", { name: /^tariffs/ }).click();
  const said = page.getByText(/^With the topics below it: \d+ statements of/);
  const [, below = ""] = /: (\d+) /.exec(await said.innerText()) ?? [];
  const own = await page.getByRole("region", { name: "Statements" }).innerText();
  expect(Number(below)).toBeGreaterThan(Number(/(\d+) statements of/.exec(own)?.[1]));
  await page.getByRole("link", { name: "Show them in Statements" }).press("Enter");
  await expect(page.getByText(`${below} of 25 statements`, { exact: true })).toBeVisible();
  await expect(page.getByText("Topics: tariffs with subtopics")).toBeVisible();
});

test.describe("390 pixels wide", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test("an entry opens over the list, and Back leads to it", async ({ page }) => {
    await openCodebook(page);
    await page.getByRole("treeitem", { name: /^trade/ }).tap();
    await expect(page.getByRole("tree")).toBeHidden();
    await page.getByRole("combobox", { name: "Stands below" }).selectOption("tariffs");
    await page.getByRole("button", { name: "Back" }).tap();
    await expect.poll(() => treeOf(page)).toEqual([".tariffs", "..trade", ".counterterrorism"]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
  });
});

test("the codebook is exported alone, and imported elsewhere after a look at what it does", async ({
  page,
}) => {
  await openCodebook(page);
  const before = await treeOf(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    (async () => {
      await page.getByRole("button", { name: "Codebook file" }).click();
      await page.getByRole("menuitem", { name: /Export as a table/ }).click();
    })(),
  ]);
  expect(download.suggestedFilename()).toMatch(/codebook\.csv$/);
  const file = await download.path();
  await newProject(page, "Elsewhere");
  await openCodebook(page);
  await page.getByRole("button", { name: "Codebook file" }).click();
  await page.getByRole("menuitem", { name: "Import a codebook" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a codebook" });
  await dialog.getByLabel("Choose a codebook file").setInputFiles(file);
  await expect(dialog.getByRole("status")).toContainText("24 new, 0 changed, 3 merged by name");
  await dialog.getByRole("button", { name: "Import 27 entries" }).click();
  await expect(page.getByRole("tab", { name: "Speakers 15" })).toBeVisible();
  expect(await treeOf(page)).toEqual(before);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("tab", { name: "Speakers 0" })).toBeVisible();
});

test("a file that is no codebook is refused, and nothing is saved", async ({ page }) => {
  await openCodebook(page);
  await page.getByRole("button", { name: "Codebook file" }).click();
  await page.getByRole("menuitem", { name: "Import a codebook" }).click();
  const dialog = page.getByRole("dialog", { name: "Import a codebook" });
  await dialog.getByLabel("Choose a codebook file").setInputFiles({
    name: "bad.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("name,colour\ntrade,blue\n"),
  });
  await expect(dialog.getByRole("alert")).toContainText("“bad.csv”, row 2: “blue” is no colour");
  await expect(dialog.getByRole("button", { name: "Import", exact: true })).toBeDisabled();
});

test("a field is made, and says what becomes of its values before it takes another kind", async ({
  page,
}) => {
  await openCodebook(page);
  await page.getByRole("tab", { name: /^Fields/ }).click();
  await page.getByRole("button", { name: "New field" }).click();
  const dialog = page.getByRole("dialog", { name: "New field" });
  await dialog.getByLabel("Name").fill("Tone");
  await dialog.getByRole("combobox", { name: "Takes" }).selectOption("choice");
  await dialog.getByRole("button", { name: "Add a choice" }).click();
  await dialog.getByRole("textbox", { name: "Choice 1" }).fill("calm");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("treeitem", { name: /^Tone choice on statements/ })).toBeVisible();
  await page.getByRole("combobox", { name: "Takes" }).selectOption("text");
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expect(page.getByRole("treeitem", { name: /^Tone text on statements/ })).toBeVisible();
  await saved(page);
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("treeitem", { name: /^Tone choice on statements/ })).toBeVisible();
});
