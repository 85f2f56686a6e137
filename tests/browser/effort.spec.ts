import { existsSync, readFileSync } from "node:fs";
import { movedEdge, type Edge } from "../../src/model/edge.ts";
import type { Range } from "../../src/model/range.ts";
import { articleText, expect, newProject, pasteArticle, tagForm, test, type Page } from "./app.ts";

/** A real wire article and what there is to code in it; it is not ours, so it stands beside the repository and not in it. */
const file = "../shared/articles/wire.txt";
const coding = "../shared/wire/dev.jsonl";

/**
 * Measured are keys, as the page gets them (a modifier held down is none of its own), until the article
 * is wholly coded: with suggestions, of which the right ones are accepted, those with other words or
 * topics changed by keys and then accepted, and the rest coded by hand; and all of it by hand in the
 * quickest way that the keyboard offers, while suggestions are off. Both have the same keys for words
 * and topics, and end with the same statements.
 */
test("a real wire article is wholly coded with less than a third of the keys", async ({ page }) => {
  test.skip(!existsSync(file) || !existsSync(coding), `${file} or ${coding} is not here`);
  test.setTimeout(180_000);
  const article = readFileSync(file, "utf8");
  const wanted = statementsOfArticle();
  await countKeys(page);

  // What is suggested, in words that can be compared: all of it accepted in a project of its own.
  await newProject(page, "As suggested");
  await pasteArticle(page, article);
  await expect(suggestedIn(page)).toHaveText(/[1-9]/);
  await articleText(page).focus();
  await page.keyboard.press("s");
  const count = await howMany(page);
  for (let left = count; left > 0; left -= 1) await answer(page, "a");
  const suggested = await coded(page);
  expect(suggested).toHaveLength(count);

  await newProject(page, "With suggestions");
  await pasteArticle(page, article);
  await expect(suggestedIn(page)).toHaveText(/[1-9]/);
  await articleText(page).focus();
  await keys(page); // forgets those of the import
  await page.keyboard.press("s");
  const left = new Set(wanted);
  for (const suggestion of suggested) {
    const meant = wanted.find((one) => left.has(one) && meet(one, suggestion));
    if (!meant) await answer(page, "x");
    else {
      left.delete(meant);
      if (meant.speakers.join() === suggestion.speakers.join()) {
        await chooseWords(page, meant);
        await giveTopics(page, suggestion.topics, meant.topics);
        await answer(page, "a");
      } else {
        await page.keyboard.press("e");
        await fillIn(page, meant);
      }
    }
  }
  let last: Coded | null = null;
  for (const statement of wanted.filter((one) => left.has(one))) {
    await code(page, statement, last, "Shift+u");
    last = statement;
  }
  const withSuggestions = await keys(page);
  expect(await coded(page)).toEqual(wanted);

  await newProject(page, "By hand");
  await pasteArticle(page, article);
  await expect(suggestedIn(page)).toHaveText(/[1-9]/);
  await suggestedIn(page).click();
  await page.getByRole("checkbox", { name: "Suggest statements" }).uncheck();
  await page.keyboard.press("Escape");
  await articleText(page).focus();
  await page.keyboard.press("Control+Home");
  await keys(page);
  last = null;
  for (const statement of wanted) {
    await code(page, statement, last, "u");
    last = statement;
  }
  const byHand = await keys(page);
  expect(await coded(page)).toEqual(wanted);

  expect(withSuggestions * 3.5, `${withSuggestions} keys, by hand ${byHand}`).toBeLessThanOrEqual(
    byHand,
  );
});

function suggestedIn(page: Page) {
  return page.getByRole("button", { name: /\d+ suggested/ });
}

async function howMany(page: Page): Promise<number> {
  return Number.parseInt((await suggestedIn(page).textContent()) ?? "", 10);
}

/** Answers the suggestion that is looked at, and waits until it is gone. */
async function answer(page: Page, key: "a" | "x"): Promise<void> {
  const left = await howMany(page);
  await page.keyboard.press(key);
  await expect.poll(() => howMany(page)).toBe(left - 1);
}

