import { bodyNouns, roleNouns } from "./lexicon/people.ts";
import { wordClass } from "./lexicon/words.ts";
import type { Draft } from "./pieces.ts";
import { lowerAt, tenseAt, type Reading } from "./reading.ts";

/** Longest source that closes a sentence, in tokens. */
const longestSource = 8;

/**
 * “…, *said a communiqué from the ministry*.”: where a comma stands before the cue and nothing but a body
 * or somebody with a role behind it, that is who says it, and all before the comma is said. The chain
 * may take the last name before the cue for its subject.
 */
export function withSourceBehind(reading: Reading, draft: Draft): Draft {
  const [first, ...others] = draft.content;
  const { cue } = draft;
  if (first?.state !== "fronted" || others.length > 0 || !cue || cue.start < first.end)
    return draft;
  const comma = cue.start - 1;
  const sentence = reading.sentences[reading.sentenceOf[cue.start] ?? 0];
  const end = (sentence?.end ?? 0) - 1;
  const length = end - cue.end;
  if (lowerAt(reading, comma) !== "," || first.end > comma || first.start >= comma) return draft;
  if (reading.sentenceOf[first.start] !== reading.sentenceOf[cue.start]) return draft;
  if (cue.end - cue.start !== 1 || tenseAt(reading, cue.start) !== "past") return draft;
  if (length < 2 || length > longestSource) return draft;
  if (wordClass.get(lowerAt(reading, cue.end)) !== "article") return draft;
  let somebody = false;
  for (let i = cue.end; i < end; i += 1) {
    const word = lowerAt(reading, i);
    if (/^(?:,|that|who|which|and)$/u.test(word) || (reading.quotedOf[i] ?? -1) >= 0) return draft;
    if (bodyNouns.has(word) || roleNouns.has(word)) somebody = true;
  }
  for (let i = first.start; i < comma; i += 1) if ((reading.quotedOf[i] ?? -1) >= 0) return draft;
  if (!somebody) return draft;
  return {
    content: [{ ...first, end: comma }],
    cue,
    source: { start: cue.end, end },
  };
}
