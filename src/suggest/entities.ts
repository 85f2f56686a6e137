import {
  bodyNouns,
  femaleNames,
  femaleTitles,
  maleNames,
  maleTitles,
  roleNouns,
  titles,
} from "./lexicon/people.ts";
import { genderOf, learnGender } from "./gender.ts";
import { places } from "./lexicon/places.ts";
import { organisationIn, roleAfter, roleBefore } from "./office.ts";
import { lowerAt, wordsAt, type Reading, type TokenRange } from "./reading.ts";

export type Gender = "he" | "she" | null;

/** A place in the article where a person or body is named. */
export interface Mention extends TokenRange {
  readonly entity: Entity;
}

/** Somebody or something named in the article. */
export interface Entity {
  /** The fullest name that the article gives, titles left out. */
  name: string;
  /** The words of that name in lower case. */
  words: readonly string[];
  gender: Gender;
  kind: "person" | "body" | "unknown";
  /** Titles and roles as they stand before or after the name: *Chinese State Councilor*. */
  role: string;
  organisation: string;
  readonly mentions: Mention[];
}

/** The people and bodies of an article, in the order in which they are first named. */
export interface Cast {
  readonly entities: readonly Entity[];
  readonly mentions: readonly Mention[];
}

export function castOf(reading: Reading): Cast {
  const entities: Entity[] = [];
  const mentions: Mention[] = [];
  for (const run of nameRuns(reading)) {
    const name = nameIn(reading, run);
    if (!name) continue;
    const words = wordsOf(reading, name);
    const last = words.at(-1) ?? "";
    const kind = kindOf(reading, run, name);
    const known = sameEntity(entities, words, kind);
    const entity: Entity = known ?? {
      name: wordsAt(reading, name),
      words,
      gender: null,
      kind,
      role: "",
      organisation: "",
      mentions: [],
    };
    if (!known) entities.push(entity);
    if (words.length > entity.words.length && entity.kind !== "body") {
      entity.name = wordsAt(reading, name);
      entity.words = words;
    }
    if (entity.kind === "unknown" && last !== "") entity.kind = kind;
    entity.gender ??= genderOf(reading, run, name);
    const before = roleBefore(reading, run, name);
    if (entity.role === "" && before !== "") entity.role = before;
    const after = roleAfter(reading, name);
    if (after !== "" && (entity.role === "" || entity.mentions.length === 0))
      entity.role = entity.role === "" ? after : entity.role;
    if (entity.organisation === "")
      entity.organisation = organisationIn(after) || organisationIn(before);
    const mention = { start: name.start, end: name.end, entity };
    entity.mentions.push(mention);
    mentions.push(mention);
  }
  learnGender(reading, entities);
  return { entities, mentions };
}

/** Runs of tokens that are part of a name, cut at titles that stand inside: *Minister* A *President* B. */
function nameRuns(reading: Reading): TokenRange[] {
  const runs: TokenRange[] = [];
  const { named, tokens } = reading;
  let start = -1;
  for (let i = 0; i <= tokens.length; i += 1) {
    const inside = i < tokens.length && named[i] === 1;
    if (inside && start < 0) start = i;
    if (!inside && start >= 0) {
      runs.push({ start, end: i });
      start = -1;
    }
  }
  return runs;
}

/** The name in a run: what follows its last title, unless nothing does or the run names a body. */
function nameIn(reading: Reading, run: TokenRange): TokenRange | null {
  let { start } = run;
  let { end } = run;
  // “Mike Coffman of Colorado” is a person from somewhere; “Bank of England” is one name.
  const of = placeOf(reading, run);
  if (of > start && isPersonBefore(reading, start, of)) end = of;
  const office = lastOffice(reading, start, end);
  // After an office of several words (“State Secretary of the Foreign Ministry A B”) a name has two words at least.
  const isBody =
    bodyNouns.has(lowerAt(reading, end - 1)) || (of > 0 && end > of && end - office - 1 < 2);
  if (!isBody && office >= start) start = office + 1;
  // “Secretary of Defense” alone names nobody.
  if (/^(?:of|for)$/u.test(lowerAt(reading, start))) return null;
  while (start < end && lowerAt(reading, start) === "the") start += 1;
  // A run of titles alone (*the Prime Minister*) names nobody.
  if (start >= end || (!isBody && allTitles(reading, start, end))) return null;
  return { start, end };
}

/** What ministers are of, between an office and a name: Minister for *Water* Mary Hall. */
const portfolios =
  /^(?:affairs|agriculture|commerce|culture|defence|defense|development|economy|education|energy|environment|finance|fisheries|foreign|health|home|housing|industry|information|interior|justice|labour|labor|lands?|mines|mining|petroleum|planning|relations|resources|science|security|sports?|tourism|trade|transport|water|women|works|youth)$/u;

/** The last title, office or portfolio in a run that does not end it; -1 if none. */
function lastOffice(reading: Reading, start: number, end: number): number {
  let last = -1;
  let office = false;
  for (let i = start; i < end - 1; i += 1) {
    const word = lowerAt(reading, i);
    const title = titles.has(word) || roleNouns.has(word);
    if (title) office = true;
    if (title || (office && (portfolios.test(word) || bodyNouns.has(word)))) last = i;
  }
  return last;
}

