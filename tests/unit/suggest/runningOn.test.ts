import { expect, test } from "vitest";
import { cueAt } from "../../../src/suggest/cueContext.ts";
import type { Draft } from "../../../src/suggest/pieces.ts";
import { read, wordsAt } from "../../../src/suggest/reading.ts";
import { wholeSentences } from "../../../src/suggest/runningOn.ts";

const reading = read(
  "Trade has grown, and Hall said it will grow. Roads are old, and lorries wait.",
);
const at = (word: string) => reading.tokens.findIndex(({ text }) => text === word);

test("speech that runs on is all of its sentence, unless somebody else speaks in it", () => {
  const cut = (start: string, end: string): Draft => ({
    content: [{ start: at(start), end: at(end) + 1, state: "continued" }],
    cue: null,
    source: null,
  });
  const said: Draft = {
    content: [{ start: at("it"), end: at("grow") + 1, state: "content" }],
    cue: { start: at("said"), end: at("said") + 1 },
    source: { start: at("Hall"), end: at("Hall") + 1 },
  };
  const whole = wholeSentences(reading, [cut("Trade", "grown"), said, cut("Roads", "old")]);
  expect(whole.map(({ content }) => content.map((piece) => wordsAt(reading, piece)))).toEqual([
    ["Trade has grown"],
    ["it will grow"],
    ["Roads are old, and lorries wait."],
  ]);
});

test("who is saying something is a cue as who says it", () => {
  const says = read("Hall says that it rains.");
  const saying = read("Hall is saying that it rains.");
  const kindIn = (of: typeof says, index: number) => cueAt(of, index)?.kind;
  expect(kindIn(saying, 2)).toBe(kindIn(says, 1));
  expect(kindIn(saying, 2)).not.toBe(kindIn(read("Hall, saying that it rains."), 2));
});
