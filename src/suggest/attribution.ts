import type { Cast, Entity, Mention } from "./entities.ts";
import {
  bodyNouns,
  femaleNouns,
  femaleTitles,
  maleNouns,
  maleTitles,
  pronouns,
  roleNouns,
  titles,
} from "./lexicon/people.ts";
import type { Draft } from "./pieces.ts";
import type { Reading, TokenRange } from "./reading.ts";

/** Who a statement is attributed to, as far as the article tells. */
export interface Attributed {
  /** One for each speaker; empty when the article does not say. */
  readonly speakers: readonly Voice[];
  /** What the decision rests on, for people to read. */
  readonly because: string;
  /** How sure the step from mention to speaker is, 0 to 1. */
  readonly certainty: number;
}

/** A speaker: an entity of the article, or a body or group by what the article calls it. */
export interface Voice {
  readonly name: string;
  readonly entity: Entity | null;
}

/** How each kind of mention fared over the corpus, which is where these shares are from. */
const certainty = {
  name: 0.97,
  phrase: 0.9,
  pronoun: 0.85,
  role: 0.8,
  carried: 0.85,
  joint: 0.8,
  none: 0.3,
} as const;

/** The speakers of drafts, in order; every draft may lean on those before it. */
export function attribute(reading: Reading, cast: Cast, drafts: readonly Draft[]): Attributed[] {
  const found: Attributed[] = [];
  const taken = contentTokens(reading, drafts);
  for (const [i, draft] of drafts.entries()) {
    const before = found[i - 1];
    const doubtful = draft.source === null || isPlace(cast, draft.source);
    const subject = doubtful && draft.cue !== null ? subjectOf(reading, cast, draft, taken) : null;
    if (subject) {
      found.push(resolve({ reading, cast, drafts, found, taken, index: i, source: subject }));
      continue;
    }
    if (draft.source === null) {
      found.push(
        before && before.speakers.length > 0
          ? {
              speakers: before.speakers,
              because: carried(before),
              certainty: Math.min(before.certainty, certainty.carried),
            }
          : unknown,
      );
      continue;
    }
    found.push(resolve({ reading, cast, drafts, found, taken, index: i, source: draft.source }));
  }
  // An uncued quotation at the beginning belongs to whom the next statement names.
  for (let i = found.length - 2; i >= 0; i -= 1) {
    const next = found[i + 1];
    if (
      found[i]?.speakers.length === 0 &&
      next &&
      next.speakers.length > 0 &&
      drafts[i]?.content[0]?.state === "uncued"
    )
      found[i] = { ...next, certainty: certainty.none };
  }
  return found;
}

/** Whether a source ends in the name of no person: where its relative clause was taken for it. */
function isPlace(cast: Cast, source: TokenRange): boolean {
  const last = cast.mentions.find((mention) => mention.end === source.end);
  return last !== undefined && last.entity.kind !== "person" && last.start > source.start;
}

/**
 * The subject of a cue for which the chain found no source: the nearest name or pronoun before it in
 * its sentence, or right after it when content comes first. A participle (*adding*) has the subject of
 * the statement before.
 */
function subjectOf(
  reading: Reading,
  cast: Cast,
  draft: Draft,
  taken: Uint8Array,
): TokenRange | null {
  const { cue } = draft;
  if (!cue) return null;
  const verb = reading.cueOf[cue.start];
  if (verb?.tense === "ing") return null;
  const sentence = reading.sentences[reading.sentenceOf[cue.start] ?? 0];
  if (!sentence) return null;
  if (
    reading.tokens[cue.start - 1]?.lower === "and" ||
    reading.tokens[cue.start - 1]?.lower === "but"
  )
    return null;
  // “Nakamura-Tveit, who has just returned from Zambezia, commended …”: the person who begins the sentence.
  const opening = cast.mentions.find(
    (other) => other.start >= sentence.start && other.end <= cue.start,
  );
  if (
    opening &&
    opening.entity.kind === "person" &&
    opening.start - sentence.start <= 3 &&
    reading.tokens[opening.end]?.text === ","
  )
    return { start: opening.start, end: opening.end };
  for (let i = cue.start - 1; i >= sentence.start; i -= 1) {
    if (taken[i] === 1) break;
    if (/^(?:he|she|they)$/u.test(reading.tokens[i]?.lower ?? "")) return { start: i, end: i + 1 };
    const mention = cast.mentions.find(
      (other) => other.end === i + 1 && other.entity.kind === "person",
    );
    if (mention) return { start: mention.start, end: mention.end };
  }
  const next = cast.mentions.find((other) => other.start === cue.end && taken[other.start] === 0);
  return next ? { start: next.start, end: next.end } : null;
}

