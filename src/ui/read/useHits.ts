import { useEffect, useMemo, useState } from "react";
import { legible } from "../../model/colour.ts";
import type { Hit } from "../../model/keyword.ts";
import type { Hint } from "../../reader/mark.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";
import { noticeProblem } from "../parts/notices.tsx";
import { findHits } from "./hitFinder.ts";
import type { SoughtWords } from "./hits.worker.ts";

type Hits = readonly (Hit & Hint)[];

const none: Hits = [];

/**
 * Where keywords of topics and names of speakers stand in the text, each in its entry's colour; none
 * until they are found. Says so when a keyword is given up because it takes too long.
 */
export function useHits(live: LiveProject, text: string, on: boolean): Hits {
  const topics = useRecords(live, "topics");
  const speakers = useRecords(live, "speakers");
  const [found, setFound] = useState<{ readonly text: string; readonly hits: Hits } | null>(null);
  const sought = useMemo(() => {
    const colours = new Map<string, string>();
    const words: SoughtWords[] = [];
    for (const { id, colour, keywords, archived } of topics) {
      if (archived) continue;
      colours.set(id, legible(colour));
      for (const each of keywords) words.push({ id, words: each, as: "keyword" });
    }
    for (const { id, colour, name, aliases, archived } of speakers) {
      if (archived) continue;
      colours.set(id, legible(colour));
      for (const each of [name, ...aliases]) words.push({ id, words: each, as: "name" });
    }
    return { colours, words };
  }, [topics, speakers]);

  useEffect(() => {
    if (!on) return undefined;
    const stop = new AbortController();
    void findHits(text, sought.words, stop.signal).then((answer) => {
      if (!answer) return;
      setFound({ text, hits: apart(answer.hits, sought.colours) });
      for (const { id, words } of answer.endless)
        noticeProblem({
          what: `The keyword ${words} of “${live.get("topics", id)?.name ?? ""}” takes too long on this text; it is not marked.`,
          remedy: "Write it in the Codebook without parts that may repeat in several ways.",
        });
    });
    return () => stop.abort();
  }, [live, text, on, sought]);

  return on && found?.text === text ? found.hits : none;
}

/** The hits in their colours; of two that overlap, the first and longer one is pointed out. */
function apart(hits: readonly Hit[], colours: ReadonlyMap<string, string>): Hits {
  let reached = -1;
  return hits
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .flatMap((hit) => {
      if (hit.start < reached) return [];
      reached = hit.end;
      return [{ ...hit, colour: colours.get(hit.id) ?? "#57534b" }];
    });
}

/** The next hit from the caret on, or the one before it; past the end it begins again. */
export function hitFrom(hits: Hits, caret: number, by: 1 | -1): Hits[number] | undefined {
  return by === 1
    ? (hits.find(({ start }) => start >= caret) ?? hits[0])
    : (hits.findLast(({ end }) => end < caret) ?? hits.at(-1));
}
