import type { Mention } from "./entities.ts";
import { wordClass } from "./lexicon/words.ts";
import { trimmedPhrase } from "./naming.ts";
import { lowerAt, type Reading, type TokenRange } from "./reading.ts";
import { isFinite, verbUses } from "./verbUse.ts";
import { certainty, voiceOf, type Attributed, type Case } from "./voice.ts";

/** Longest phrase that *who* stands behind, in tokens. */
const longestPhrase = 24;

/**
 * *Who*: whom the phrase before it names. That is the person right before it; else the one whom the
 * phrase begins with and goes on to tell of (*Spivak, a lawyer in Ann Arbor* who …; *Crum of WDTN in
 * Dothan*, who …); else people by what they are (*advocates for the homeless*, who …).
 */
export function relative(one: Case): Attributed | null {
  const { cast, source, reading } = one;
  const before = earlierWho(reading, source.start);
  if (before !== null) return relative({ ...one, source: { start: before, end: before + 1 } });
  const end = lowerAt(reading, source.start - 1) === "," ? source.start - 1 : source.start;
  const phrase = { start: phraseStart(reading, end), end };
  const near = cast.mentions.filter(
    (other) => other.start >= phrase.start && other.end <= phrase.end,
  );
  const goesOn = (other: Mention) =>
    /^(?:,|of|in|at|from|for|with|\()$/u.test(lowerAt(reading, other.end));
  const isInside = ({ start }: Mention) =>
    wordClass.get(lowerAt(reading, start - 1)) === "preposition";
  const isPerson = ({ entity }: Mention) => entity.kind === "person";
  // A name of two words that nothing else tells to be a person's.
  const mayBe = ({ entity }: Mention) => entity.kind === "unknown" && entity.words.length > 1;
  const mention =
    near.findLast((other) => isPerson(other) && other.end === end && !isInside(other)) ??
    near.find((other) => isPerson(other) && (goesOn(other) || other.end === end)) ??
    near.find((other) => mayBe(other) && (goesOn(other) || other.end === end));
  if (mention)
    return {
      speakers: [voiceOf(mention.entity)],
      because: `“who” = ${mention.entity.name}`,
      certainty: certainty.pronoun,
    };
  const name = trimmedPhrase(reading, { start: nounStart(reading, phrase), end });
  return name === ""
    ? null
    : {
        speakers: [{ name, entity: null }],
        because: `“who” = ${name}`,
        certainty: certainty.phrase,
      };
}

/** The *who* that another goes on with (Hall, *who* leads the party *and who* has threatened …), null for none. */
function earlierWho(reading: Reading, who: number): number | null {
  if (!/^(?:and|but)$/u.test(lowerAt(reading, who - 1))) return null;
  for (let i = who - 2; i >= 0 && reading.sentenceOf[i] === reading.sentenceOf[who]; i -= 1)
    if (lowerAt(reading, i) === "who") return i;
  return null;
}

/** Where the phrase that ends before `end` begins: after a verb, a mark other than a comma, or what joins clauses. */
function phraseStart(reading: Reading, end: number): number {
  const uses = verbUses(reading);
  let start = end;
  while (
    end - start < longestPhrase &&
    start > 0 &&
    reading.sentenceOf[start - 1] === reading.sentenceOf[end - 1] &&
    !isFinite(uses[start - 1]) &&
    !/^(?:[;:—–“”"]|--?|that|while|when|as|because|but|who|which)$/u.test(
      lowerAt(reading, start - 1),
    )
  )
    start -= 1;
  return start;
}

/** Where the noun of a phrase begins: behind its last comma, *and* or opening preposition. */
function nounStart(reading: Reading, { start, end }: TokenRange): number {
  let at = start;
  for (let i = start; i < end - 1; i += 1)
    if (/^(?:,|and|or)$/u.test(lowerAt(reading, i))) at = i + 1;
  while (at < end - 1 && wordClass.get(lowerAt(reading, at)) === "preposition") at += 1;
  return at;
}
