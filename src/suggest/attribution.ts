import type { Cast } from "./entities.ts";
import { pronouns } from "./lexicon/people.ts";
import { byName, trimmedPhrase } from "./naming.ts";
import type { Draft } from "./pieces.ts";
import { body, plural, pronoun } from "./pronouns.ts";
import { relative } from "./relative.ts";
import { sourcePhrase } from "./sourcePhrase.ts";
import type { Reading, TokenRange } from "./reading.ts";
import { byRole, jointNouns, principalNouns, principals } from "./roles.ts";
import { certainty, unknown, voiceOf, type Attributed, type Case } from "./voice.ts";

/** The speakers of drafts, in order; every draft may lean on those before it. */
export function attribute(reading: Reading, cast: Cast, drafts: readonly Draft[]): Attributed[] {
  const found: Attributed[] = [];
  const taken = contentTokens(reading, drafts);
  for (const [i, draft] of drafts.entries()) {
    const before = found[i - 1];
    const source = draft.source && sourcePhrase(reading, cast, { ...draft, source: draft.source });
    const doubtful = source === null || isPlace(reading, cast, source);
    const subject = doubtful && draft.cue !== null ? subjectOf(reading, cast, draft, taken) : null;
    if (subject) {
      found.push(resolve({ reading, cast, drafts, found, taken, index: i, source: subject }));
      continue;
    }
    if (source === null) {
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
    const own = resolve({ reading, cast, drafts, found, taken, index: i, source });
    const goesOn = before !== undefined && before.speakers.length > 0 && isFragment(own);
    found.push(goesOn ? { ...before, because: carried(before), certainty: certainty.none } : own);
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

/** Whether a phrase begins as no name of anybody can: *of Defense*, *perhaps by*, *referring to*. */
function isFragment(attributed: Attributed): boolean {
  const [voice] = attributed.speakers;
  if (!voice || voice.entity !== null || attributed.speakers.length > 1) return false;
  return (
    /^(?:of|in|at|for|from|with|on|by|to|perhaps|referring|as|than|and|or|but|not|only|it|that|which)\b/u.test(
      voice.name.toLowerCase(),
    ) && voice.name.includes(" ")
  );
}

/** Whether a source ends in the name of no person: where its relative clause was taken for it. */
function isPlace(reading: Reading, cast: Cast, source: TokenRange): boolean {
  const last = cast.mentions.find((mention) => mention.end === source.end);
  const start = /^(?:the|a|an)$/u.test(reading.tokens[source.start]?.lower ?? "")
    ? source.start + 1
    : source.start;
  return last !== undefined && last.entity.kind !== "person" && last.start > start;
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
  // “Hall, who has just returned from Kenya, praised …”: the person who begins the sentence.
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

function carried(before: Attributed): string {
  const name = before.speakers.map((voice) => voice.name).join(", ");
  return `${name} goes on speaking`;
}

function contentTokens(reading: Reading, drafts: readonly Draft[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const draft of drafts)
    for (const piece of draft.content) taken.fill(1, piece.start, piece.end);
  return taken;
}

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
  if (words.at(-1) === "who")
    return relative({ ...one, source: { start: source.end - 1, end: source.end } }) ?? unknown;
  if (single !== undefined)
    return {
      speakers: [{ name: words[0] ?? "", entity: null }],
      because: `“${phrase}”`,
      certainty: certainty.none,
    };
  const named = byName(one);
  if (named) return named;
  if (
    words.length <= 4 &&
    ((/^(?:the two|both)\b/u.test(phrase) && jointNouns.test(words.at(-1) ?? "")) ||
      (/^the\b/u.test(phrase) && principalNouns.test(words.at(-1) ?? "")))
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
