import { hash, mixed } from "./hash.ts";
import { cueHeads, cueNouns, cueShare, type CueClass } from "./lexicon/cues.ts";
import { wordClass } from "./lexicon/words.ts";
import { tenseAt, type Reading } from "./reading.ts";
import { beforeAdverbs } from "./verbUse.ts";

/** A cue outside quotation marks that may govern a token. */
export interface Cue {
  readonly index: number;
  readonly lemma: number;
  readonly kind: number;
}

const kindNames = new Map<CueClass, number>();

function kindNumber(cueClass: CueClass | undefined, extra: number): number {
  if (cueClass === undefined) return 2;
  const known = kindNames.get(cueClass) ?? hash(cueClass);
  kindNames.set(cueClass, known);
  return mixed(known, extra);
}

/** The cue that a token is, when it may govern content: outside quotations, not a bare infinitive. */
export function cueAt(reading: Reading, index: number): Cue | null {
  const token = reading.tokens[index];
  if (!token || (reading.quotedOf[index] ?? -1) >= 0) return null;
  if (token.lower === "according") return { index, lemma: hash("according"), kind: 3 };
  const verb = reading.cueOf[index];
  const share = cueShare.get(token.lower) ?? 0;
  if (!verb || reading.named[index] === 1) return null;
  const form = tenseAt(reading, index);
  if (form === "base" && share < 2) return null;
  const earlier = reading.tokens[index - 1]?.lower ?? "";
  if (wordClass.get(earlier) === "article" || wordClass.get(earlier) === "possessive") return null;
  const tense = isFinite(reading, index) ? 1 : form === "ing" ? 2 : 3;
  const passive = wordClass.get(earlier) === "be" && form !== "ing" ? 1 : 0;
  return {
    index,
    lemma: hash(verb.lemma),
    kind: kindNumber(verb.classes[0], tense * 8 + share * 2 + passive),
  };
}

/** Whether a cue verb has a subject of its own: *says*, *said*, *is now saying*. */
function isFinite(reading: Reading, index: number): boolean {
  const form = tenseAt(reading, index);
  const earlier = reading.tokens[beforeAdverbs(reading, index)]?.lower ?? "";
  return (
    form === "past" ||
    form === "present" ||
    (form === "ing" && wordClass.get(earlier) === "be" && earlier !== "being")
  );
}

/** Token to the last cue before it in its sentence; the last of those that count as `strong`, if asked. */
export function cuesBefore(reading: Reading, strong = false): readonly (Cue | null)[] {
  const before: (Cue | null)[] = [];
  let last: Cue | null = null;
  for (let i = 0; i < reading.tokens.length; i += 1) {
    if (reading.sentenceOf[i] !== reading.sentenceOf[i - 1]) last = null;
    before.push(last);
    const cue = cueAt(reading, i);
    if (cue && (!strong || isStrong(reading, i))) last = cue;
  }
  return before;
}

/** Whether a cue nearly always attributes (said, told, according to), so that what it governs goes on past other cues. */
function isStrong(reading: Reading, index: number): boolean {
  const word = reading.tokens[index]?.lower ?? "";
  if (word === "according" || (cueShare.get(word) ?? 0) >= 3) return true;
  return /^(?:say|tell)$/u.test(reading.cueOf[index]?.classes[0] ?? "") && isFinite(reading, index);
}

export function cuesAfter(reading: Reading, strong = false): readonly (Cue | null)[] {
  const after = Array.from<Cue | null>({ length: reading.tokens.length });
  let next: Cue | null = null;
  for (let i = reading.tokens.length - 1; i >= 0; i -= 1) {
    if (reading.sentenceOf[i] !== reading.sentenceOf[i + 1]) next = null;
    after[i] = next;
    const cue = cueAt(reading, i);
    if (cue && (!strong || isStrong(reading, i))) next = cue;
  }
  return after;
}

/** How many words of a cue may stand before or after the word that makes it one: *went on to* say *that*. */
const cueReach = 4;

/** Tokens near a cue word of the lexicon, with no mark between. */
export function mayCueTokens(reading: Reading, cueWords: ReadonlySet<string>): Uint8Array {
  const may = new Uint8Array(reading.tokens.length);
  const isMark = (i: number) => reading.tokens[i]?.kind === "mark";
  for (const [i, token] of reading.tokens.entries()) {
    if (
      !reading.cueOf[i] &&
      !cueNouns.has(token.lower) &&
      !cueHeads.has(token.lower) &&
      !cueWords.has(token.lower) &&
      !/^(?:according|:)$/u.test(token.lower)
    )
      continue;
    may[i] = 1;
    if (token.kind === "mark") continue;
    for (const step of [-1, 1])
      for (
        let k = i + step;
        Math.abs(k - i) <= cueReach && k >= 0 && k < may.length && !isMark(k);
        k += step
      )
        may[k] = 1;
  }
  return may;
}
