import { existsSync, readFileSync } from "node:fs";
import { articleText, expect, newProject, pasteArticle, tagForm, test, type Page } from "./app.ts";

/** A real wire article; it is not ours, so it stands beside the repository and not in it. */
const file = "../shared/articles/wire.txt";

/**
 * Measured are keys, as the page gets them (a modifier held down is none of its own): per statement
 * to accept what is suggested, and per statement to code the very same words, speaker and topics by
 * hand in the quickest way that the keyboard offers. Both end with the same cards. Not measured is
 * what a wrong or missing suggestion costs.
 */
test("what is suggested of a real wire article is coded with a fifth of the keys", async ({
  page,
}) => {
  test.skip(!existsSync(file), `${file} is not here`);
  const article = readFileSync(file, "utf8");
  await countKeys(page);

  await newProject(page, "Accepted");
  await pasteArticle(page, article);
  const suggested = page.getByRole("button", { name: /[1-9]\d* suggested/ });
  await expect(suggested).toBeVisible();
  const proposed = Number.parseInt((await suggested.textContent()) ?? "", 10);
  await articleText(page).focus();
  await keys(page); // forgets those of the import
  await page.keyboard.press("s");
  for (let i = 1; i <= proposed; i += 1) {
    await page.keyboard.press("a");
    await expect(page.getByText(`${i} statement${i === 1 ? "" : "s"} ·`)).toBeVisible();
  }
  const accepting = (await keys(page)) / proposed;
  const accepted = await coded(page);
  expect(accepted).toHaveLength(proposed);

  await newProject(page, "By hand");
  await pasteArticle(page, article);
  await suggested.click();
  await page.getByRole("checkbox", { name: "Suggest statements" }).uncheck();
  await page.keyboard.press("Escape");
  await articleText(page).focus();
  await page.keyboard.press("Control+Home");
  // From beginning to end, but not all of them: it takes a while.
  const some = accepted.filter((_, i) => i % Math.ceil(proposed / 6) === 0);
  expect(some.length).toBeGreaterThanOrEqual(4);
  await keys(page);
  for (const statement of some) await code(page, statement);
  const byHand = (await keys(page)) / some.length;
  expect(await coded(page)).toEqual(some);

  expect(accepting * 5, `${accepting} keys, by hand ${byHand}`).toBeLessThanOrEqual(byHand);
});

interface Coded {
  readonly words: readonly string[];
  readonly speakers: readonly string[];
  readonly topics: readonly string[];
}

interface Named {
  readonly id: string;
  readonly name: string;
}

/** The statements of the project in the order of the text, as its file tells them. */
async function coded(page: Page): Promise<Coded[]> {
  await page.getByRole("button", { name: "Export", exact: true }).click();
  await page.getByRole("listbox", { name: "Format" }).selectOption("json");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const project: {
    speakers: Named[];
    topics: Named[];
    statements: {
      ranges: { start: number; exact: string }[];
      speakerIds: string[];
      topics: { topicId: string }[];
    }[];
  } = JSON.parse(readFileSync(await download.path(), "utf8"));
  const nameOf = (all: readonly Named[]) => (id: string) =>
    all.find((one) => one.id === id)?.name ?? "";
  return project.statements
    .toSorted((a, b) => (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0))
    .map(({ ranges, speakerIds, topics }) => ({
      words: ranges.map(({ exact }) => exact),
      speakers: speakerIds.map(nameOf(project.speakers)),
      topics: topics.map(({ topicId }) => nameOf(project.topics)(topicId)),
    }));
}

/** Lets the page count the keys that it gets from now on. */
async function countKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.assign(globalThis, { pressed: 0 });
    window.addEventListener(
      "keydown",
      ({ key, isTrusted }) => {
        if (isTrusted && !["Shift", "Control", "Alt", "Meta"].includes(key)) pressed += 1;
      },
      true,
    );
  });
}
declare let pressed: number;

/** How many keys it got since it was last asked. */
async function keys(page: Page): Promise<number> {
  return page.evaluate(() => {
    const count = pressed;
    pressed = 0;
    return count;
  });
}

/**
 * Codes one statement by keys alone: down to its line and along it by words, the selection grown to
 * its sentence and its two edges moved to the words; the speaker by as few letters as find them, the
 * topics by their digits.
 */
async function code(page: Page, { words, speakers, topics }: Coded): Promise<void> {
  const [said = ""] = words;
  const text = await articleWords(page);
  const start = text.indexOf(said);
  const end = start + said.length;
  await press(page, "ArrowDown", ({ to }) => to < start);
  await press(page, "Control+ArrowLeft", ({ to }) => to > end);
  await press(page, "Control+ArrowRight", ({ to }) => to < start);
  await press(page, "+", (at) => at.from > start || at.to < end);
  await press(page, "Shift+Control+ArrowLeft", ({ to }) => to > end + 1);
  await press(page, "Shift+ArrowLeft", ({ to }) => to > end);
  if ((await selected(page)).from < start) await page.keyboard.press("b");
  await press(page, "Shift+Control+ArrowRight", ({ from }) => from < start - 1);
  await press(page, "Shift+ArrowRight", ({ from }) => from < start);
  await page.keyboard.press("t");
  const form = tagForm(page);
  await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  for (const speaker of speakers) {
    const first = page.locator("[data-highlighted]");
    for (let typed = 1; typed <= speaker.length; typed += 1) {
      await page.keyboard.type(speaker.charAt(typed - 1));
      await expect(first).toBeVisible();
      // A letter is no reason to take another one: the list has followed when it is offered to be made.
      const offered = await first.textContent();
      if (typed > 1 && offered?.startsWith(speaker)) break;
    }
    await page.keyboard.press("Enter");
    await expect(form.getByLabel(speaker, { exact: true })).toBeVisible();
  }
  if (topics.length > 0) await page.keyboard.press("Tab");
  for (const topic of topics) {
    await page.keyboard.press(String(1 + topicNames.indexOf(topic)));
    await expect(form.getByLabel(topic, { exact: true })).toBeVisible();
  }
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
}

/** The topics of a new project, in the order of their digits. */
const topicNames = ["tariffs", "counterterrorism", "trade"];

interface Selected {
  readonly from: number;
  readonly to: number;
}

/** Presses a key as long as the selection asks for it. */
async function press(page: Page, key: string, more: (at: Selected) => boolean): Promise<void> {
  for (let count = 0; more(await selected(page)); count += 1) {
    if (count > 60) throw new Error(`${key} does not lead there`);
    await page.keyboard.press(key);
  }
}

/** The article text, its paragraphs parted by one character. */
function articleWords(page: Page): Promise<string> {
  return articleText(page).evaluate((root) =>
    [...root.children].map(({ textContent }) => textContent).join("\n"),
  );
}

/** Where the selection of the text begins and ends, in its order. */
function selected(page: Page): Promise<Selected> {
  return articleText(page).evaluate((root) => {
    const range = document.getSelection()?.getRangeAt(0);
    const offset = (node: Node, at: number) => {
      const block = [...root.children].findIndex((child) => child.contains(node));
      const before = document.createRange();
      before.setStart(root.children[block] ?? root, 0);
      before.setEnd(node, at);
      const blocks = [...root.children].slice(0, block);
      return (
        blocks.reduce((sum, { textContent }) => sum + textContent.length + 1, 0) +
        before.toString().length
      );
    };
    if (!range) return { from: 0, to: 0 };
    return {
      from: offset(range.startContainer, range.startOffset),
      to: offset(range.endContainer, range.endOffset),
    };
  });
}
