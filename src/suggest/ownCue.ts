import { cueAt } from "./cueContext.ts";
import type { Draft } from "./pieces.ts";
import { lowerAt, type Reading } from "./reading.ts";

/** Most tokens between a cue and its content, and between *who* and its cue. */
const reach = 3;
const reachOfWho = 8;

/**
 * What a relative clause inside the subject of another statement reports (“Hall, who *endorsed the plan*,
 * said it was late”) comes from the chain as speech that runs on, as there a cue cannot stand inside a
 * source. It is given its cue back, and *who* as its source.
 */
export function withOwnCue(reading: Reading, draft: Draft): Draft {
  const [first, ...others] = draft.content;
  if (first?.state !== "continued" || draft.cue || others.length > 0) return draft;
  const sentence = reading.sentences[reading.sentenceOf[first.start] ?? 0];
  const opening = sentence?.start ?? first.start;
  const isMark = (i: number) => reading.tokens[i]?.kind === "mark";
  let cue = first.start - 1;
  while (cue >= opening && first.start - cue <= reach && !isMark(cue) && !cueAt(reading, cue))
    cue -= 1;
  if (cue < opening || !cueAt(reading, cue)) return draft;
  let who = cue - 1;
  while (
    who >= opening &&
    cue - who <= reachOfWho &&
    !isMark(who) &&
    lowerAt(reading, who) !== "who"
  )
    who -= 1;
  if (who < opening || lowerAt(reading, who) !== "who") return draft;
  return {
    content: [{ ...first, state: "content" }],
    cue: { start: cue, end: first.start },
    source: { start: who, end: who + 1 },
  };
}
