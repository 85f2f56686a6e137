import type { Hit, Term } from "../../model/keyword.ts";
import type { HitAnswer, HitQuestion } from "./hits.worker.ts";

/** Milliseconds without a word from the worker, after which a term is taken to find no end. */
const patience = 2000;

/** What was found of the terms; `endless` are those that were given up. */
export interface FoundHits {
  readonly hits: readonly Hit[];
  readonly endless: readonly Term[];
}

/**
 * Looks for terms in a text, in a worker: no regular expression can hold up the page. A term that
 * finds no end is given up, and the others are looked for without it. Resolves to null when the
 * signal is aborted meanwhile, or where no worker can be started.
 */
export async function findHits(
  text: string,
  terms: readonly Term[],
  signal: AbortSignal,
): Promise<FoundHits | null> {
  const endless: Term[] = [];
  for (let left = terms; ;) {
    const found = await tryOnce(text, left, signal);
    if (found === null || signal.aborted) return null;
    if ("hits" in found) return { hits: found.hits, endless };
    endless.push(found.term);
    left = left.filter((term) => term !== found.term);
  }
}

type Tried = { readonly hits: readonly Hit[] } | { readonly term: Term } | null;

/** The hits; or the term at which the worker fell silent; or null when it was not to go on. */
function tryOnce(text: string, terms: readonly Term[], signal: AbortSignal): Promise<Tried> {
  const { promise, resolve } = Promise.withResolvers<Tried>();
  const worker = new Worker(new URL("hits.worker.ts", import.meta.url), { type: "module" });
  let at = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      const term = terms[at];
      resolve(term ? { term } : null);
    }, patience);
  };
  worker.addEventListener("message", ({ data }: MessageEvent<HitAnswer>) => {
    if ("hits" in data) resolve(data);
    else {
      ({ at } = data);
      wait();
    }
  });
  worker.addEventListener("error", () => resolve(null));
  signal.addEventListener("abort", () => resolve(null));
  const question: HitQuestion = { text, terms };
  worker.postMessage(question);
  return promise.finally(() => {
    clearTimeout(silence);
    worker.terminate();
  });
}
