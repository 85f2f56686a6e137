import { palette } from "../src/model/codebook.ts";
import type { Range } from "../src/model/range.ts";
import type { Line, Mark } from "../src/reader/mark.ts";

/** An invented article with invented statements: the same for the same numbers, on every machine. */
export interface Sample {
  readonly text: string;
  readonly marks: readonly Mark[];
}

const words =
  `the of and to in a that for on with said is by it as at from was be has not its are will trade
  tariff minister border security council talks agreement counterterrorism oppose welcome stress partner regional
  cooperation statement market export sanction foreign spokesperson however delegation negotiate measure economic
  government meeting China Tajikistan Almaty Brussels Washington union committee export unilateral stability growth
  development protect interest international community justice fairness investment enterprise innovation bilateral`.split(
    /\s+/,
  );

const lines: readonly Line[] = ["solid", "dashed", "dotted", "double"];

/**
 * @param wordCount how long the text is; paragraphs have 30 to 90 words
 * @param markCount statements of 4 to 40 words anywhere, so some overlap; one in 20 has two ranges
 */
export function sample(wordCount: number, markCount: number, seed = 1): Sample {
  const random = generator(seed);
  const below = (n: number) => Math.floor(random() * n);
  const pick = <T>(from: readonly T[], otherwise: T) => from[below(from.length)] ?? otherwise;

  const starts: number[] = [];
  const paragraphs: string[] = [];
  let offset = 0;
  while (starts.length < wordCount) {
    const paragraph: string[] = [];
    for (let left = Math.min(30 + below(61), wordCount - starts.length); left > 0; left -= 1) {
      const word =
        pick(words, "") + (below(14) === 0 ? "," : below(18) === 0 || left === 1 ? "." : "");
      paragraph.push(word);
      starts.push(offset);
      offset += word.length + 1;
    }
    paragraphs.push(paragraph.join(" "));
  }
  const text = paragraphs.join("\n");

  const passage = (from: number): Range => {
    const last = Math.min(starts.length - 1, from + 3 + below(37));
    return { start: starts[from] ?? 0, end: (starts[last + 1] ?? text.length + 1) - 1 };
  };
  const marks = Array.from({ length: markCount }, (_, i): Mark => {
    const from = below(starts.length - 100);
    return {
      id: `statement-${i}`,
      ranges: below(20) === 0 ? [passage(from), passage(from + 50)] : [passage(from)],
      colours: Array.from({ length: below(4) === 0 ? 2 : 1 }, () => pick(palette, "#475569")),
      line: pick(lines, "solid"),
      sign: String(i + 1),
    };
  });
  return { text, marks };
}

/** Mulberry32: small, seeded, even enough for sample texts. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
