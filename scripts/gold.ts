import { z } from "zod";
import { quotationSchema } from "../src/model/quotation.ts";
import type { Range } from "../src/model/range.ts";
import type { MarkedArticle } from "../src/suggest/fit.ts";

/** Ranges as pairs of offsets in UTF-16 code units, half-open. */
const pairsSchema = z.array(z.tuple([z.int(), z.int()]));

/** One line of what corpus/build.mjs writes, and of the dev sets. */
const goldArticleSchema = z.object({
  id: z.string(),
  title: z.string().default(""),
  style: z.string().default(""),
  text: z.string(),
  statements: z.array(
    z.object({
      id: z.string().default(""),
      content: pairsSchema,
      source: pairsSchema.nullable(),
      cue: pairsSchema.nullable(),
      quotation: quotationSchema.default("indirect"),
      /** Its source is that of another statement. */
      sourceInherited: z.boolean().default(false),
    }),
  ),
});
export type GoldArticle = z.infer<typeof goldArticleSchema>;

/** The articles of a JSONL text. Throws when a line is not one. */
export function goldArticles(jsonl: string): GoldArticle[] {
  return jsonl
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => goldArticleSchema.parse(JSON.parse(line)));
}

export function rangesOf(pairs: readonly (readonly [number, number])[] | null): Range[] {
  return (pairs ?? []).map(([start, end]) => ({ start, end }));
}

/** Newspapers are the most of the corpus; what agencies and ministries write counts twice. */
const wireStyles = /^(?:agency|british|readout|release)$/u;

/** A gold article as training takes it. */
export function markedOf(article: GoldArticle): MarkedArticle {
  return {
    text: article.text,
    times: wireStyles.test(article.style) ? 2 : 1,
    statements: article.statements.map((one) => ({
      ranges: rangesOf(one.content),
      quotation: one.quotation,
      cues: rangesOf(one.cue),
      sources: one.sourceInherited ? [] : rangesOf(one.source),
    })),
  };
}
