import { hitsIn, type Hit, type Term } from "../../model/keyword.ts";

/** Terms to look for in a text. */
export interface HitQuestion {
  readonly text: string;
  readonly terms: readonly Term[];
}

/** Which term is looked for now, or what was found of each so far. */
export type HitAnswer = { readonly at: number } | { readonly hits: readonly Hit[] };

function tell(answer: HitAnswer): void {
  postMessage(answer);
}

globalThis.addEventListener("message", ({ data }: MessageEvent<HitQuestion>) => {
  const { text, terms } = data;
  const hits: Hit[] = [];
  for (const [at, term] of terms.entries()) {
    // Should it find no end, the page knows that it was this one.
    tell({ at });
    for (const hit of hitsIn(text, [term])) hits.push(hit);
  }
  tell({ hits });
});