const unknown: Attributed = {
  speakers: [],
  because: "no speaker is named",
  certainty: certainty.none,
};

function carried(before: Attributed): string {
  const name = before.speakers.map((voice) => voice.name).join(", ");
  return `${name} goes on speaking`;
}

/** What a resolver sees: the drafts, and whom those before `index` were given to. */
interface Case {
  readonly reading: Reading;
  readonly cast: Cast;
  readonly drafts: readonly Draft[];
  readonly found: readonly Attributed[];
  /** 1 for each token that is content of some statement. */
  readonly taken: Uint8Array;
  readonly index: number;
  readonly source: TokenRange;
}

function contentTokens(reading: Reading, drafts: readonly Draft[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const draft of drafts)
    for (const piece of draft.content) taken.fill(1, piece.start, piece.end);
  return taken;
}

const jointNouns =
  /^(?:sides|parties|ministers|leaders|presidents|officials|diplomats|interlocutors|governments|countries|delegations|secretaries|premiers|neighbours|neighbors|counterparts|men|women|pair|two|duo|chiefs|envoys|teams)$/u;

function resolve(one: Case): Attributed {
  const { reading, source } = one;
  const words = reading.tokens
    .slice(source.start, source.end)
    .filter((token) => token.kind !== "mark")
    .map((token) => token.lower);
  const phrase = words.join(" ");
  const single = words.length === 1 ? pronouns[words[0] ?? ""] : undefined;
  if (single === "he" || single === "she") return pronoun(one, single);
  if (single === "they")
    return (
      plural(one) ?? {
        speakers: [{ name: phrase, entity: null }],
        because: "“they”",
        certainty: certainty.none,
      }
    );
  if (single === "it") return body(one) ?? unknown;
  if (single === "who") return relative(one) ?? unknown;
  if (single !== undefined)
    return {
      speakers: [{ name: words[0] ?? "", entity: null }],
      because: `“${phrase}”`,
      certainty: certainty.none,
    };
  const named = byName(one);
  if (named) return named;
  if (
    /^(?:the two|both|the)\b/u.test(phrase) &&
    words.length <= 4 &&
    jointNouns.test(words.at(-1) ?? "")
  ) {
    const pair = principals(one);
    if (pair.length === 2)
      return {
        speakers: pair.map(voiceOf),
        because: `“${phrase}” = ${pair.map((entity) => entity.name).join(" and ")}`,
        certainty: certainty.joint,
      };
  }
  const role = byRole(one, words);
  if (role) return role;
  const name = trimmedPhrase(reading, source);
  return name === ""
    ? unknown
    : {
        speakers: [{ name, entity: null }],
        because: `named as “${name}”`,
        certainty: certainty.phrase,
      };
}

function voiceOf(entity: Entity): Voice {
  return { name: entity.name, entity };
}

/** Chunks of a source between commas, brackets and *who*: a name and its appositions. */
function chunksOf(reading: Reading, source: TokenRange): TokenRange[] {
  const chunks: TokenRange[] = [];
  let start = source.start;
  for (let i = source.start; i <= source.end; i += 1) {
    const token = reading.tokens[i];
    const stops =
      i === source.end ||
      (i > source.start &&
        token &&
        /^(?:[,;()—–:]|who|whose|which|whom|speaking|quoting|citing|when|as|has|have|had|is|was|were|are|will|would|also|recently|frequently|often|repeatedly|later|then|obtained|released|published|issued|posted)$/u.test(
          token.lower,
        ));
    if (!stops) continue;
    if (start < i) chunks.push({ start, end: i });
    start = i + 1;
  }
  return chunks;
}

/** A source that holds a proper name: the person in it, else the body as the article calls it. */
function byName(one: Case): Attributed | null {
  const { reading, cast, source } = one;
  const chunks = chunksOf(reading, source);
  const within = (range: TokenRange) =>
    cast.mentions.filter((mention) => mention.start >= range.start && mention.end <= range.end);
  const [first] = chunks;
  if (!first) return null;
  // “France and Ghana”, “A and B”: two names and nothing else.
  const pair = conjoined(reading, first, within(first));
  if (pair)
    return {
      speakers: pair.map((mention) => voiceOf(mention.entity)),
      because: `${pair.map((m) => m.entity.name).join(" and ")}, named`,
      certainty: certainty.name,
    };
  for (const chunk of chunks.slice(0, 3)) {
    const mention = headOf(reading, chunk, within(chunk));
    if (!mention) continue;
    if (
      mention.entity.kind === "person" ||
      (chunk === first && mention.entity.kind !== "body") ||
      mention.entity.mentions.length > 1
    )
      return {
        speakers: [voiceOf(mention.entity)],
        because: whereNamed(reading, mention),
        certainty: certainty.name,
      };
  }
  const mention = headOf(reading, first, within(first));
  if (
    mention &&
    reading.tokens[mention.end - 1]?.end === reading.tokens[first.end - 1]?.end &&
    mention.end - mention.start >= first.end - first.start - 1
  )
    return {
      speakers: [voiceOf(mention.entity)],
      because: whereNamed(reading, mention),
      certainty: certainty.name,
    };
  return null;
}

