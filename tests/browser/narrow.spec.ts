import {
  articleText,
  cards,
  dragOver,
  expect,
  newProject,
  pasteArticle,
  tagForm,
  test,
  type Page,
} from "./app.ts";
import { violations } from "./axe.ts";

// A telephone, held upright.
test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

test("nothing is cut off, and the statements stand below the text", async ({ page }) => {
  await page.getByRole("button", { name: "Articles" }).click();
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  const list = page.getByRole("list", { name: "Statements in this article" });
  await expect(list.getByRole("listitem")).toHaveCount(13);
  const text = await articleText(page).boundingBox();
  const below = await list.boundingBox();
  expect(below?.y ?? 0).toBeGreaterThan((text?.y ?? 0) + (text?.height ?? 0) - 1);
  for (const view of ["Read", "Statements", "Codebook", "Analysis"]) {
    await page.getByRole("link", { name: view, exact: true }).click();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, view).toBeLessThanOrEqual(390);
  }
  await expect(page.getByRole("main")).toBeVisible();
  expect(await violations(page)).toEqual([]);
});

test("the table of Analysis shows that it goes on sideways, and is scrolled by keys", async ({
  page,
}) => {
  await page.getByRole("link", { name: "Analysis", exact: true }).click();
  const region = page.getByRole("region", { name: "Speakers by topics" });
  const frame = page.locator(".sideways");
  const last = page.getByRole("columnheader").last();
  await expect(last).not.toBeInViewport({ ratio: 1 });
  await expect(frame).toHaveAttribute("data-after");
  await expect(frame).not.toHaveAttribute("data-before");
  await page.getByRole("button", { name: "Export", exact: true }).focus();
  await page.keyboard.press("Tab");
  await expect(region).toBeFocused();
  for (let i = 0; i < 4; i += 1) await page.keyboard.press("ArrowRight");
  await expect(last).toBeInViewport({ ratio: 1 });
  await expect(frame).toHaveAttribute("data-before");
  await expect(frame).not.toHaveAttribute("data-after");
  // The speakers stay beside their numbers, and cover none that the keyboard comes to.
  const speaker = page.getByRole("rowheader", { name: "Luo Jianping" });
  await expect(speaker).toBeInViewport({ ratio: 1 });
  const first = page.getByRole("row", { name: /^Luo Jianping/ }).getByRole("link");
  await first.last().focus();
  await page.keyboard.press("Shift+Tab");
  await expect(first.first()).toBeFocused();
  await expect
    .poll(async () => {
      const [cell, head] = [await first.first().boundingBox(), await speaker.boundingBox()];
      return (cell?.x ?? 0) - (head?.x ?? 0) - (head?.width ?? Infinity);
    })
    .toBeGreaterThanOrEqual(-1);
  await page.setViewportSize({ width: 900, height: 844 });
  await expect(frame).not.toHaveAttribute("data-after");
});

test("in Statements a card says what it is that a statement has none of", async ({ page }) => {
  await newProject(page, "Bare");
  await pasteArticle(page, "The hall\n\nThe hall is old and the seats are of wood.");
  await dragOver(page, "seats are of wood");
  await tagForm(page).getByRole("button", { name: "Save statement" }).tap();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole("link", { name: "Statements", exact: true }).tap();
  const row = page.getByRole("row").filter({ hasText: "seats are of wood" });
  await expect(row).toContainText("No speaker yet");
  await expect(row).toContainText("No topic yet");
});

test("the form opens at the foot of the window, the words above it", async ({ page }) => {
  await dragOver(page, "freight");
  const form = page.getByRole("dialog", { name: "Tag statement" });
  await expect(form).toBeVisible();
  const box = await form.boundingBox();
  const words = await page.locator(".is-kept").first().boundingBox();
  expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual((box?.y ?? 0) + 1);
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
});

