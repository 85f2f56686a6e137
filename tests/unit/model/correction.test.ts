import fc from "fast-check";
import type { Node } from "prosemirror-model";
import { Transform } from "prosemirror-transform";
import { describe, expect, test } from "vitest";
import { holds } from "../../../src/model/anchor.ts";
import { corrected, effectOf, type Correction } from "../../../src/model/correction.ts";
import { documentOf, Positions, textOf } from "../../../src/model/document.ts";
import { insidePair, trimRange, type Range } from "../../../src/model/range.ts";
import { anchored, type Statement } from "../../../src/model/statement.ts";
import { textAndRange } from "../arbitraries.ts";
import {
  correctionBy,
  correctionOf as corrections,
  replacing as replace,
  type TextEdit,
} from "../correctionOf.ts";
import { smallBundle } from "../smallBundle.ts";

function correctionOf(text: string, ...edits: readonly TextEdit[]): Correction {
  return corrections(text, ...edits).correction;
}

function split(before: string): TextEdit {
  return (transform, position) => {
    transform.split(position(textOf(transform.doc).indexOf(before)));
  };
}

function paste(old: string, text: string): TextEdit {
  return (transform, position) => {
    const start = textOf(transform.doc).indexOf(old);
    const slice = documentOf(text).slice(1, documentOf(text).content.size - 1);
    transform.replace(position(start), position(start + old.length), slice);
  };
}

/** The words that a statement on `words` of the text has after the correction; null when lost. */
function wordsAfter(correction: Correction, words: string): string | null {
  const start = correction.before.indexOf(words);
  const range = correction.rangeOf({ start, end: start + words.length });
  return range && correction.after.slice(range.start, range.end);
}

describe("a range keeps to its words when", () => {
  const text = "“We opose this,” Wang said.\n“It is wrong.”";

  test("a typo before, in or after it is put right", () => {
    const before = correctionOf(text, replace("“We", "Yes, “We"));
    expect(wordsAfter(before, "opose this")).toBe("opose this");
    expect(wordsAfter(correctionOf(text, replace("opose", "oppose")), "We opose this")).toBe(
      "We oppose this",
    );
    expect(wordsAfter(correctionOf(text, replace("Wang", "Mr Wang")), "opose this")).toBe(
      "opose this",
    );
  });

  test("its first or last word is written anew, at once or letter by letter", () => {
    for (const edits of [
      [replace("opose", "oppose")],
      [replace("opose", ""), replace(" this", "oppose this")],
      [replace("e this", " this"), replace("opos", ""), replace("  this", " oppose this")],
    ])
      expect(wordsAfter(correctionOf(text, ...edits), "opose this")).toBe("oppose this");
    const last = correctionOf(text, replace("this", ""), replace("opose ", "opose that"));
    expect(wordsAfter(last, "opose this")).toBe("opose that");
  });

  test("its only word is spelled otherwise; not when another takes its place", () => {
    expect(wordsAfter(correctionOf(text, replace("opose", "oppose")), "opose")).toBe("oppose");
    expect(wordsAfter(correctionOf(text, replace("opose", "support")), "opose")).toBeNull();
  });

  test("words are put at its edges, which do not belong to it", () => {
    const correction = correctionOf(
      text,
      replace("opose", "really opose"),
      replace("this", "this now"),
    );
    expect(wordsAfter(correction, "opose this")).toBe("opose this");
    expect(wordsAfter(correction, "We opose this")).toBe("We really opose this");
  });

  test("paragraphs are split and joined through it", () => {
    const apart = correctionOf(text, split("this"));
    expect(wordsAfter(apart, "opose this")).toBe("opose \nthis");
    const joined = correctionOf(text, replace("\n", ""));
    expect(wordsAfter(joined, "Wang said.\n“It is wrong.”")).toBe("Wang said.“It is wrong.”");
  });

  test("a paragraph of its own is put before everything, or after it", () => {
    const correction = correctionOf(text, (transform) => {
      transform.insert(0, documentOf("First."));
      transform.insert(transform.doc.content.size, documentOf("Last."));
    });
    expect(correction.after).toBe(`First.\n${text}\nLast.`);
    expect(wordsAfter(correction, text)).toBe(text);
  });

  test("the first paragraph is taken out", () => {
    const correction = correctionOf(text, (transform) => {
      transform.delete(0, transform.doc.firstChild?.nodeSize ?? 0);
    });
    expect(correction.after).toBe("“It is wrong.”");
    expect(wordsAfter(correction, "It is wrong.")).toBe("It is wrong.");
    expect(wordsAfter(correction, "opose this")).toBeNull();
  });

  test("its paragraph is pasted anew, with a word put right", () => {
    const correction = correctionOf(
      text,
      paste("“We opose this,” Wang said.", "“We oppose this,” Mr Wang said on Monday."),
    );
    expect(wordsAfter(correction, "We opose this")).toBe("We oppose this");
    expect(wordsAfter(correction, "Wang said")).toBe("Wang said");
    expect(wordsAfter(correction, "It is wrong.")).toBe("It is wrong.");
  });

  test("everything is deleted and brought back", () => {
    const correction = correctionOf(text, (transform) => {
      const { content } = transform.doc;
      transform.delete(0, content.size);
      transform.replaceWith(0, transform.doc.content.size, content);
    });
    expect(correction.replacements).toEqual([]);
  });
});

