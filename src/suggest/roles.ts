import type { Entity } from "./entities.ts";
import { roleNouns, titles } from "./lexicon/people.ts";
import { certainty, voiceOf, type Attributed, type Case } from "./voice.ts";

export const jointNouns =
  /^(?:sides|parties|ministers|leaders|presidents|officials|diplomats|interlocutors|governments|countries|delegations|secretaries|premiers|neighbours|neighbors|counterparts|men|women|pair|two|duo|chiefs|envoys|teams)$/u;

/** What means the two who met even without *both*; *the officials* may be any. */
export const principalNouns =
  /^(?:sides|parties|ministers|leaders|presidents|interlocutors|delegations|secretaries|premiers|counterparts|pair|duo)$/u;

/** The two people an article of a meeting is about: the first two with a role named in narration. */
export function principals(one: Case): Entity[] {
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
 * *The minister*, *the Lao guest*, *the Kenyan side*: the one person whose role has the noun or whose
 * country the adjective names. More than one that fits, or none, and the phrase stands as it is.
 */
export function byRole(one: Case, words: readonly string[]): Attributed | null {
  const { reading, cast, source, taken, found, index } = one;
  const definite =
    /^(?:the|this|that|his|her|their)$/u.test(words[0] ?? "") || /^(?:the)$/u.test(words[1] ?? "");
  if (!definite || words.length > 5) return null;
  const head = words.at(-1) ?? "";
  if (!roleNouns.has(head) && !titles.has(head)) return null;
  if (head.endsWith("s") && head !== "boss") return null;
  const named = cast.entities.filter(
    ({ kind, mentions }) =>
      kind !== "body" && mentions.some((mention) => mention.start < source.start),
  );
  const modifiers = words.slice(1, -1);
  const general =
    /^(?:guest|side|diplomat|leader|official|host|visitor|counterpart|politician)$/u.test(head);
  const fitting = named
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
  // Whoever is named only in what others say is meant when nobody else has the role as well.
  const narrated = fitting.filter(({ entity }) =>
    entity.mentions.some((mention) => mention.start < source.start && taken[mention.start] === 0),
  );
  const asGood = narrated[0] !== undefined && narrated[0].score === fitting[0]?.score;
  const scored = asGood ? narrated : fitting;
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

/** Whether two words of country or office belong together: Kenyan and Kenya, Croatian and Croatia. */
function related(a: string, b: string): boolean {
  if (a === b || demonyms[a] === b || demonyms[b] === a) return true;
  const shared = Math.min(a.length, b.length, 5);
  return shared >= 4 && a.slice(0, shared) === b.slice(0, shared);
}
