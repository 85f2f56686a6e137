import type { Entity } from "./entities.ts";
import {
  femaleNouns,
  femaleTitles,
  maleNouns,
  maleTitles,
  roleNouns,
  titles,
} from "./lexicon/people.ts";
import {
  certainty,
  sentencesBetween,
  voiceOf,
  type Attributed,
  type Case,
  type Voice,
} from "./voice.ts";

/**
 * *He* and *she*: the person of that gender who was named last outside what others said, with a
 * bonus for who spoke last and for the subject of the sentence, and a penalty a paragraph.
 */
export function pronoun(one: Case, gender: "he" | "she"): Attributed {
  const { reading, cast, source, found, index, taken, drafts } = one;
  const own = drafts[index];
  const at = source.start;
  const lastSpeaker =
    found[index - 1]?.speakers.length === 1
      ? (found[index - 1]?.speakers[0]?.entity ?? null)
      : null;
  const lastAt = drafts[index - 1]?.content[0]?.start ?? 0;
  let best: { entity: Entity; score: number } | null = null;
  for (const entity of cast.entities) {
    if (entity.kind === "body" || (entity.gender !== null && entity.gender !== gender)) continue;
    let score = -Infinity;
    for (const mention of entity.mentions) {
      if (mention.start >= at) break;
      // A person named inside this very statement is not who says it.
      if (own?.content.some((piece) => piece.start <= mention.start && mention.end <= piece.end))
        continue;
      const inSpeech = taken[mention.start] === 1;
      const sentences = sentencesBetween(reading, mention.start, at);
      const paragraphs = (reading.paragraphOf[at] ?? 0) - (reading.paragraphOf[mention.start] ?? 0);
      const sentence = reading.sentences[reading.sentenceOf[mention.start] ?? 0];
      const subject =
        mention.start - (sentence?.start ?? 0) <= 6 &&
        !/^(?:of|in|for|to|with|by|at|from|'s)$/u.test(
          reading.tokens[mention.start - 1]?.lower ?? "",
        );
      const possessive = reading.tokens[mention.end]?.lower === "'s";
      let value = -0.55 * Math.min(sentences, 6) - 0.8 * Math.min(paragraphs, 3);
      if (inSpeech) value -= 1.2;
      if (subject) value += 0.9;
      if (possessive) value -= 0.4;
      score = Math.max(score, value);
    }
    if (entity.gender === gender) score += 1.5;
    if (entity.kind === "person") score += 1.2;
    else score -= 2;
    if (entity === lastSpeaker) {
      const far = (reading.paragraphOf[at] ?? 0) - (reading.paragraphOf[lastAt] ?? 0);
      score = Math.max(score, -2) + (far <= 0 ? 1.6 : far === 1 ? 1.2 : 0.4);
    }
    if (score > -Infinity && (best === null || score > best.score)) best = { entity, score };
  }
  if (!best) {
    const earlier = found
      .slice(0, index)
      .findLast((other) => other.speakers.length === 1 && fits(other.speakers[0], gender));
    return earlier
      ? {
          speakers: earlier.speakers,
          because: `“${gender}”: spoke last`,
          certainty: certainty.none,
        }
      : {
          speakers: [{ name: gender, entity: null }],
          because: `“${gender}”`,
          certainty: certainty.none,
        };
  }
  // A person whom the article never names (*the man*, *a spokeswoman*) may be the nearest speaker.
  const nameless = found[index - 1]?.speakers[0];
  if (
    nameless &&
    nameless.entity === null &&
    found[index - 1]?.speakers.length === 1 &&
    fits(nameless, gender) &&
    sentencesBetween(reading, lastAt, at) <= 2 &&
    isPersonNoun(nameless.name)
  )
    return {
      speakers: [nameless],
      because: `“${gender}” = ${nameless.name}`,
      certainty: certainty.pronoun,
    };
  return {
    speakers: [voiceOf(best.entity)],
    because: `“${gender}” = ${best.entity.name}`,
    certainty: certainty.pronoun,
  };
}

function fits(voice: Voice | undefined, gender: "he" | "she"): boolean {
  if (!voice) return false;
  if (voice.entity) return voice.entity.gender === null || voice.entity.gender === gender;
  const words = voice.name.toLowerCase().split(/\s+/u);
  const other = gender === "he" ? [femaleNouns, femaleTitles] : [maleNouns, maleTitles];
  return !words.some((word) => other.some((list) => list.has(word)));
}

function isPersonNoun(name: string): boolean {
  const words = name.toLowerCase().split(/[\s-]+/u);
  return words.some((word) => (roleNouns.has(word) || titles.has(word)) && !word.endsWith("s"));
}

/** *They*: the last speakers when they were several or a group. */
export function plural(one: Case): Attributed | null {
  const { found, index } = one;
  for (const other of found.slice(Math.max(0, index - 2), index).toReversed()) {
    const [voice] = other.speakers;
    if (
      other.speakers.length > 1 ||
      (voice &&
        voice.entity?.kind !== "person" &&
        /(?:s|people|men|women|police)$/u.test(voice.name))
    )
      return {
        speakers: other.speakers,
        because: `“they” = ${other.speakers.map((v) => v.name).join(" and ")}`,
        certainty: certainty.joint,
      };
  }
  return null;
}

export function body(one: Case): Attributed | null {
  const { found, index } = one;
  const earlier = found
    .slice(Math.max(0, index - 3), index)
    .findLast(
      (other) => other.speakers.length === 1 && other.speakers[0]?.entity?.kind !== "person",
    );
  return earlier
    ? {
        speakers: earlier.speakers,
        because: `“it” = ${earlier.speakers[0]?.name ?? ""}`,
        certainty: certainty.joint,
      }
    : null;
}