function allTitles(reading: Reading, start: number, end: number): boolean {
  for (let i = start; i < end; i += 1)
    if (!titles.has(lowerAt(reading, i)) && !roleNouns.has(lowerAt(reading, i))) return false;
  return true;
}

/** Where *of* stands in a run, -1 if nowhere. */
function placeOf(reading: Reading, run: TokenRange): number {
  for (let i = run.start; i < run.end; i += 1) if (lowerAt(reading, i) === "of") return i;
  return -1;
}

function isPersonBefore(reading: Reading, start: number, end: number): boolean {
  // “DeSantis of Ponte Vedra”: a single word that is neither a body nor an office.
  const only = lowerAt(reading, start);
  if (end - start === 1)
    return (
      !bodyNouns.has(only) &&
      !titles.has(only) &&
      !roleNouns.has(only) &&
      !maleTitles.has(only) &&
      !femaleTitles.has(only) &&
      !portfolios.test(only)
    );
  for (let i = start; i < end - 1; i += 1)
    if (isFirstName(lowerAt(reading, i)) && !titles.has(lowerAt(reading, end - 1))) return true;
  return false;
}

function isFirstName(word: string): boolean {
  return maleNames.has(word) || femaleNames.has(word);
}

function wordsOf(reading: Reading, range: TokenRange): string[] {
  return reading.tokens
    .slice(range.start, range.end)
    .map((token) => token.lower.replaceAll(/[.,]/gu, ""))
    .filter((word) => !/^(?:jr|sr|ii|iii|iv)$/u.test(word));
}

/** Last words of names of several words that are nobody's: The New York *Times*, Ora *TV*, United *States*. */
const noSurnames =
  /^(?:times|journal|herald|tribune|gazette|courier|chronicle|telegraph|inquirer|dispatch|sentinel|news|tv|radio|media|states|theater|theatre|arena|act|war)$/u;

function kindOf(reading: Reading, run: TokenRange, name: TokenRange): Entity["kind"] {
  if (name.end - name.start >= 2 && noSurnames.test(lowerAt(reading, name.end - 1))) return "body";
  if (
    bodyNouns.has(lowerAt(reading, name.end - 1)) ||
    /^\p{Lu}{2,}$/u.test(reading.tokens[name.start]?.text ?? "")
  )
    return "body";
  const first = lowerAt(reading, name.start);
  if ((places.has(first) || places.has(lowerAt(reading, name.end - 1))) && !isFirstName(first))
    return "body";
  // “Bolivian miners”: an adjective of nationality.
  if (
    name.end - name.start === 1 &&
    /(?:ian|ean|ien|ese|ish)$/u.test(first) &&
    /^\p{Ll}/u.test(reading.tokens[name.end]?.text ?? "") &&
    !reading.cueOf[name.end]
  )
    return "body";
  if (name.start > run.start && name.end - name.start <= 4) return "person";
  if (isFirstName(first) && name.end - name.start >= 2) return "person";
  if (titles.has(lowerAt(reading, name.start - 1)) && name.end - name.start <= 4) return "person";
  // “Hall, 66, …” is a person.
  if (
    reading.tokens[name.end]?.text === "," &&
    reading.tokens[name.end + 1]?.kind === "number" &&
    reading.tokens[name.end + 2]?.text === ","
  )
    return "person";
  // A name that says something straight away: “Hall observed”, “said Lund”.
  const next = reading.cueOf[name.end];
  const saying =
    next && next.tense !== "base" && /^(?:say|tell|ask|manner)$/u.test(next.classes[0] ?? "");
  if (
    name.end - name.start <= 3 &&
    (saying || /^(?:said|says|asked|added|wrote)$/u.test(lowerAt(reading, name.start - 1)))
  )
    return "person";
  return "unknown";
}

/** The entity that these words name: the one whose name is most like them, of several the last named. */
function sameEntity(
  entities: readonly Entity[],
  words: readonly string[],
  kind: Entity["kind"],
): Entity | undefined {
  let best: Entity | undefined;
  let most = 0;
  for (const entity of entities) {
    const likeness = likenessOf(entity, words, kind);
    if (likeness > 0 && likeness >= most) {
      best = entity;
      most = likeness;
    }
  }
  return best;
}

/** 4: the same words; 3: the surname or more; 1: a first name, or a family name that stands first; 0: another. */
function likenessOf(entity: Entity, words: readonly string[], kind: Entity["kind"]): number {
  const a = entity.words;
  if (a.join(" ") === words.join(" ")) return 4;
  if (kind === "body" || entity.kind === "body") return 0;
  const [shorter, longer] = a.length <= words.length ? [a, words] : [words, a];
  if (shorter.length === 0 || shorter.length === longer.length) return 0;
  const surname = shorter.at(-1) === longer.at(-1);
  if (shorter.length > 1) return surname && shorter.every((word) => longer.includes(word)) ? 3 : 0;
  if (surname) return 3;
  const [word = ""] = shorter;
  // A first name alone is taken for the person too, which is how people in features are called.
  if (entity.kind !== "person" && kind !== "person" && longer.length !== 2) return 0;
  const first = longer[0] === word && longer.length <= 4;
  return first ||
    (word.length > 3 &&
      longer.some((other) => other.includes("-") && other.split("-").includes(word)))
    ? 1
    : 0;
}
