// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { documentOf } from "../../../src/model/document.ts";
import type { Mark, ReaderEvents } from "../../../src/reader/mark.ts";
import { Reader } from "../../../src/reader/reader.ts";

/** Every block is so high, in pixels: happy-dom lays nothing out. */
const blockHeight = 100;
let scrolled = 0;
let reader: Reader | null = null;

beforeEach(() => {
  scrolled = 0;
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function rect(
    this: Element,
  ) {
    const index = this.parentElement ? Array.from(this.parentElement.children).indexOf(this) : 0;
    return new DOMRect(0, index * blockHeight - scrolled, 600, blockHeight);
  });
});

afterEach(() => {
  reader?.destroy();
  reader = null;
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

function open(text: string, marks: readonly Mark[] = [], events: ReaderEvents = {}): Reader {
  reader = new Reader(document.body, documentOf(text), events);
  reader.setMarks(marks);
  return reader;
}

function mark(id: string, start: number, end: number, more: Partial<Mark> = {}): Mark {
  return { id, ranges: [{ start, end }], colours: ["#c2410c"], line: "solid", sign: id, ...more };
}

/** The marked pieces of the text: their words, statements and classes. */
function drawn() {
  return Array.from(document.querySelectorAll<HTMLElement>(".st"), (element) => ({
    words: element.textContent,
    statements: element.dataset.statements,
    sign: element.dataset.sign,
    classes: element.className.split(" "),
    style: element.getAttribute("style"),
  }));
}

function scrollTo(top: number): void {
  scrolled = top;
  window.dispatchEvent(new Event("scroll"));
}

test("a statement is drawn over its words, in its colour and line, its sign once", () => {
  open("First line.\nSecond line.", [
    mark("7", 6, 18, { line: "dashed", colours: ["#0f766e", "#1d4ed8"] }),
  ]);
  expect(drawn().map(({ words, sign }) => [words, sign])).toEqual([
    ["line.", "7"],
    ["Second", undefined],
  ]);
  for (const { classes, style } of drawn()) {
    expect(classes).toContain("st-line-dashed");
    expect(style?.replaceAll(" ", "")).toContain("--c1:#0f766e;--c2:#1d4ed8");
  }
});

test("overlapping statements share elements that name both, the shorter first", () => {
  open("one two three", [mark("long", 0, 13), mark("short", 4, 7, { colours: ["#1d4ed8"] })]);
  expect(drawn().map(({ words, statements }) => [words, statements])).toEqual([
    ["one ", "long"],
    ["two", "short long"],
    [" three", "long"],
  ]);
  expect(drawn()[1]?.classes).toContain("is-overlap");
  expect(drawn()[1]?.style?.replaceAll(" ", "")).toContain("--c1:#1d4ed8;--c2:#c2410c");
});

test.each([
  ["a suggestion over a suggestion", true, true, ["st-line-dashed", "st-broken-2", "is-suggested"]],
  ["a statement over a suggestion", true, false, ["st-line-solid", "st-broken-2"]],
  ["a suggestion over a statement", false, true, ["st-line-dashed"]],
])("the lines of what is only suggested are broken: %s", (_, below, above, classes) => {
  const how = (suggested: boolean) =>
    suggested ? { suggested, line: "dashed" as const } : { line: "solid" as const };
  open("one two three", [mark("long", 0, 13, how(below)), mark("short", 4, 7, how(above))]);
  const ofLines = drawn()[1]?.classes.filter((name) =>
    /^(?:st-line-|st-broken-|is-suggested)/u.test(name),
  );
  expect(ofLines).toEqual(classes);
});

test("what is chosen, pointed at or kept selected stands out, and no more", () => {
  const shown = open("one two three", [mark("a", 0, 3), mark("b", 4, 7)]);
  const withClass = (name: string) => drawn().filter(({ classes }) => classes.includes(name));
  shown.setActive("b");
  shown.setHovered(["a"]);
  expect(withClass("is-active").map(({ words }) => words)).toEqual(["two"]);
  expect(withClass("is-hovered").map(({ words }) => words)).toEqual(["one"]);
  shown.keepSelectionVisible([{ start: 4, end: 13 }]);
  expect(
    Array.from(document.querySelectorAll(".is-kept"), (element) => element.textContent),
  ).toEqual(["two", " three"]);
  shown.setActive(null);
  shown.setHovered([]);
  shown.keepSelectionVisible([]);
  expect(document.querySelectorAll(".is-active, .is-hovered, .is-kept")).toHaveLength(0);
});

test("a hint within a statement is pointed out there, and the sign still stands once", () => {
  const shown = open("one two three", [mark("a", 0, 13)]);
  shown.setHints([{ start: 4, end: 7, colour: "#1d4ed8" }]);
  expect(drawn().map(({ words, sign }) => [words, sign])).toEqual([
    ["one ", "a"],
    ["two", undefined],
    [" three", undefined],
  ]);
  const hints = Array.from(document.querySelectorAll(".hint"), (element) => element.textContent);
  expect(hints).toEqual(["two"]);
});

test("marks exist near the window alone, wherever it is", () => {
  const lines = Array.from({ length: 400 }, (_, i) => `Line ${i} `.padEnd(60, "."));
  const perLine = lines.join("\n").indexOf("\n") + 1;
  const shown = open(
    lines.join("\n"),
    lines.map((_, i) => mark(`s${i}`, i * perLine, i * perLine + 4)),
  );
  const first = () => Number(drawn()[0]?.sign?.slice(1));
  const last = () => Number(drawn().at(-1)?.sign?.slice(1));
  scrollTo(20_000);
  const window = { first: 200, last: 200 + globalThis.innerHeight / blockHeight };
  expect(first()).toBeLessThan(window.first);
  expect(last()).toBeGreaterThan(window.last);
  expect(drawn().length).toBeLessThan(100);
  expect(shown.visible().start).toBeLessThanOrEqual(first() * perLine);
  scrollTo(0);
  expect(first()).toBe(0);
  expect(last()).toBeLessThan(100);
});

test("marks that come, change and go are drawn at once", () => {
  const shown = open("one two three", [mark("a", 0, 3)]);
  shown.setMarks([mark("a", 0, 3, { colours: ["#1d4ed8"] }), mark("b", 4, 7)]);
  expect(drawn().map(({ words }) => words)).toEqual(["one", "two"]);
  expect(drawn()[0]?.style).toContain("#1d4ed8");
  shown.setMarks([mark("b", 4, 7)]);
  expect(drawn().map(({ words }) => words)).toEqual(["two"]);
  expect(document.querySelector(".reader")?.textContent).toBe("one two three");
});

test("a long article is there as a whole once a place in it is asked for", () => {
  const text = Array.from({ length: 2000 }, (_, i) => `Paragraph ${i} of a long article.`).join(
    "\n",
  );
  const shown = open(text);
  const count = () => document.querySelectorAll(".reader > p").length;
  expect(count()).toBeLessThan(2000);
  shown.select({ start: text.length - 8, end: text.length });
  expect(count()).toBe(2000);
  expect(shown.selection).toEqual({ start: text.length - 8, end: text.length });
});

test("says what statements are at a place, and where the selection is without white space", () => {
  const shown = open("one two three", [mark("long", 0, 13), mark("short", 4, 7)]);
  expect(shown.statementsAt(5)).toEqual(["short", "long"]);
  expect(shown.statementsAt(13)).toEqual([]);
  shown.select({ start: 3, end: 8 });
  expect(shown.selection).toEqual({ start: 4, end: 7 });
  expect(shown.caret).toBe(8);
  shown.select({ start: 3, end: 3 });
  expect(shown.selection).toBeNull();
});

test("keys that move the caret are the reader's, all others are offered to its owner", () => {
  const keys: string[] = [];
  open("one two", [], {
    onKey: (event) => {
      keys.push(event.key);
      return event.key === "t";
    },
  });
  const press = (key: string, more: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more });
    document.querySelector(".reader")?.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(press("t")).toBe(true);
  for (const key of ["ArrowLeft", "ArrowDown", "Home", "PageDown", "Shift"]) press(key);
  press("a", { ctrlKey: true });
  press("Process", { keyCode: 229 });
  expect(press("F3")).toBe(false);
  press("Escape");
  expect(keys).toEqual(["t", "F3", "Escape"]);
});

test("a key before all of a long article is shown works on all of it", () => {
  const text = "A line of the article.\n".repeat(3000);
  const shown = open(text);
  const event = new KeyboardEvent("keydown", { key: "a", ctrlKey: true, bubbles: true });
  document.querySelector(".reader")?.dispatchEvent(event);
  expect(shown.selection).toEqual({ start: 0, end: text.trimEnd().length });
});

test("what the owner does is not told back to it", () => {
  const onSelect = vi.fn<NonNullable<ReaderEvents["onSelect"]>>();
  const shown = open("one two three", [], { onSelect });
  shown.select({ start: 0, end: 3 });
  shown.select({ start: 4, end: 4 });
  expect(onSelect).not.toHaveBeenCalled();
});
