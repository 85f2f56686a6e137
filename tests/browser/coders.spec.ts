import { readFile } from "node:fs/promises";
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
  type Page,
} from "./app.ts";

const article =
  "Two sides meet\n\nROME, May 2, 2025 (Wire) -- Ada Conti said that trade will grow.\n\nMore follows.";

async function tag(page: Page, words: string, topic: string): Promise<void> {
  const form = tagForm(page);
  await openForm(page, words);
  await form.getByRole("combobox", { name: "Topics" }).press(topic);
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
}

async function codeAsNew(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "New coder" }).click();
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("button", { name: `Coding as ${name}` })).toBeVisible();
}

test.beforeEach(async ({ page }) => {
  await newProject(page, "Coders");
  await pasteArticle(page, article);
});

test("two coders code on one device, and a blind one sees only their own", async ({ page }) => {
  await tag(page, "trade will grow", "3");
  await codeAsNew(page, "Bea");
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "See only my own" }).click();
  await expect(cards(page)).toHaveCount(0);
  await tag(page, "More follows", "1");
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "See everybody" }).click();
  await expect(cards(page)).toHaveCount(2);
});

test("a blind coder is offered what others turned down, and not what they turned down themselves", async ({
  page,
}) => {
  const suggested = page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
  await expect(suggested).toHaveCount(1);
  await suggested.getByRole("button", { name: "Reject" }).click();
  await expect(suggested).toHaveCount(0);
  await codeAsNew(page, "Bea");
  await expect(suggested).toHaveCount(0);
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "See only my own" }).click();
  await expect(suggested).toHaveCount(1);
  await suggested.getByRole("button", { name: "Reject" }).click();
  await expect(suggested).toHaveCount(0);
});

test("a coder gets another colour, and one who coded nothing is removed and brought back", async ({
  page,
}) => {
  await tag(page, "trade will grow", "3");
  await codeAsNew(page, "Bea");
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: /^Coder 1/ }).click();
  await page.getByRole("button", { name: /^Coding as Coder 1/ }).click();
  await page.getByRole("menuitem", { name: "Colours and removal" }).click();
  const dialog = page.getByRole("dialog", { name: "Coders" });
  await expect(dialog.getByText("Has statements, so cannot be removed.")).toBeVisible();
  await dialog.getByRole("button", { name: "wine" }).click();
  await expect(dialog.getByRole("button", { name: "wine" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await dialog.getByRole("button", { name: /^Bea/ }).click();
  await dialog.getByRole("button", { name: "Remove Bea" }).click();
  await expect(dialog.getByRole("button", { name: /^Bea/ })).toHaveCount(0);
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(dialog.getByRole("button", { name: /^Bea/ })).toBeVisible();
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Undo" }).click(); // brought back by undo: the next is the colour's
  await saved(page);
  await page.getByRole("button", { name: /^Coding as/ }).click();
  await page.getByRole("menuitem", { name: "Colours and removal" }).click();
  await expect(dialog.getByRole("button", { name: "wine" })).toHaveAttribute(
    "aria-pressed",
    "false",
  );
});

test("the history goes back to any point, names one, and shows a statement's past", async ({
  page,
}) => {
  await tag(page, "trade will grow", "3");
  await tag(page, "More follows", "1");
  await cards(page).first().getByRole("button").first().click();
  await articleText(page).focus();
  await page.keyboard.press("1");
  await expect(cards(page).first()).toContainText("tariffs");
  await saved(page);
  await page.reload();

  await cards(page).first().getByRole("button").first().click();
  await cards(page).getByRole("button", { name: "This statement’s past" }).click();
  const past = page.getByRole("dialog", { name: "This statement’s past" });
  await expect(past.getByRole("listitem")).toHaveCount(2);
  await expect(past.getByRole("listitem").first()).toContainText(
    "trade (not set), tariffs (not set)",
  );
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "History", exact: true }).click();
  const history = page.getByRole("dialog", { name: "History" });
  const actions = history.getByRole("list", { name: /Actions/ }).getByRole("listitem");
  await expect(actions.first()).toContainText("Edit a statement");
  await actions.nth(2).getByRole("button", { name: "Name this point" }).click();
  await page.getByLabel("Name", { exact: true }).fill("After the first");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(actions.filter({ hasText: "After the first" })).toBeVisible();
  // Found at the top, however many actions came since.
  await history
    .getByRole("region", { name: "Named points" })
    .getByRole("button", { name: "Go back to “After the first”" })
    .click();
  await expect(
    page.getByText("Back to “After the first”: 3 later actions taken back"),
  ).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(history).toBeHidden();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(2);

  // To the beginning, and forward again to where one was before that.
  await page.getByRole("button", { name: "History", exact: true }).click();
  await actions
    .filter({ hasText: "The beginning of the history" })
    .getByRole("button", { name: "Go back to here" })
    .click();
  await expect(page.getByText(/^Back to “the beginning/i)).toBeVisible();
  await expect(actions.first().locator("strong")).toHaveText("Go back in the history");
  await actions.nth(1).getByRole("button", { name: "Go back to here" }).click();
  await expect(page.getByText(/1 later action taken back/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(cards(page)).toHaveCount(2);
});

test("another coder's file is merged: added, changed and in conflict shown first, one undo", async ({
  page,
}) => {
  await tag(page, "trade will grow", "3");
  await saved(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    (async () => {
      await page.getByRole("button", { name: "Export", exact: true }).click();
      await page.getByRole("listbox", { name: "Format" }).selectOption("json");
      await page.getByRole("button", { name: "Download" }).click();
    })(),
  ]);
  const file = JSON.parse(await readFile(await download.path(), "utf8"));
  const [statement] = file.statements;
  // The other coder changed the one and added another; meanwhile it was changed here too.
  const theirs = {
    ...file,
    statements: [
      { ...statement, note: "from Bea", updatedAt: statement.updatedAt + 1e6 },
      { ...statement, id: "01a20c44-0b51-73b1-a6e1-d1808a5e67fd", note: "a second" },
    ],
  };
  await cards(page).first().getByRole("button").first().click();
  await articleText(page).focus();
  await page.keyboard.press("d");
  await saved(page);

  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Choose files").setInputFiles({
    name: "bea.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(theirs)),
  });
  await page.getByRole("button", { name: "Merge into this project" }).click();
  const dialog = page.getByRole("dialog", { name: /^Merge/ });
  await expect(dialog).toContainText("1 statement");
  const conflicts = dialog.getByRole("list", { name: "Conflicts" }).getByRole("listitem");
  await expect(conflicts).toHaveCount(1);
  await expect(conflicts).toContainText("note: from Bea");
  await expect(conflicts.getByRole("radio", { name: /Theirs/ })).toBeChecked();
  await dialog.getByRole("button", { name: "Merge" }).click();
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cards(page)).toHaveCount(1);
});
