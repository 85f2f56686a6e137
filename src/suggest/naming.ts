import type { Mention } from "./entities.ts";
import { roleNouns, titles } from "./lexicon/people.ts";
import { tenseAt, type Reading, type TokenRange } from "./reading.ts";
import { certainty, voiceOf, type Attributed, type Case } from "./voice.ts";

/** Chunks of a source between commas, brackets and *who*: a name and its appositions. */
function chunksOf(reading: Reading, source: TokenRange): TokenRange[] {
  const chunks: TokenRange[] = [];
  let start = source.start;
  for (let i = source.start; i <= source.end; i += 1) {
    const token = reading.tokens[i];
    const stops =
      i === source.end ||
      (i > source.start && token && isPredicate(reading, i)) ||
      (i > source.start &&
        token &&
        /^(?:[,;()—–:]|who|whose|which|whom|speaking|quoting|citing|when|as|has|have|had|is|was|were|are|will|would|also|recently|frequently|often|repeatedly|later|then|obtained|released|published|issued|posted|seen|viewed|reviewed|leaked|isn|wasn)$/u.test(
          token.lower,
        ));
    if (!stops) continue;
    if (start < i) chunks.push({ start, end: i });
    start = i + 1;
  }
  return chunks;
}

/** Whether a verb begins what the named do: *The Times* quoted one of his advisers. */
function isPredicate(reading: Reading, index: number): boolean {
  if (reading.named[index] === 1 || reading.named[index - 1] !== 1) return false;
  return (
    tenseAt(reading, index) === "past" ||
    /^\p{Ll}+ed$/u.test(reading.tokens[index]?.text ?? "") ||
    /^(?:isn't|wasn't|doesn't|didn't|won't|can't|shared)$/u.test(reading.tokens[index]?.lower ?? "")
  );
}

/** A source that holds a proper name: the person in it, else the body as the article calls it. */
export function byName(one: Case): Attributed | null {
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
      (mention.entity.kind === "unknown" && isNamedOffice(reading, first, chunk, mention)) ||
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

/** *Its operations director*, Saffron Mallick: two words or more that are all of what follows an office. */
function isNamedOffice(
  reading: Reading,
  office: TokenRange,
  chunk: TokenRange,
  mention: Mention,
): boolean {
  const head = reading.tokens[office.end - 1]?.lower ?? "";
  return (
    (roleNouns.has(head) || titles.has(head)) &&
    mention.start === chunk.start &&
    mention.end === chunk.end &&
    mention.end - mention.start >= 2
  );
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
    const article = /^(?:the|a|an)$/u.test(reading.tokens[mention.start - 1]?.lower ?? "") ? 2 : 1;
    const before = reading.tokens[mention.start - article]?.lower ?? "";
    if (
      mention.start - article >= chunk.start &&
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
export function trimmedPhrase(reading: Reading, source: TokenRange): string {
  const [first] = chunksOf(reading, source);
  if (!first) return "";
  let { start } = first;
  while (
    start < first.end - 1 &&
    /^(?:the|a|an|but|and|meanwhile|however|[^\p{L}\p{N}])$/u.test(
      reading.tokens[start]?.lower ?? "",
    )
  )
    start += 1;
  const from = reading.tokens[start]?.start ?? 0;
  return reading.text
    .slice(from, reading.tokens[first.end - 1]?.end ?? from)
    .replaceAll(/\s+/gu, " ");
}
