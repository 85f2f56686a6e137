import { hitsIn, keywordPattern, namePattern, type Hit } from "../../model/keyword.ts";

/** What is looked for of an entry: a keyword of a topic, or a name of a speaker. */
export interface SoughtWords {
  readonly id: string;
  readonly words: string;
  readonly as: "keyword" | "name";
}

/** Words to look for in a text. */
export interface HitQuestion {
  readonly text: string;
  readonly sought: readonly SoughtWords[];
}

/** Which of the words are looked for now, or what was found of each so far. */
export type HitAnswer = { readonly at: number } | { readonly hits: readonly Hit[] };

/** Milliseconds between two words of how far it is: the page waits longer. */
const tellEvery = 250;

function tell(answer: HitAnswer): void {
  postMessage(answer);
}

globalThis.addEventListener("message", ({ data }: MessageEvent<HitQuestion>) => {
  const { text, sought } = data;
  const hits: Hit[] = [];
  let told = -Infinity;
  for (const [at, { id, words, as }] of sought.entries()) {
    // Should it find no end, the page knows that it was this one: none but an expression can.
    if (words.startsWith("/") || performance.now() - told > tellEvery) {
      tell({ at });
      told = performance.now();
    }
    // Made here, not on the page: thousands of names take a second.
    const pattern = as === "name" ? namePattern(words) : keywordPattern(words);
    if (pattern instanceof RegExp) hits.push(...hitsIn(text, [{ id, pattern }]));
    else if (pattern.ok) hits.push(...hitsIn(text, [{ id, pattern: pattern.value }]));
  }
  tell({ hits });
});
