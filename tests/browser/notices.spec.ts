import {
  articleText,
  cards,
  dragOver,
  expect,
  newProject,
  openForm,
  pasteArticle,
  tagForm,
  test,
  type Page,
} from "./app.ts";

// As wide as a small laptop, and not high: what is at the foot of the window comes close.
test.use({ viewport: { width: 1200, height: 700 } });

const line = "The hall is old and the seats are of wood, which nobody minds.";
const article = [
  "Talks at the border",
  ...Array.from({ length: 12 }, (_, i) => `Minister Aigul Serikova said she would answer ${i}.`),
  ...Array.from({ length: 12 }, () => line),
].join("\n\n");

test("a notice beside the margin covers neither cards nor the form nor what is picked", async ({
  page,
}) => {
  await newProject(page, "Notices");
  await pasteArticle(page, article);
  for (const words of ["answer 2", "answer 3"]) {
    await openForm(page, words);
    await page.keyboard.press("Enter");
    await expect(tagForm(page)).toHaveCount(0);
  }
  const suggestions = page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
  await expect(suggestions.nth(6)).toBeVisible();
  await articleText(page).locator("mark").first().click();
  await page.keyboard.press("Delete");
  const notice = page.locator(".notice");
  await notice.hover(); // it stays as long
  await expect(cards(page)).toHaveCount(1);
  await expectClear(page, ".card");

  // Below these words the form has no room above the notice.
  await dragOver(page, "answer 6");
  await expect(tagForm(page)).toBeVisible();
  await expect(notice).toBeVisible();
  await expectClear(page, ".tag-popup");
  await page.keyboard.press("Escape");

  await cards(page).first().locator(".card-main").click();
  await page.keyboard.press("m");
  await expect(page.getByRole("group", { name: "Move a range" })).toBeVisible();
  await expect(notice).toBeVisible();
  await expectClear(page, ".pick-bar");
  // The moving edge is seen above it, however far it goes.
  for (let i = 0; i < 12; i += 1) {
    await page.keyboard.press("Shift+ArrowDown");
    const [caret, top] = await page.evaluate(() => {
      const { focusNode, focusOffset } = getSelection() ?? {};
      const range = document.createRange();
      if (focusNode) range.setStart(focusNode, focusOffset ?? 0);
      return [
        range.getBoundingClientRect().bottom,
        document.querySelector(".notice")?.getBoundingClientRect().top ?? 0,
      ];
    });
    expect(caret).toBeLessThanOrEqual((top ?? 0) + 1);
  }
});

for (const [device, viewport] of [
  ["a small laptop", { width: 1200, height: 700 }],
  ["a telephone", { width: 390, height: 844 }],
] as const)
  test(`on ${device} what a list ends with is clear of a notice`, async ({ page }) => {
    await newProject(page, "Ends");
    await acceptMany(page);
    await page.setViewportSize(viewport);
    const notice = page.locator(".notice");
    await notice.hover(); // it stays as long

    await page.getByRole("link", { name: "Statements", exact: true }).press("Enter");
    await expect(page.getByRole("grid", { name: "Statements" })).toBeVisible();
    await expectLastClear(page, ".sideways-scroll", '[role="row"][aria-selected]:last-child');
    // What is done to those chosen stands at the foot.
    await page.getByRole("grid", { name: "Statements" }).focus();
    await page.keyboard.press("Control+a");
    await expect(page.getByRole("toolbar", { name: "Chosen statements" })).toBeVisible();
    await expectClear(page, ".statements-chosen");
    await expectLastClear(page, ".sideways-scroll", '[role="row"][aria-selected]:last-child');

    await page.evaluate(() => {
      location.hash = location.hash.replace(/statements.*/, "library");
    });
    await expect(page.getByRole("table", { name: "Articles" })).toBeVisible();
    await expectLastClear(page, ".sideways-scroll", '[role="row"][aria-selected]:last-child');

    await page.getByRole("link", { name: "Codebook", exact: true }).press("Enter");
    await page.getByRole("tab", { name: /^Speakers/ }).press("Enter");
    await expect(page.getByRole("treeitem").first()).toBeVisible();
    await expectLastClear(page, ".entry-rows", '[role="treeitem"]:last-child');
    await page.getByRole("tree").focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await expect(
      page.locator(".codebook-detail").getByLabel("Name", { exact: true }),
    ).toBeVisible();
    await expectLastClear(page, ".codebook-detail", ".codebook-detail > :last-child");
  });

/** Brings in articles of one statement each, of as many speakers, and accepts what is suggested. */
async function acceptMany(page: Page): Promise<void> {
  const names = ["Anna", "Mary", "Ruth", "Jane", "Lena", "Rosa"].flatMap((first) =>
    ["Hall", "Conti", "Bekov", "Moreau", "Lindt", "Okoro"].map((last) => `${first} ${last}`),
  );
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await page.getByLabel("Choose files").setInputFiles(
    names.map((name, i) => ({
      name: `${i}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(
        `Talks, day ${i}\n\nMinister ${name} said that the port would stay open.`,
      ),
    })),
  );
  await page.getByRole("button", { name: `Add ${names.length} articles` }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("button", { name: /\d+ suggested/ }).click();
  await page.getByRole("button", { name: "Accept many" }).click();
  const dialog = page.getByRole("dialog", { name: "Accept many suggestions" });
  await dialog.getByRole("checkbox", { name: /^In all/ }).check();
  await dialog.getByRole("slider").fill("50");
  await dialog.getByRole("button", { name: "Read and show" }).click();
  await dialog.getByRole("button", { name: `Accept ${names.length} suggestions` }).click();
  await expect(dialog).toHaveCount(0);
}

/** Scrolls to the end of a list, and waits until its last row stands there, clear of the notice. */
async function expectLastClear(page: Page, list: string, row: string): Promise<void> {
  // Rows are measured as they come into view, so that the end may move on.
  await expect(async () => {
    await page.locator(list).evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    // Rows can be wider than the window.
    await expect(page.locator(row).last()).toBeInViewport({ ratio: 0.25, timeout: 500 });
    expect(await covered(page, row)).toBe(0);
  }).toPass({ timeout: 10_000 });
}

/** Waits until the notice lies over nothing of what is named, and some of it is there. */
async function expectClear(page: Page, things: string): Promise<void> {
  await expect.poll(() => covered(page, things)).toBe(0);
}

/** Over how many of these things the notice lies. */
function covered(page: Page, things: string): Promise<number | string> {
  return page.evaluate((selector) => {
    const notice = document.querySelector(".notice")?.getBoundingClientRect();
    const boxes = [...document.querySelectorAll(selector)].map((thing) =>
      thing.getBoundingClientRect(),
    );
    if (!notice || boxes.length === 0) return "nothing there";
    return boxes.filter(
      (box) =>
        box.left < notice.right &&
        box.right > notice.left &&
        box.top < notice.bottom &&
        box.bottom > notice.top,
    ).length;
  }, things);
}