function conjoined(
  reading: Reading,
  chunk: TokenRange,
  mentions: readonly Mention[],
): Mention[] | null {
  const [a, b] = mentions;
  if (
    !a ||
    !b ||
    mentions.length !== 2 ||
    reading.tokens[a.end]?.lower !== "and" ||
    b.end !== chunk.end
  )
    return null;
  const between = reading.tokens.slice(a.end + 1, b.start);
  return between.every(
    (token) =>
      token.text !== "'s" &&
      (titles.has(token.lower) || /^\p{Lu}/u.test(token.text) || token.lower === "the"),
  )
    ? [a, b]
    : null;
}

/**
 * The name that heads a chunk: the last one that no preposition or possessive makes an attribute of
 * something else (*Trump*'s campaign, the governor of *Ohio*, *Lao* guest).
 */
function headOf(reading: Reading, chunk: TokenRange, mentions: readonly Mention[]): Mention | null {
  for (const mention of mentions.toReversed()) {
    const next = reading.tokens[mention.end];
    if (mention.end < chunk.end && /^(?:'s|'|’)$/u.test(next?.lower ?? "")) continue;
    const before = reading.tokens[mention.start - 1]?.lower ?? "";
    if (
      mention.start > chunk.start &&
      /^(?:of|in|at|for|from|with|on|by|to|between|against)$/u.test(before)
    )
      continue;
    // “the Lao guest”, “Reagan supporters”: an adjective before a common noun.
    if (
      mention.end < chunk.end &&
      !(next?.lower ?? "").endsWith("ly") &&
      next?.kind === "word" &&
      reading.named[mention.end] !== 1 &&
      !/^(?:of|in|at|for|from|with|on|by|and|himself|herself|here)$/u.test(next.lower)
    )
      continue;
    return mention;
  }
  return null;
}

function whereNamed(reading: Reading, mention: Mention): string {
  const [first] = mention.entity.mentions;
  const paragraph = (reading.paragraphOf[first?.start ?? mention.start] ?? 0) + 1;
  const words = reading.tokens
    .slice(mention.start, mention.end)
    .map((token) => token.text)
    .join(" ");
  return words === mention.entity.name
    ? `${words} is named`
    : `“${words}” = ${mention.entity.name}, named in paragraph ${paragraph}`;
}

/** The phrase without article and trailing relative clause. */
function trimmedPhrase(reading: Reading, source: TokenRange): string {
  const [first] = chunksOf(reading, source);
  if (!first) return "";
  let { start } = first;
  while (
    start < first.end - 1 &&
    /^(?:the|a|an|but|and|meanwhile|however|,)$/u.test(reading.tokens[start]?.lower ?? "")
  )
    start += 1;
  const from = reading.tokens[start]?.start ?? 0;
  return reading.text
    .slice(from, reading.tokens[first.end - 1]?.end ?? from)
    .replaceAll(/\s+/gu, " ");
}

/** Sentences between two tokens. */
function sentencesBetween(reading: Reading, a: number, b: number): number {
  return Math.abs((reading.sentenceOf[b] ?? 0) - (reading.sentenceOf[a] ?? 0));
}

/**
 * *He* and *she*: the person of that gender who was named last outside what others said, with a
 * bonus for who spoke last and for the subject of the sentence, and a penalty a paragraph.
 */
