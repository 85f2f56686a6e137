import { addFields, articleText, dragOver, expect, test } from "./app.ts";
import { violations } from "./axe.ts";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test("every view has no accessibility violation", async ({ page }) => {
      await page.getByRole("link", { name: /Steel tariffs/ }).click();
      await expect(articleText(page).locator("mark").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      for (const view of ["Statements", "Codebook", "Analysis"]) {
        await page.getByRole("link", { name: view, exact: true }).click();
        await expect(page.getByRole("main")).toBeVisible();
        expect(await violations(page), view).toEqual([]);
      }
    });

    test("the library has none, nor has what an import is looked over in", async ({ page }) => {
      await page.getByRole("link", { name: "Library" }).click();
      await page
        .getByRole("checkbox", { name: /^Choose “/ })
        .first()
        .check();
      await page.getByRole("combobox", { name: "Group by" }).selectOption("publisher");
      expect(await violations(page), "library").toEqual([]);
      await page
        .getByRole("button", { name: /^Details of/ })
        .first()
        .click();
      await expect(page.getByRole("dialog", { name: "Article details" })).toBeVisible();
      expect(await violations(page), "details").toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "Import", exact: true }).click();
      const rows = [1, 2, 3, 4, 5].map(
        (n) => `Story ${n},3/5/2024,"${`It was said ${n} times. `.repeat(9)}"`,
      );
      await page.getByLabel("Choose files").setInputFiles([
        {
          name: "table.csv",
          mimeType: "text/csv",
          buffer: Buffer.from(`title,date,text\n${rows.join("\n")}\n`),
        },
        {
          name: "bytes.txt",
          mimeType: "text/plain",
          buffer: Buffer.from([0x43, 0x61, 0x66, 0xe9, 0x2e]),
        },
        { name: "empty.txt", mimeType: "text/plain", buffer: Buffer.from("") },
      ]);
      await page.getByRole("button", { name: "Story 3" }).click();
      expect(await violations(page), "review").toEqual([]);
    });

    test("fields in the form, in the colours and in the codebook have none", async ({ page }) => {
      await addFields(
        page,
        "kind,name,takes,choices\nfield,Tone,choice,calm; sharp\nfield,Mood,choice,calm\nfield,Page,number,",
      );
      await page.getByRole("link", { name: /Steel tariffs/ }).click();
      await dragOver(page, "foundries in the 1980s");
      const form = page.getByRole("dialog", { name: "Tag statement" });
      await form.getByText("Fields").click();
      await form.getByLabel("Tone").selectOption("calm");
      await form.getByLabel("Page").fill("x");
      expect(await violations(page), "form").toEqual([]);
      await form.getByLabel("Page").fill("1");
      await form.getByRole("button", { name: "Save statement" }).click();
      await page.getByRole("combobox", { name: "Colour by" }).selectOption("Tone");
      await expect(page.getByRole("list", { name: "What the colours mean" })).toBeVisible();
      expect(await violations(page), "legend").toEqual([]);
      await page.getByRole("link", { name: "Codebook", exact: true }).click();
      await page.getByRole("tab", { name: /^Fields/ }).click();
      await page.getByRole("treeitem", { name: /^Mood/ }).click();
      await page.getByRole("button", { name: "Merge …" }).click();
      await page.getByRole("combobox", { name: "Merge" }).fill("To");
      await page.getByRole("option", { name: /^Tone/ }).click();
      await expect(page.getByRole("dialog").getByRole("status")).toBeVisible();
      expect(await violations(page), "merge").toEqual([]);
    });

    test("recoding with an entry that is to be made has none, nor has a cell's form", async ({
      page,
    }) => {
      await page.getByRole("link", { name: "Statements", exact: true }).click();
      await page.locator('[data-column="topic"]').first().dblclick();
      await page.getByRole("combobox", { name: "Topics" }).fill("new one");
      await expect(page.getByRole("option", { name: "Create “new one”" })).toBeVisible();
      expect(await violations(page), "cell").toEqual([]);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("option", { name: "Create “new one”" })).toHaveCount(0);
      await page.keyboard.press("Escape");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await page.getByRole("checkbox", { name: "Choose all that are shown" }).check();
      await page.getByRole("button", { name: "Recode …" }).click();
      await page.getByLabel("What to do").selectOption("Set the organisation of speakers");
      await page.getByRole("combobox", { name: "Organisation", exact: true }).fill("Press pool");
      await page.getByRole("option", { name: "Create “Press pool”" }).click();
      expect(await violations(page), "recode").toEqual([]);
    });

    test("the open form and the dialogs have none", async ({ page }) => {
      await page.getByRole("link", { name: /Steel tariffs/ }).click();
      await dragOver(page, "foundries in the 1980s");
      await expect(page.getByRole("dialog", { name: "Tag statement" })).toBeVisible();
      await page.keyboard.type("Da");
      await expect(page.getByRole("option").first()).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByRole("combobox", { name: "Topics" }).press("1");
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      for (const dialog of ["Import", "Export"]) {
        await page.getByRole("button", { name: dialog, exact: true }).click();
        await expect(page.getByRole("dialog", { name: dialog })).toBeVisible();
        expect(await violations(page), dialog).toEqual([]);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog", { name: dialog })).toHaveCount(0);
      }
    });
  });
}

test("a notice has no violation while it is there, and none while it fades", async ({ page }) => {
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  await page.locator("mark").first().click();
  await page.keyboard.press("Delete");
  const notice = page.locator(".notice");
  await expect(notice).toHaveCSS("opacity", "1");
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => {
    // Long enough to be looked at; the policy lets no style sheet in, but rules be added.
    document.styleSheets[0]?.insertRule(".notice { transition: opacity 20s !important; }");
  });
  const close = notice.getByRole("button", { name: "Close" });
  await close.click();
  await expect(notice).toHaveAttribute("data-ending-style", "");
  expect(await violations(page)).toEqual([]);
  // Nothing of it takes the focus any more.
  await close.evaluate((button) => button.focus());
  await expect(close).not.toBeFocused();
});
