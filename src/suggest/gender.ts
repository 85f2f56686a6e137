import type { Entity, Gender } from "./entities.ts";
import {
  femaleNames,
  femaleNouns,
  femaleTitles,
  maleNames,
  maleNouns,
  maleTitles,
  neutralNames,
} from "./lexicon/people.ts";
import { lowerAt, type Reading, type TokenRange } from "./reading.ts";

/** Gender from the titles and nouns beside a name and from the first name; null when they tell nothing. */
export function genderOf(reading: Reading, run: TokenRange, name: TokenRange): Gender {
  for (let i = Math.max(run.start, name.start - 4); i < name.start; i += 1) {
    if (maleTitles.has(lowerAt(reading, i)) || maleNouns.has(lowerAt(reading, i))) return "he";
    if (femaleTitles.has(lowerAt(reading, i)) || femaleNouns.has(lowerAt(reading, i))) return "she";
  }
  const before = lowerAt(reading, name.start - 1);
  if (maleTitles.has(before) || maleNouns.has(before)) return "he";
  if (femaleTitles.has(before) || femaleNouns.has(before)) return "she";
  const first = lowerAt(reading, name.start);
  if (name.end - name.start >= 2 && !neutralNames.has(first)) {
    if (maleNames.has(first) && !femaleNames.has(first)) return "he";
    if (femaleNames.has(first) && !maleNames.has(first)) return "she";
  }
  // “Pomerleau, 63, a retired school nurse and mother of two, …”: the nouns of the apposition.
  if (reading.tokens[name.end]?.text === ",")
    for (
      let i = name.end + 1;
      i < Math.min(name.end + 9, reading.tokens.length) &&
      !/^[.;]$/u.test(reading.tokens[i]?.text ?? ".");
      i += 1
    ) {
      if (maleNouns.has(lowerAt(reading, i)) || lowerAt(reading, i) === "himself") return "he";
      if (femaleNouns.has(lowerAt(reading, i)) || lowerAt(reading, i) === "herself") return "she";
    }
  return null;
}

/**
 * Gender from the pronouns nearby: a person whose name begins a sentence outside quotations, and whom
 * the same or the next sentence takes up as *he* or *she* with nobody else named in between.
 */
export function learnGender(reading: Reading, entities: readonly Entity[]): void {
  for (const entity of entities) {
    if (entity.gender !== null || entity.kind === "body") continue;
    let he = 0;
    let she = 0;
    for (const mention of entity.mentions) {
      if ((reading.quotedOf[mention.start] ?? -1) >= 0) continue;
      const sentence = reading.sentenceOf[mention.start] ?? 0;
      const stop = Math.min(
        reading.sentences[sentence + 1]?.end ?? reading.tokens.length,
        mention.end + 40,
      );
      for (let i = mention.end; i < stop; i += 1) {
        if (reading.named[i] === 1 && !reading.cueOf[i]) break;
        if ((reading.quotedOf[i] ?? -1) >= 0) continue;
        const word = lowerAt(reading, i);
        if (word === "he" || word === "his" || word === "him") he += 1;
        if (word === "she" || word === "her") she += 1;
        if (he + she > 0 && /^(?:he|she)$/u.test(word)) break;
      }
    }
    if (he > she) entity.gender = "he";
    if (she > he) entity.gender = "she";
  }
}
