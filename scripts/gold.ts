import type { MarkedArticle } from "../src/suggest/fit.ts";
import type { Quotation } from "../src/model/quotation.ts";

type Pair = readonly [number, number];

/** A statement as corpus/build.mjs and the dev sets write it; offsets in UTF-16 code units. */
export interface GoldStatement {
  readonly id?: string;
  readonly content: readonly Pair[];
  readonly source: readonly Pair[] | null;
  readonly cue: readonly Pair[] | null;
  readonly quotation?: Quotation;
  readonly speakers?: readonly string[];
  readonly topics?: readonly string[];
  /** Its source is that of another statement. */
  readonly sourceInherited?: boolean;
}

/** One line of such a file. */
export interface GoldArticle {
  readonly id: string;
  readonly title?: string;
  readonly text: string;
  readonly statements: readonly GoldStatement[];
}

/** A gold article as training takes it. */
export function markedOf(article: GoldArticle): MarkedArticle {
  const ranges = (pairs: readonly Pair[] | null) =>
    (pairs ?? []).map(([start, end]) => ({ start, end }));
  return {
    text: article.text,
    statements: article.statements.map((one) => ({
      ranges: ranges(one.content),
      quotation: one.quotation ?? "indirect",
      cues: ranges(one.cue),
      sources: one.sourceInherited ? [] : ranges(one.source),
    })),
  };
}
