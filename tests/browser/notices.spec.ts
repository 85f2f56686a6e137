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

/** Waits until the notice lies over nothing of what is named, and some of it is there. */
async function expectClear(page: Page, things: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate((selector) => {
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
      }, things),
    )
    .toBe(0);
}
