// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { documentOf, documentOfBlocks, textOf } from "../../../src/model/document.ts";
import type { Range } from "../../../src/model/range.ts";
import { Corrector, type CorrectorEvents } from "../../../src/reader/corrector.ts";
import type { Mark } from "../../../src/reader/mark.ts";
import { articleText } from "../arbitraries.ts";

let corrector: Corrector | null = null;

afterEach(() => {
  corrector?.destroy();
  corrector = null;
  document.body.replaceChildren();
});

const nobody: CorrectorEvents = { onChange() {}, onSave() {}, onCancel() {} };

function open(text: string, events: Partial<CorrectorEvents> = {}) {
  corrector?.destroy();
  corrector = new Corrector(document.body, documentOf(text), "en", { ...nobody, ...events });
  return corrector;
}

function surface(): HTMLElement {
  const element = document.querySelector<HTMLElement>('[role="textbox"]');
  if (!element) throw new Error("No text to correct");
  return element;
}

function press(key: string, more: KeyboardEventInit = {}): void {
  surface().dispatchEvent(
    new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
  );
}

function paste(text: string, html = ""): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  clipboardData.setData("text/html", html);
  surface().dispatchEvent(
    new ClipboardEvent("paste", { bubbles: true, cancelable: true, clipboardData }),
  );
}

function mark(...ranges: readonly Range[]): Mark {
  return { id: "a", ranges, colours: ["#c2410c"], line: "solid", sign: "" };
}

function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => resolve());
  });
}

test("the text is a textbox with its language and the browser's spelling checker", () => {
  open("One.");
  const attributes = ["aria-label", "aria-multiline", "aria-readonly", "spellcheck", "lang"];
  expect(attributes.map((name) => surface().getAttribute(name))).toEqual([
    "Article text, correcting",
    "true",
    null,
    "true",
    "en",
  ]);
});

test("Enter splits a paragraph, Backspace joins two, and undo takes each back", () => {
  const one = open("One two.\nThree.");
  one.start(4);
  press("Enter");
  expect(textOf(one.document)).toBe("One \ntwo.\nThree.");
  press("Backspace");
  expect(textOf(one.document)).toBe("One two.\nThree.");
  expect(one.correction.replacements).toEqual([]);
  one.start(9);
  press("Backspace");
  expect(textOf(one.document)).toBe("One two.Three.");
  press("z", { ctrlKey: true });
  expect(textOf(one.document)).toBe("One two.\nThree.");
  press("z", { ctrlKey: true, shiftKey: true });
  expect(textOf(one.document)).toBe("One two.Three.");
  expect(one.changed).toBe(true);
});

test("what is pasted is plain text: its lines become paragraphs, its styles nothing", () => {
  const one = open("One two.");
  one.start(4);
  paste("a\r\n\r\nb\rc ", "<h1>a</h1><b>b</b>");
  expect(textOf(one.document)).toBe("One a\nb\nc two.");
  expect(document.querySelector("h1, b")).toBeNull();
  paste("half \ud83d");
  expect(textOf(one.document).isWellFormed()).toBe(true);
});

test("a mark goes with its words, and is gone with them", async () => {
  let told = 0;
  const one = open("We oppose this.\nNo.", {
    onChange() {
      told += 1;
    },
  });
  one.setMarks([mark({ start: 3, end: 14 })]);
  one.start(0);
  paste("Today: ");
  paste("again ");
  await frame();
  expect(told).toBe(1);
  expect(document.querySelector("mark")?.textContent).toBe("oppose this");
  expect(one.correction.rangeOf({ start: 3, end: 14 })).toEqual({ start: 16, end: 27 });
  one.start(23);
  press("Enter");
  await frame();
  expect(Array.from(document.querySelectorAll("mark"), (each) => each.textContent)).toEqual([
    "oppose ",
    "this",
  ]);
  press("a", { ctrlKey: true });
  press("Delete");
  await frame();
  expect(document.querySelector("mark")).toBeNull();
});

test("saving and leaving are told, and Escape is nobody else's key", () => {
  const [onSave, onCancel, outside] = [
    vi.fn<() => void>(),
    vi.fn<() => void>(),
    vi.fn<() => void>(),
  ];
  open("One.", { onSave, onCancel });
  document.addEventListener("keydown", outside);
  press("s", { ctrlKey: true });
  press("Enter", { ctrlKey: true });
  expect(onSave).toHaveBeenCalledTimes(2);
  outside.mockClear();
  press("Escape");
  document.removeEventListener("keydown", outside);
  expect(onCancel).toHaveBeenCalledTimes(1);
  expect(outside).not.toHaveBeenCalled();
});

test("whatever is pasted and taken back, the text keeps its rules, and all undone it is as before", () => {
  fc.assert(
    fc.property(
      articleText,
      fc.array(fc.tuple(fc.nat(500), fc.string({ unit: "binary", maxLength: 8 })), {
        maxLength: 5,
      }),
      (text, pastes) => {
        const one = open(text);
        for (const [at, words] of pastes) {
          one.start(at % (text.length + 1));
          paste(`${words}\ud83d\r\n`);
        }
        const after = textOf(one.document);
        expect(after.isWellFormed()).toBe(true);
        expect(after).not.toContain("\r");
        one.document.check();
        while (one.canUndo) one.undo();
        expect(textOf(one.document)).toBe(text);
        expect(one.changed).toBe(false);
        expect(one.correction.replacements).toEqual([]);
      },
    ),
    { numRuns: 60 },
  );
});

test("headings, lists and marks stay as they are; Enter in a list makes an item", () => {
  const structured = documentOfBlocks([
    { kind: "heading", level: 2, pieces: [{ text: "Steel" }] },
    {
      kind: "list",
      start: null,
      items: [
        [{ kind: "paragraph", pieces: [{ text: "one " }, { text: "two", strong: true }] }],
        [{ kind: "paragraph", pieces: [{ text: "three" }] }],
      ],
    },
    { kind: "paragraph", pieces: [{ text: "End." }] },
  ]);
  expect(textOf(structured)).toBe("Steel\none two\nthree\nEnd.");
  const one = new Corrector(document.body, structured, "", nobody);
  corrector = one;
  const range = { start: 6, end: 19 };
  one.start(10);
  press("Enter");
  expect(textOf(one.document)).toBe("Steel\none \ntwo\nthree\nEnd.");
  expect(document.querySelectorAll("li")).toHaveLength(3);
  expect(document.querySelector("li strong")?.textContent).toBe("two");
  expect(one.correction.rangeOf(range)).toEqual({ start: 6, end: 20 });
  press("Backspace");
  press("z", { ctrlKey: true });
  press("z", { ctrlKey: true });
  expect(one.changed).toBe(false);
  one.start(5);
  press("Enter");
  one.document.check();
  expect(one.correction.rangeOf(range)).toEqual({ start: 7, end: 20 });
  one.undo();
  one.start(19);
  press("Enter");
  press("Enter");
  one.document.check();
  expect(one.correction.rangeOf(range)).toEqual(range);
});