describe("a statement is lost when", () => {
  const text = "“We oppose this,” Wang said. “And we will act.”";

  test("its words are deleted", () => {
    const correction = correctionOf(text, replace("“And we will act.”", ""));
    expect(wordsAfter(correction, "And we will act.")).toBeNull();
    expect(wordsAfter(correction, "We oppose this")).toBe("We oppose this");
  });

  test("punctuation alone is left of it", () => {
    const correction = correctionOf(text, replace("And we will act", ""));
    expect(wordsAfter(correction, "And we will act.")).toBeNull();
  });

  test("other words take the place of all of its own", () => {
    const correction = correctionOf(text, replace("And we will act.", "He left for Rome."));
    expect(wordsAfter(correction, "And we will act.")).toBeNull();
  });

  test("and keeps its old words; with one range left it keeps that", () => {
    const statement = statementOn(text, ["We oppose this", "And we will act."]);
    const half = corrected(statement, correctionOf(text, replace("We oppose this,", "")));
    expect(half.lost).toBe(false);
    expect(half.ranges.map(({ exact }) => exact)).toEqual(["And we will act."]);
    const gone = correctionOf(text, replace(text, "Nothing."));
    const lost = corrected(statement, gone);
    expect(lost.lost).toBe(true);
    expect(lost.ranges).toEqual(statement.ranges);
    expect(effectOf(statement, lost)).toBe("lost");
    expect(effectOf(lost, corrected(lost, gone))).toBe("none");
  });
});

test("ranges that come to touch become one", () => {
  const text = "“We oppose this,” Wang said, “and will act.”";
  const statement = statementOn(text, ["We oppose this", "and will act"]);
  const after = corrected(statement, correctionOf(text, replace(",” Wang said, “", "")));
  expect(after.ranges.map(({ exact }) => exact)).toEqual(["We oppose thisand will act"]);
});

test("the words of the cue move too, or are none", () => {
  const text = "Yes, “we oppose this,” Wang said.";
  const statement = { ...statementOn(text, ["we oppose this"]), cue: rangeIn(text, "Wang said") };
  const moved = corrected(statement, correctionOf(text, replace("Yes, ", "")));
  expect(moved.cue).toEqual(rangeIn("“we oppose this,” Wang said.", "Wang said"));
  expect(corrected(statement, correctionOf(text, replace("Wang said", ""))).cue).toBeNull();
});

/** A character of the text with what became of it: who tracks each one needs no mapping. */
interface Character {
  readonly code: string;
  /** Its offset in the old text; -1 for one that was put in. */
  readonly origin: number;
}

interface RandomEdit {
  readonly kind: "insert" | "delete" | "replace" | "split" | "join" | "paste";
  readonly at: number;
  readonly length: number;
}

const edits = fc.array(
  fc.record({
    kind: fc.constantFrom("insert", "delete", "replace", "split", "join", "paste"),
    at: fc.nat(1000),
    length: fc.integer({ min: 1, max: 12 }),
  }) satisfies fc.Arbitrary<RandomEdit>,
  { minLength: 1, maxLength: 12 },
);

/** Words that occur in no other text here: what is put in is never taken for what was there. */
const strange = "Жюц Ш";

