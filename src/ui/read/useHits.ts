import { useMemo } from "react";
import { legible } from "../../model/colour.ts";
import { hitsIn, keywordPattern, namePattern, type Hit, type Term } from "../../model/keyword.ts";
import type { Hint } from "../../reader/mark.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { useRecords } from "../live.ts";

const none: readonly (Hit & Hint)[] = [];

/** Where keywords of topics and names of speakers stand in the text, each in its entry's colour. */
export function useHits(live: LiveProject, text: string, on: boolean): readonly (Hit & Hint)[] {
  const topics = useRecords(live, "topics");
  const speakers = useRecords(live, "speakers");
  return useMemo(() => {
    if (!on) return none;
    const colours = new Map<string, string>();
    const terms: Term[] = [];
    for (const { id, colour, keywords, archived } of topics) {
      if (archived) continue;
      colours.set(id, legible(colour));
      for (const keyword of keywords) {
        const pattern = keywordPattern(keyword);
        if (pattern.ok) terms.push({ id, pattern: pattern.value });
      }
    }
    for (const { id, colour, name, aliases, archived } of speakers) {
      if (archived) continue;
      colours.set(id, legible(colour));
      for (const each of [name, ...aliases]) terms.push({ id, pattern: namePattern(each) });
    }
    let reached = -1;
    return hitsIn(text, terms).flatMap((hit) => {
      // Of two that overlap, the first and longer one is pointed out.
      if (hit.start < reached) return [];
      reached = hit.end;
      return [{ ...hit, colour: colours.get(hit.id) ?? "#57534b" }];
    });
  }, [text, on, topics, speakers]);
}
