import type { Speaker } from "../model/codebook.ts";
import { folded } from "../model/name.ts";
import type { Voice } from "./voice.ts";

/**
 * The codebook's speaker that a voice of the article is: by name or alias, else by surname when only
 * one has it and no first name contradicts. Null when none fits or more than one does.
 */
export function knownSpeaker(voice: Voice, speakers: readonly Speaker[]): Speaker | null {
  const name = folded(voice.name);
  const exact = speakers.filter((speaker) =>
    [speaker.name, ...speaker.aliases].some((one) => folded(one) === name),
  );
  const [first, second] = exact;
  if (first) return second ? null : first;
  if (voice.entity === null || voice.entity.kind === "body") return null;
  const words = name.split(" ");
  const fitting = speakers.filter((speaker) => {
    const other = folded(speaker.name).split(" ");
    if (words.length > 1 && other.length > 1)
      return words.at(-1) === other.at(-1) && compatible(words[0], other[0]);
    return (
      words.length === 1 &&
      (other.at(-1) === words[0] || (other.length === 2 && other[0] === words[0]))
    );
  });
  const [only, other] = fitting;
  return only && !other ? only : null;
}

/** Whether two first names may be one person's: the same, or one the initial of the other. */
function compatible(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return /^\p{L}\.?$/u.test(short) && long.startsWith(short.charAt(0));
}
