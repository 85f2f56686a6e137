import type { Organisation, Speaker, Topic } from "../../model/codebook.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import type { Learnt } from "../../suggest/learn.ts";

/** The codebook as suggestions see it: without what is archived. */
export interface KnownCodebook {
  readonly speakers: readonly Speaker[];
  readonly organisations: readonly Organisation[];
  readonly topics: readonly Topic[];
}

/** What the worker knows of a project, whatever the article. */
export interface Knowledge {
  readonly codebook: KnownCodebook;
  readonly learnt: Learnt | null;
}

interface Kept {
  readonly tables: readonly [readonly Speaker[], readonly Organisation[], readonly Topic[]];
  readonly codebook: KnownCodebook;
}

const kept = new WeakMap<LiveProject, Kept>();

/** The project's codebook for suggestions; the same value until an entry changes, so that it is sent once. */
export function knownCodebook(live: LiveProject): KnownCodebook {
  const tables = [live.all("speakers"), live.all("organisations"), live.all("topics")] as const;
  const before = kept.get(live);
  if (before?.tables.every((table, i) => table === tables[i])) return before.codebook;
  const [speakers, organisations, topics] = tables;
  const codebook = {
    speakers: speakers.filter(({ archived }) => !archived),
    organisations,
    topics: topics.filter(({ archived }) => !archived),
  };
  kept.set(live, { tables, codebook });
  return codebook;
}

/** Whether two learnings are one, so that the worker need not be told again. */
export function sameLearnt(a: Learnt | null, b: Learnt | null): boolean {
  if (a === b) return true;
  if (!a || !b || a.weights.length !== b.weights.length) return false;
  return (
    a.weights.every((byte, i) => byte === b.weights[i]) && a.cueWords.join() === b.cueWords.join()
  );
}
