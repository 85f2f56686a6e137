import type { Cast } from "./entities.ts";
import { roleNouns, titles } from "./lexicon/people.ts";
import type { Draft } from "./pieces.ts";
import { lowerAt, type Reading, type TokenRange } from "./reading.ts";

/**
 * The part of a draft's source that names who speaks: without a dateline before it (*WASHINGTON — The
 * agency*), and, where the cue follows straight on, from the last comma (*Under Mr. Reid, officials* said).
 */
export function sourcePhrase(
  reading: Reading,
  cast: Cast,
  draft: Draft & { readonly source: TokenRange },
): TokenRange {
  const { end } = draft.source;
  const start = afterDateline(reading, draft.source);
  if (draft.cue?.start !== end) return { start, end };
  for (let i = end - 1; i > start; i -= 1) {
    if (lowerAt(reading, i) !== ",") continue;
    const rest = { start: i + 1, end };
    return isSubject(reading, cast, rest) ? rest : { start, end };
  }
  return { start, end };
}

function afterDateline(reading: Reading, { start, end }: TokenRange): number {
  if (!/^\p{Lu}{2}/u.test(reading.tokens[start]?.text ?? "")) return start;
  for (let i = start + 1; i < Math.min(start + 10, end - 1); i += 1)
    if (/^(?:[—–―]|--?)$/u.test(lowerAt(reading, i))) return i + 1;
  return start;
}

/** Whether a phrase can be a subject of its own: a pronoun, a person's name, or people by a plural noun. */
function isSubject(reading: Reading, cast: Cast, { start, end }: TokenRange): boolean {
  if (start >= end) return false;
  if (/^(?:he|she|they|we|it)$/u.test(lowerAt(reading, start))) return end - start === 1;
  if (reading.tokens.slice(start, end).some((token) => /^(?:and|or)$/u.test(token.lower)))
    return false;
  const person = cast.mentions.find(
    (mention) => mention.end === end && mention.start >= start && mention.entity.kind === "person",
  );
  if (person)
    return (
      person.start === start || titles.has(lowerAt(reading, start)) || reading.named[start] === 1
    );
  const last = lowerAt(reading, end - 1);
  const many = roleNouns.has(last) && last.endsWith("s");
  return (
    (many && !/^(?:a|an|the|his|her|its|their)$/u.test(lowerAt(reading, start))) ||
    (/^(?:these|those|some|many|most|several)$/u.test(lowerAt(reading, start)) &&
      /(?:s|people)$/u.test(last))
  );
}