/** What there is to code, with the topics that a new project has, in the order of the text. */
function statementsOfArticle(): Coded[] {
  const articles: {
    id: string;
    text: string;
    statements: { content: [number, number][]; speakers: string[]; topics: string[] }[];
  }[] = readFileSync(coding, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const { text = "", statements = [] } = articles.find(({ id }) => id === "seed") ?? {};
  return statements
    .toSorted((a, b) => (a.content[0]?.[0] ?? 0) - (b.content[0]?.[0] ?? 0))
    .map(({ content, speakers, topics }) => ({
      words: content.map(([start, end]) => text.slice(start, end)),
      speakers: speakers.toSorted(),
      topics: topics.filter((topic) => topicNames.includes(topic)).toSorted(),
    }));
}

/** Whether they share words, and most of those of one of them. */
function meet(a: Coded, b: Coded): boolean {
  const [one, other] = [a.words.join(" "), b.words.join(" ")];
  return one.includes(other) || other.includes(one);
}

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
      speakers: speakerIds.map(nameOf(project.speakers)).toSorted(),
      topics: topics.map(({ topicId }) => nameOf(project.topics)(topicId)).toSorted(),
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
 * Codes one statement by keys alone. Its sentence is come to as one without a statement, or else, when
 * it has one already, by the sentence at the caret behind that; then its edges are moved to the words.
 * One that says the same as the last one is tagged as that, and its topics given by their digits.
 */
async function code(page: Page, wanted: Coded, last: Coded | null, next: "u" | "Shift+u") {
  const { words, speakers, topics } = wanted;
  const [said = ""] = words;
  const text = await articleWords(page);
  const start = text.indexOf(said);
  const end = start + said.length;
  const inside = (at: Selected) => at.from < end && start < at.to;
  const select = () => selected(page);
  /** White space at the edges of a selection counts for nothing. */
  const trimmedSelection = async (): Promise<Selected> => {
    const { from, to } = await select();
    const now = text.slice(from, to);
    return { from: to - now.trimStart().length, to: from + now.trimEnd().length };
  };
  const sentenceGoesOn = (from: number) => from < start && !/[.?!]\s/.test(text.slice(from, start));
  /** From the caret, in the sentence of the words, to them; and one word of them selected. */
  const goAlong = async () => {
    await press(page, "Control+ArrowRight", ({ to }) => to < start - 1);
    await page.keyboard.press("Shift+Control+ArrowRight");
  };
  if (last && sentenceGoesOn((await select()).to)) await goAlong();
  else {
    await press(page, next, (at) => !inside(at));
    const { from, to } = await select();
    const both =
      fewestKeys(text, { start: from, end: to }, "end", end).length +
      (from === start ? 0 : 1 + fewestKeys(text, { start: from, end }, "start", start).length);
    // A few words of a long sentence are selected sooner from where it begins.
    const along = text.slice(from, start).split(" ").length + 1;
    const word = { start, end: start + (/^\S+/.exec(said)?.[0].length ?? 0) };
    if (from < start && along + fewestKeys(text, word, "end", end).length < both) {
      await page.keyboard.press("ArrowLeft");
      await goAlong();
    }
  }
  await moveTo(page, trimmedSelection, { from: start, to: end });
  if (last && last.speakers.join() === speakers.join()) {
    await page.keyboard.press("r");
    await expect(page.locator(".card[data-active] .card-quote")).toHaveText(said);
    await giveTopics(page, last.topics, topics);
  } else {
    await page.keyboard.press("t");
    await fillIn(page, wanted);
  }
}

/** Gives the words of the suggestion that is looked at their edges. */
async function chooseWords(page: Page, { words }: Coded): Promise<void> {
  const [said = ""] = words;
  const text = await articleWords(page);
  const place = (quote: string) => {
    const from = text.indexOf(quote);
    return { from, to: from + quote.length };
  };
  const quote = page.getByRole("list", { name: "Suggestions" }).locator("[aria-expanded=true]");
  const suggested = async () =>
    place((await quote.locator(".card-quote").textContent()) ?? "no suggestion");
  await moveTo(page, suggested, place(said));
}

/** Moves the end, then if need be the start of what has words now to where they are wanted. */
async function moveTo(page: Page, now: () => Promise<Selected>, wanted: Selected): Promise<void> {
  const { from, to } = await now();
  const ends = fewestKeys(await articleWords(page), { start: from, end: to }, "end", wanted.to);
  for (const key of ends) await page.keyboard.press(key);
  if (from !== wanted.from) {
    const before = { start: from, end: wanted.to };
    await page.keyboard.press("b");
    for (const key of fewestKeys(await articleWords(page), before, "start", wanted.from))
      await page.keyboard.press(key);
  }
  await expect.poll(now).toEqual(wanted);
}

/** The fewest keys that move an edge of a range to an offset. */
function fewestKeys(text: string, range: Range, edge: Edge, wanted: number): string[] {
  let paths: { at: number; path: string[] }[] = [{ at: range[edge], path: [] }];
  for (let count = 0; count < 40; count += 1) {
    const there = paths.find(({ at }) => at === wanted);
    if (there) return there.path;
    const longer = paths.flatMap(({ at, path: before }) =>
      edgeKeys.flatMap(([key, stride, by]) => {
        const next = movedEdge(text, { ...range, [edge]: at }, edge, stride, by)?.[edge];
        return next === undefined ? [] : [{ at: next, path: [...before, key] }];
      }),
    );
    paths = [...new Map(longer.map((one) => [one.at, one])).values()];
  }
  throw new Error("No keys lead there");
}

const edgeKeys = [
  [".", "clause", 1],
  [",", "clause", -1],
  [">", "word", 1],
  ["<", "word", -1],
] as const;

/** Gives and takes topics of what is chosen by their digits. */
async function giveTopics(page: Page, before: readonly string[], wanted: readonly string[]) {
  const chips = page.locator(".card[data-active] .card-topics .chip-name");
  let count = before.length;
  for (const [i, topic] of topicNames.entries()) {
    if (before.includes(topic) === wanted.includes(topic)) continue;
    await page.keyboard.press(String(1 + i));
    count += before.includes(topic) ? -1 : 1;
    await expect(chips).toHaveCount(count);
  }
}

/** Makes the form say who says it and about what, beginning with what it is filled in with, and saves it. */
async function fillIn(page: Page, { speakers, topics }: Coded): Promise<void> {
  const form = tagForm(page);
  await expect(form.getByRole("combobox", { name: "Speaker" })).toBeFocused();
  await expect(form.locator("form")).toHaveAttribute("aria-busy", "false");
  const held = (field: number) =>
    form
      .locator(".entry-chips")
      .nth(field)
      .locator(".entry-chip")
      .evaluateAll((chips) =>
        chips.map((chip) => chip.getAttribute("aria-label") ?? "").toSorted(),
      );
  const clear = async (field: number) => {
    for (let count = 0; (await held(field)).length > 0; count += 1) {
      if (count > 12) throw new Error("Backspace does not empty the field");
      await page.keyboard.press("Backspace");
    }
  };
  if ((await held(0)).join() !== speakers.join()) {
    await clear(0);
    for (const speaker of speakers) await typeIn(page, speaker);
  }
  if ((await held(1)).join() !== topics.join()) {
    await page.keyboard.press("Tab");
    await clear(1);
    for (const topic of topics) {
      await page.keyboard.press(String(1 + topicNames.indexOf(topic)));
      await expect(form.getByLabel(topic, { exact: true })).toBeVisible();
    }
  }
  await page.keyboard.press("Enter");
  await expect(form).toBeHidden();
}

/** Chooses a speaker by as few letters as find them. */
async function typeIn(page: Page, speaker: string): Promise<void> {
  const first = page.locator("[data-highlighted]");
  for (let typed = 1; typed <= speaker.length; typed += 1) {
    await page.keyboard.type(speaker.charAt(typed - 1));
    await expect(first).toBeVisible();
    // A letter is no reason to take another one: the list has followed when it is offered to be made.
    const offered = await first.textContent();
    if (typed > 1 && offered?.startsWith(speaker)) break;
  }
  await page.keyboard.press("Enter");
  await expect(tagForm(page).getByLabel(speaker, { exact: true })).toBeVisible();
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
