import { expect, test } from "vitest";
import { baseSchedule, fit, type MarkedArticle } from "../../../src/suggest/fit.ts";
import { suggest } from "../../../src/suggest/suggest.ts";
import { baseModel, emptyContext } from "./baseModel.ts";

test("a sentence whose cue is in no lexicon teaches nothing, the next one does", () => {
  const text = "Hall zigzagged that the pier was old. Lund said that the port was closed.";
  const at = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length };
  };
  const article: MarkedArticle = {
    text,
    statements: [
      {
        ranges: [at("the pier was old")],
        quotation: "indirect",
        cues: [at("zigzagged")],
        sources: [at("Hall")],
      },
      {
        ranges: [at("the port was closed")],
        quotation: "indirect",
        cues: [at("said")],
        sources: [at("Lund")],
      },
    ],
  };
  const articles = Array.from({ length: 12 }, () => article);
  const { weights } = fit(articles, { ...baseSchedule, passes: 20, step: 0.3, dropout: 0 }, 1);
  const found = suggest(text, { ...emptyContext, model: { ...baseModel, weights } });
  expect(found.map(({ ranges }) => ranges)).toContainEqual([at("the port was closed")]);
});
