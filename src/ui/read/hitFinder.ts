import type { Hit } from "../../model/keyword.ts";
import type { HitAnswer, HitQuestion, SoughtWords } from "./hits.worker.ts";

/** Milliseconds without a word from the worker, after which what it is at is taken to find no end. */
const patience = 2000;

/** What was found; `endless` are those that were given up. */
export interface FoundHits {
  readonly hits: readonly Hit[];
  readonly endless: readonly SoughtWords[];
}

/**
 * Looks for words in a text, in a worker: no regular expression can hold up the page. One that finds
 * no end is given up, and the others are looked for without it. Resolves to null when the
 * signal is aborted meanwhile, or where no worker can be started.
 */
export async function findHits(
  text: string,
  sought: readonly SoughtWords[],
  signal: AbortSignal,
): Promise<FoundHits | null> {
  const endless: SoughtWords[] = [];
  for (let left = sought; ;) {
    const found = await tryOnce(text, left, signal);
    if (found === null || signal.aborted) return null;
    if ("hits" in found) return { hits: found.hits, endless };
    endless.push(found.at);
    left = left.filter((one) => one !== found.at);
  }
}

type Tried = { readonly hits: readonly Hit[] } | { readonly at: SoughtWords } | null;

/** The hits; or that at which the worker fell silent; or null when it was not to go on. */
function tryOnce(
  text: string,
  sought: readonly SoughtWords[],
  signal: AbortSignal,
): Promise<Tried> {
  const { promise, resolve } = Promise.withResolvers<Tried>();
  const worker = new Worker(new URL("hits.worker.ts", import.meta.url), { type: "module" });
  let at = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(silence);
    silence = setTimeout(() => {
      const one = sought[at];
      resolve(one ? { at: one } : null);
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
  const question: HitQuestion = { text, sought };
  worker.postMessage(question);
  return promise.finally(() => {
    clearTimeout(silence);
    worker.terminate();
  });
}