test("the card of a chosen suggestion lies at the foot of the window, the words above it", async ({
  page,
}) => {
  await newProject(page, "Narrow");
  await pasteArticle(page, narrow);
  const foot = page.locator("[data-at-foot]");
  const suggested = page.getByRole("list", { name: "Suggestions" }).getByRole("listitem");
  await expect(suggested.nth(7)).toBeAttached();
  await articleText(page).focus();
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press("s");
    await expect(suggested.nth(i)).toHaveAttribute("data-at-foot");
    await expectAbove(page, ".is-active", "[data-at-foot]");
  }
  expect(await violations(page)).toEqual([]);
  // The form takes its place, and gives it back.
  await page.keyboard.press("e");
  await expect(page.getByRole("dialog", { name: "Tag statement" })).toBeVisible();
  await expect(foot).toHaveCount(0);
  await expectAbove(page, ".is-kept", ".tag-popup");
  await page.keyboard.press("Escape");
  await expect(foot).toBeVisible();

  // By touch: laid aside, chosen from the words and from the list, answered.
  await foot.getByRole("button", { name: "Later" }).tap();
  await expect(foot).toHaveCount(0);
  await articleText(page).getByText("answer 2 at the border").tap();
  await expect(foot).toContainText("answer 2 at the border");
  await expectAbove(page, ".is-active", "[data-at-foot]");
  await suggested.last().locator(".card-main").tap();
  await expect(suggested.last()).toHaveAttribute("data-at-foot");
  await expectAbove(page, ".is-active", "[data-at-foot]");
  const before = await suggested.count();
  await foot.getByRole("button", { name: "Reject" }).tap();
  await expect(suggested).toHaveCount(before - 1);
  await expect(suggested.last()).toHaveAttribute("data-at-foot");
  await expectAbove(page, ".is-active", "[data-at-foot]");
});

test("so does the card of a chosen statement, which can be worked with there", async ({ page }) => {
  await page.getByRole("button", { name: "Articles" }).click();
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  const foot = page.locator("[data-at-foot]");
  const coded = cards(page);
  await expect(coded).toHaveCount(13);
  await articleText(page).focus();
  for (let last = "", seen = 0; seen < 10; seen += 1) {
    await page.keyboard.press("j");
    await expect(foot).not.toHaveAttribute("id", last);
    await expect(foot).toHaveCount(1);
    await expectAbove(page, ".is-active", "[data-at-foot]");
    last = (await foot.getAttribute("id")) ?? "";
  }
  expect(await violations(page)).toEqual([]);
  await coded.nth(2).locator(".card-main").tap();
  await expect(coded.nth(2)).toHaveAttribute("data-at-foot");
  // The form takes its place, and gives it back; so do words to be picked.
  await page.keyboard.press("e");
  await expect(tagForm(page)).toBeVisible();
  await expect(foot).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(foot).toBeVisible();
  await page.keyboard.press("m");
  await expect(page.getByRole("group", { name: "Move a range" })).toBeVisible();
  await expect(foot).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(foot).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(foot).toHaveCount(0);

  // By touch: chosen from the words and from the list, marked, closed.
  await articleText(page).locator("mark").first().tap();
  await expect(coded.first()).toHaveAttribute("data-at-foot");
  await expectAbove(page, ".is-active", "[data-at-foot]");
  await coded.last().locator(".card-main").tap();
  await expect(coded.last()).toHaveAttribute("data-at-foot");
  await expectAbove(page, ".is-active", "[data-at-foot]");
  await foot.getByRole("button", { name: "To discuss" }).tap();
  await expect(foot.getByRole("button", { name: "To discuss", pressed: true })).toBeVisible();
  await foot.getByRole("button", { name: "Close" }).tap();
  await expect(foot).toHaveCount(0);
  await expect(articleText(page)).toBeFocused();
});

test("a notice lies neither over what is at the foot of the window nor over its words", async ({
  page,
}) => {
  await page.getByRole("button", { name: "Articles" }).click();
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  await articleText(page).locator("mark").nth(2).tap();
  await expect(cards(page).nth(1)).toHaveAttribute("data-at-foot");
  await page.keyboard.press("Delete");
  const notice = page.locator(".notice");
  await notice.hover(); // it stays as long
  await expectAbove(page, ".notice", "[data-at-foot]");
  await expectAbove(page, ".is-active", ".notice");
  await page.keyboard.press("e");
  await expect(tagForm(page)).toBeVisible();
  await expectAbove(page, ".notice", ".tag-popup");
  await expectAbove(page, ".is-kept", ".notice");
  await page.keyboard.press("Escape");
  // The card is no longer in the way of a dialog: there the notice stands at the foot.
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByRole("dialog", { name: "Import" })).toBeVisible();
  await expect.poll(async () => (await notice.boundingBox())?.y).toBeGreaterThan(740);
});

