import { describe, expect, test } from "vitest";
import { fit } from "../../../src/suggest/fit.ts";
import { readModel, writeModel } from "../../../src/suggest/model.ts";
import { suggest } from "../../../src/suggest/suggest.ts";
import { baseModel, emptyContext } from "./baseModel.ts";

const schedule = { passes: 2, step: 0.03, damping: 1, dropout: 0.3, decay: 0, seed: 1 };

/** Six small articles alike enough that features occur in all of them. */
const articles = ["port", "ferry", "levy", "fleet", "dock", "pier"].map((word) => {
  const text = `Mary Hall said that the ${word} was closed. It rained.`;
  const start = text.indexOf("the");
  return {
    text,
    statements: [
      {
        ranges: [{ start, end: text.indexOf(". It") }],
        quotation: "indirect" as const,
        cues: [{ start: 10, end: 14 }],
        sources: [{ start: 0, end: 9 }],
      },
    ],
  };
});

describe("a model", () => {
  test("is the same to the byte when it is trained again", { timeout: 60_000 }, () => {
    expect(writeModel(fit(articles, schedule, 1))).toEqual(writeModel(fit(articles, schedule, 1)));
  });

  test("proposes the same after it was written and read", () => {
    const again = readModel(writeModel(baseModel));
    const text =
      "Mary Hall runs the port. “We will not pay,” Hall said. She added that the levy was unfair.";
    const ranges = (model: typeof baseModel) =>
      suggest(text, { ...emptyContext, model }).map((one) => one.ranges);
    expect(ranges(again)).toEqual(ranges(baseModel));
  });

  test("that is damaged, cut short or something else is refused", { timeout: 60_000 }, () => {
    const bytes = writeModel(fit(articles, schedule, 1));
    expect(() => readModel(bytes.subarray(0, bytes.length - 9))).toThrow(RangeError);
    expect(() => readModel(new Uint8Array([1, 2, 3]))).toThrow(RangeError);
  });

  test("reads a text longer than it reads at once", { timeout: 60_000 }, () => {
    const paragraph = "Mary Hall runs the port. “We will not pay this levy,” Hall said.\n";
    const found = suggest(paragraph.repeat(200), emptyContext);
    expect(found).toHaveLength(200);
  });
});