function pronoun(one: Case, gender: "he" | "she"): Attributed {
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
    else if (entity.words.length === 1) score -= 1;
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
function plural(one: Case): Attributed | null {
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

function body(one: Case): Attributed | null {
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

/** *Who*: the name or noun just before it. */
function relative(one: Case): Attributed | null {
  const { cast, source, reading } = one;
  const near = cast.mentions.filter(
    (other) => other.end <= source.start && other.end >= source.start - 12,
  );
  const mention =
    near.findLast((other) => other.entity.kind === "person" && other.end >= source.start - 2) ??
    near.findLast((other) => other.entity.kind === "person") ??
    near.at(-1);
  if (mention && reading.sentenceOf[mention.start] === reading.sentenceOf[source.start])
    return {
      speakers: [voiceOf(mention.entity)],
      because: `“who” = ${mention.entity.name}`,
      certainty: certainty.pronoun,
    };
  return null;
}

/** The two people an article of a meeting is about: the first two with a role named in narration. */
function principals(one: Case): Entity[] {
  const { cast, taken, found, index } = one;
  const spoke = new Set(
    found
      .slice(0, index)
      .flatMap((other) =>
        other.speakers.length === 1 && other.speakers[0]?.entity?.kind === "person"
          ? [other.speakers[0].entity]
          : [],
      ),
  );
  if (spoke.size === 2) return [...spoke];
  const people = cast.entities.filter(
    (entity) =>
      entity.kind === "person" && entity.mentions.some((mention) => taken[mention.start] === 0),
  );
  return people.slice(0, 2);
}

/** Words of nationality that do not begin as the country's name does. */
const demonyms: Readonly<Record<string, string>> = {
  dutch: "netherlands",
  british: "uk",
  american: "us",
  french: "france",
  welsh: "wales",
  swiss: "switzerland",
  thai: "thailand",
  greek: "greece",
  danish: "denmark",
  spanish: "spain",
  turkish: "turkey",
  polish: "poland",
  finnish: "finland",
  irish: "ireland",
  scottish: "scotland",
  german: "germany",
  chinese: "china",
};

/**
 * *The minister*, *the Lao guest*, *the Tajik side*: the one person whose role has the noun or whose
 * country the adjective names. More than one that fits, or none, and the phrase stands as it is.
 */
function byRole(one: Case, words: readonly string[]): Attributed | null {
  const { reading, cast, source, taken, found, index } = one;
  const definite =
    /^(?:the|this|that|his|her|their)$/u.test(words[0] ?? "") || /^(?:the)$/u.test(words[1] ?? "");
  if (!definite || words.length > 5) return null;
  const head = words.at(-1) ?? "";
  if (!roleNouns.has(head) && !titles.has(head)) return null;
  if (head.endsWith("s") && head !== "boss") return null;
  const people = cast.entities.filter(
    (entity) =>
      entity.kind !== "body" &&
      entity.mentions.some((mention) => mention.start < source.start && taken[mention.start] === 0),
  );
  const modifiers = words.slice(1, -1);
  const general =
    /^(?:guest|side|diplomat|leader|official|host|visitor|counterpart|politician)$/u.test(head);
  const scored = people
    .map((entity) => {
      const role = `${entity.role} ${entity.organisation}`.toLowerCase().split(/[\s,-]+/u);
      let score = role.includes(head) ? 3 : general && entity.role !== "" ? 1 : 0;
      for (const word of modifiers)
        if (role.some((other) => related(word, other))) score += 2;
        else if (
          modifiers.length > 0 &&
          /^(?:first|deputy|vice|foreign|interior|finance|prime)$/u.test(word)
        )
          score -= 1;
      return { entity, score };
    })
    .filter((candidate) => candidate.score >= (general && modifiers.length > 0 ? 2 : 3))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (!first) return null;
  let chosen = first.entity;
  if (second && second.score === first.score) {
    const tied = new Set(
      scored.filter((other) => other.score === first.score).map((other) => other.entity),
    );
    const recent = found
      .slice(0, index)
      .findLast((other) => other.speakers.some((voice) => voice.entity && tied.has(voice.entity)));
    const speaker = recent?.speakers.find(
      (voice) => voice.entity && tied.has(voice.entity),
    )?.entity;
    if (!speaker) return null;
    chosen = speaker;
  }
  return {
    speakers: [voiceOf(chosen)],
    because: `“${reading.tokens
      .slice(source.start, source.end)
      .map((token) => token.text)
      .join(" ")}” = ${chosen.name}`,
    certainty: certainty.role,
  };
}

/** Whether two words of country or office belong together: Tajik and Tajikistan, Serbian and Serbia. */
function related(a: string, b: string): boolean {
  if (a === b || demonyms[a] === b || demonyms[b] === a) return true;
  const shared = Math.min(a.length, b.length, 5);
  return shared >= 4 && a.slice(0, shared) === b.slice(0, shared);
}

/** Whether a phrase names a body rather than people. */
export function isBody(name: string): boolean {
  return bodyNouns.has(name.toLowerCase().split(/\s+/u).at(-1) ?? "");
}