test("whoever codes is named in the status bar, and others are chosen there by keys", async ({
  page,
}) => {
  const coder = page.getByRole("button", { name: /^Coding as/ });
  await coder.press("Enter");
  await page.getByRole("menuitem", { name: "New coder …" }).press("Enter");
  await page.getByLabel("Name", { exact: true }).fill("Aleksandra Wojciechowska-Kowalczyk, again");
  await page.keyboard.press("Enter");
  await expect(coder).toHaveAccessibleName("Coding as Aleksandra Wojciechowska-Kowalczyk, again");
  await coder.press("Enter");
  await page.getByRole("menuitem", { name: "See only my own (blind)" }).press("Enter");
  await expect(coder).toHaveAccessibleName(/, again blind$/);
  // However long the name is, all stands in the window and can be touched.
  const ends: number[] = [];
  for (const one of [coder, page.getByRole("button", { name: "History", exact: true })]) {
    const box = await one.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(24);
    ends.push(box?.x ?? -1, (box?.x ?? 0) + (box?.width ?? 0));
  }
  expect(ends).toEqual(ends.toSorted((a, b) => a - b));
  expect(ends.at(-1)).toBeLessThanOrEqual(390);
  await expect(page.getByRole("status")).toHaveText("Saved");
  expect(await violations(page)).toEqual([]);
  await coder.press("Enter");
  await page.getByRole("menuitem", { name: /^Sample coder 1/ }).press("Enter");
  await expect(coder).toHaveAccessibleName("Coding as Sample coder 1 blind");
});

test("the list of articles lies below the header, and is closed without choosing one", async ({
  page,
}) => {
  const toggle = page.getByRole("button", { name: "Articles", exact: true });
  const list = page.getByRole("navigation", { name: "Articles" });
  await toggle.tap();
  await expect(list).toBeVisible();
  const tabs = await page.getByRole("navigation", { name: "Views" }).boundingBox();
  const top = (await page.getByRole("searchbox", { name: "Filter articles" }).boundingBox())?.y;
  expect(top).toBeGreaterThan((tabs?.y ?? 0) + (tabs?.height ?? 0));
  expect(await violations(page)).toEqual([]);
  await page.touchscreen.tap(370, 500);
  await expect(list).toBeHidden();
  await toggle.press("Enter");
  await expect(list).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(list).toBeHidden();
  // The button stands above the text, wherever that is scrolled to.
  const bottom = await toggle.boundingBox();
  const text = await page.locator(".pane-scroll").boundingBox();
  expect(text?.y).toBeGreaterThanOrEqual((bottom?.y ?? 0) + (bottom?.height ?? 0));
});

/** Statements on several screens. */
const narrow = [
  "Ministers meet before the border talks",
  ...Array.from({ length: 8 }, (_, i) =>
    [
      `Foreign Minister Aigul Serikova said that she would answer ${i} at the border.`,
      "The hall is old and the seats are of wood. ".repeat(6),
    ].join("\n\n"),
  ),
].join("\n\n");

/** Waits until marked words stand in the window, above what lies at its foot. */
async function expectAbove(page: Page, words: string, foot: string): Promise<void> {
  await expect
    .poll(async () => {
      const boxes = await Promise.all(
        (await page.locator(words).all()).map((w) => w.boundingBox()),
      );
      const top = Math.min(...boxes.map((box) => box?.y ?? -Infinity));
      const bottom = Math.max(...boxes.map((box) => (box ? box.y + box.height : Infinity)));
      const edge = (await page.locator(foot).boundingBox())?.y ?? 0;
      return boxes.length > 0 && top >= 75 && bottom <= edge;
    })
    .toBe(true);
}
