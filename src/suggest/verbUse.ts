import { verbForms } from "./lexicon/verbs.ts";
import { wordClass } from "./lexicon/words.ts";
import type { Reading } from "./reading.ts";

/**
 * What a verb is where it stands: modal, be, have, do; past, third person, bare; participle after be or
 * have; -ing alone or after be; infinitive after *to* or a modal; empty for what is no verb.
 */
export type VerbUse = "" | "M" | "B" | "H" | "D" | "P" | "S" | "X" | "p" | "G" | "g" | "T" | "I";

const adverb =
  /ly$|^(?:also|not|never|now|still|then|just|even|already|since|once|often|later|n't)$/u;

/** Whether a word, in lower case, may stand between an auxiliary and its verb. */
export function isAdverb(word: string): boolean {
  return adverb.test(word);
}

/** The last token before `index` that is no adverb. */
export function beforeAdverbs(reading: Reading, index: number): number {
  let at = index - 1;
  while (isAdverb(reading.tokens[at]?.lower ?? "")) at -= 1;
  return at;
}

/**
 * Token to its use as a verb, by its form and the word before it. Agrees with wink-nlp's tagger on
 * nine of ten verbs in newspapers.
 */
export function verbUses(reading: Reading): VerbUse[] {
  return reading.tokens.map((token, i) => {
    if (token.kind !== "word") return "";
    const auxiliary = auxiliaryUse(token.lower);
    if (auxiliary !== null) return auxiliary;
    return reading.named[i] === 1 ? "" : useOf(reading, i);
  });
}

/** An auxiliary's use, empty for other small words, null for words that are none. */
function auxiliaryUse(word: string): VerbUse | null {
  switch (wordClass.get(word)) {
    case undefined:
      return null;
    case "modal":
      return "M";
    case "be":
      return word === "'s" ? "" : "B";
    case "have":
      return "H";
    case "do":
      return "D";
    default:
      return "";
  }
}

type Form = "base" | "third" | "past" | "participle" | "ing";

function formOf(reading: Reading, index: number): { form: Form; noun: boolean } | null {
  const word = reading.tokens[index]?.lower ?? "";
  const listed = verbForms.get(word);
  if (listed) return listed;
  const tense = reading.cueOf[index]?.tense;
  if (tense) return { form: tense === "present" ? "third" : tense, noun: true };
  return /..[^e]ed$/u.test(word) ? { form: "past", noun: false } : null;
}

function useOf(reading: Reading, index: number): VerbUse {
  const found = formOf(reading, index);
  if (!found) return "";
  const { form, noun } = found;
  const at = beforeAdverbs(reading, index);
  const earlier =
    reading.sentenceOf[at] === reading.sentenceOf[index] ? reading.tokens[at] : undefined;
  const kind = wordClass.get(earlier?.lower ?? "");
  const owned = kind === "article" || kind === "possessive" || /^'s?$/u.test(earlier?.lower ?? "");
  if (kind === "to") return form === "base" ? "T" : "";
  if (kind === "modal" || kind === "do") return form === "base" ? "I" : "";
  if (form === "ing") return kind === "be" ? "g" : owned ? "" : "G";
  if (kind === "be" || kind === "have") return form === "base" || form === "third" ? "" : "p";
  if (owned) return "";
  if (form === "participle") return "p";
  if (kind === "preposition") return "";
  if (form === "past") return "P";
  const finite = form === "third" ? "S" : "X";
  return !noun || (earlier !== undefined && isSubject(reading, at, form)) ? finite : "";
}

/** Whether a word that may be a noun has, right before it, what would be its subject as a verb. */
function isSubject(reading: Reading, index: number, form: "base" | "third"): boolean {
  const token = reading.tokens[index];
  if (token?.kind !== "word") return false;
  const kind = wordClass.get(token.lower);
  if (kind !== undefined) return /^(?:he|she|they|first|second|relative|joint)$/u.test(kind);
  if (form === "third") return reading.named[index] === 1 || !token.lower.endsWith("s");
  return /[^s']s$|^(?:people|men|women|voters)$/u.test(token.lower);
}

/** Whether a use has a tense of its own. */
export function isFinite(use: VerbUse | undefined): boolean {
  return use !== undefined && use !== "" && "MBHDPSX".includes(use);
}