describe("over random edits", () => {
  const cases = fc.tuple(
    textAndRange,
    fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 4 }),
    edits,
  );

  test("every surviving word keeps its statements, and no other gets any", () => {
    fc.assert(
      fc.property(cases, ([{ text, range }, more, all]) => {
        const ranges = [range, ...more.flatMap(([a, b]) => trimmed(text, a, b))];
        const { correction, characters } = play(text, all);
        expect(characters.map(({ code }) => code).join("")).toBe(correction.after);
        for (const one of ranges) {
          const now = correction.rangeOf(one);
          const inside = (offset: number) =>
            now !== null && now.start <= offset && offset < now.end;
          const words = text.slice(one.start, one.end);
          const isWord = /[^\s\u200B\p{P}]/u.test(words) ? /[^\s\u200B\p{P}]/u : /[^\s\u200B]/u;
          const left = characters.filter(({ origin }) => one.start <= origin && origin < one.end);
          expect(now !== null).toBe(isWord.test(left.map(({ code }) => code).join("")));
          if (!now) continue;
          for (const [offset, { code, origin }] of characters.entries()) {
            const survives = one.start <= origin && origin < one.end;
            if (survives && /\S/u.test(code) && code !== "\u200b")
              expect(inside(offset)).toBe(true);
            if (!survives && origin !== -1) expect(inside(offset)).toBe(false);
            if (origin === -1 && inside(offset))
              expect(tookItsPlace(characters, offset, one)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  test("what a statement becomes is right by every rule of statements", () => {
    fc.assert(
      fc.property(cases, ([{ text, range }, more, all]) => {
        const ranges = [range, ...more.flatMap(([a, b]) => trimmed(text, a, b))];
        const { correction } = play(text, all);
        const before = { ...smallStatement(), ranges: anchored(text, ranges) };
        const after = corrected(before, correction);
        if (after.lost) {
          expect(after.ranges).toEqual(before.ranges);
          return;
        }
        for (const [i, anchor] of after.ranges.entries()) {
          expect(holds(correction.after, anchor)).toBe(true);
          expect(trimRange(correction.after, anchor.start, anchor.end)).toEqual({
            start: anchor.start,
            end: anchor.end,
          });
          expect(anchor.start).toBeGreaterThan(after.ranges[i - 1]?.end ?? -1);
          expect(insidePair(correction.after, anchor.start)).toBe(false);
        }
      }),
      { numRuns: 150 },
    );
  });
});

/**
 * Whether what was put in at `offset` stands strictly inside the range, or where some of its words
 * stood: then the nearest old characters on both sides are its own, or were next to what was its.
 */
function tookItsPlace(characters: readonly Character[], offset: number, range: Range): boolean {
  const before = characters.slice(0, offset).findLast(({ origin }) => origin !== -1);
  const after = characters.slice(offset).find(({ origin }) => origin !== -1);
  return (before?.origin ?? -1) >= range.start - 1 && (after?.origin ?? Infinity) <= range.end;
}

/** Plays the edits as steps on the document, and on a list of characters beside it. */
function play(text: string, all: readonly RandomEdit[]) {
  const transform = new Transform(documentOf(text));
  let characters: Character[] = Array.from({ length: text.length }, (_, origin) => ({
    code: text.charAt(origin),
    origin,
  }));
  const put = (words: string): Character[] =>
    Array.from({ length: words.length }, (_, i) => ({ code: words.charAt(i), origin: -1 }));
  for (const { kind, at, length } of all) {
    const now = textOf(transform.doc);
    const from = whole(now, at % (now.length + 1));
    const to = whole(now, Math.min(now.length, from + length));
    const positions = new Positions(transform.doc);
    const [start, end] = [positions.position(from), positions.position(to)];
    const words = strange.slice(0, (length % 4) + 1);
    switch (kind) {
      case "insert":
        transform.insert(start, inline(words));
        characters = characters.toSpliced(from, 0, ...put(words));
        break;
      case "delete":
        transform.delete(start, end);
        characters = characters.toSpliced(from, to - from);
        break;
      case "replace":
        transform.replaceWith(start, end, inline(words));
        characters = characters.toSpliced(from, to - from, ...put(words));
        break;
      case "paste": {
        const pasted = documentOf(`${words}\n${words}`);
        transform.replace(start, end, pasted.slice(1, pasted.content.size - 1));
        characters = characters.toSpliced(from, to - from, ...put(`${words}\n${words}`));
        break;
      }
      case "split":
        transform.split(start);
        characters = characters.toSpliced(from, 0, ...put("\n"));
        break;
      case "join": {
        const separator = now.indexOf("\n", from);
        if (separator === -1) break;
        transform.join(positions.position(separator) + 1);
        characters = characters.toSpliced(separator, 1);
        break;
      }
    }
  }
  return { correction: correctionBy(transform), characters };
}

function inline(words: string): readonly Node[] {
  return documentOf(words).firstChild?.children ?? [];
}

/** An offset that cuts no surrogate pair, as a caret has it. */
function whole(text: string, offset: number): number {
  return insidePair(text, offset) ? offset - 1 : offset;
}

function trimmed(text: string, a: number, b: number): Range[] {
  return [trimRange(text, a % (text.length + 1), b % (text.length + 1))].filter(
    (range) => range !== null,
  );
}

function rangeIn(text: string, words: string): Range {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function smallStatement(): Statement {
  const [statement] = smallBundle().statements;
  if (!statement) throw new Error("no statement");
  return statement;
}

function statementOn(text: string, words: readonly string[]): Statement {
  return {
    ...smallStatement(),
    ranges: anchored(
      text,
      words.map((each) => rangeIn(text, each)),
    ),
  };
}
