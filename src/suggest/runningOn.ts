import { places } from "./lexicon/places.ts";
import type { Draft } from "./pieces.ts";
import { tenseAt, type Reading } from "./reading.ts";

/**
 * Read-outs let speech run on with the speaker's country as subject: “Otieno noted that …. *Kenya
 * wants a second railway.*” To the chain that is Kenya speaking. The tense tells: what is reported is
 * in the past (*noted*), what goes on being said in the present (*wants*).
 */
export function runningOn(reading: Reading, drafts: readonly Draft[]): Draft[] {
  const result: Draft[] = [];
  for (const draft of drafts) {
    const before = result.at(-1);
    result.push(
      before &&
        isCountrySpeaking(reading, draft) &&
        isReported(reading, before) &&
        follows(reading, before, draft)
        ? wholeSentence(reading, draft)
        : draft,
    );
  }
  // Nothing runs on before anybody has spoken.
  const spoken = result.findIndex((draft) => draft.content[0]?.state !== "continued");
  return result.filter(
    (draft, i) => spoken >= 0 && i >= spoken && (i === 0 || !sameSentence(draft, result[i - 1])),
  );
}

/**
 * Speech that runs on is a statement a sentence: where it begins one in which nobody else speaks, it is
 * all of it. The chain, less sure of its end, cuts it.
 */
export function wholeSentences(reading: Reading, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, i) =>
    opensSentence(reading, draft, drafts[i + 1]) ? wholeSentence(reading, draft) : draft,
  );
}

function opensSentence(reading: Reading, { content }: Draft, next: Draft | undefined): boolean {
  const [first] = content;
  if (!first || first.state !== "continued" || content.length > 1) return false;
  const sentence = reading.sentences[reading.sentenceOf[first.start] ?? 0];
  const other = next && (next.source ?? next.cue ?? next.content[0]);
  return sentence?.start === first.start && (other === undefined || other.start >= sentence.end);
}

/** Subjects of a state's own acts, besides its name. */
const states = /^(?:country|government|sides|countries)$/u;

function isCountrySpeaking(reading: Reading, draft: Draft): boolean {
  const { cue, source } = draft;
  if (!cue || !source || draft.content[0]?.state !== "content") return false;
  const last = reading.tokens[source.end - 1];
  const sentence = reading.sentences[reading.sentenceOf[source.start] ?? 0];
  if (!last || !sentence || source.start > sentence.start + 1) return false;
  if (!places.has(last.lower) && !states.test(last.lower)) return false;
  return (
    tenseAt(reading, cue.start) === "present" &&
    !/^(?:says?)$/u.test(reading.tokens[cue.start]?.lower ?? "")
  );
}

/** Whether a statement is in the reporter's words, with a cue in the past tense or none. */
function isReported(reading: Reading, draft: Draft): boolean {
  const [first] = draft.content;
  if (!first || (reading.quotedOf[first.start] ?? -1) >= 0) return false;
  return (
    first.state === "continued" ||
    (draft.cue !== null && tenseAt(reading, draft.cue.start) === "past")
  );
}

/** In the next sentence, which may begin the next paragraph. */
function follows(reading: Reading, before: Draft, draft: Draft): boolean {
  const last = before.content.at(-1);
  const first = draft.source ?? draft.content[0];
  return (
    last !== undefined &&
    first !== undefined &&
    (reading.sentenceOf[first.start] ?? 0) - (reading.sentenceOf[last.end - 1] ?? 0) === 1
  );
}

function wholeSentence(reading: Reading, draft: Draft): Draft {
  const sentence = reading.sentences[reading.sentenceOf[draft.content[0]?.start ?? 0] ?? 0];
  return sentence
    ? { content: [{ ...sentence, state: "continued" }], cue: null, source: null }
    : draft;
}

/** A second piece of a sentence that the statement before has taken whole. */
function sameSentence(draft: Draft, before: Draft | undefined): boolean {
  const whole = before?.content[0];
  const own = draft.content[0];
  return (
    whole !== undefined &&
    own !== undefined &&
    whole.state === "continued" &&
    own.start >= whole.start &&
    own.end <= whole.end
  );
}
