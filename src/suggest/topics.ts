import type { Topic } from "../model/codebook.ts";
import { folded } from "../model/name.ts";
import type { Range } from "../model/range.ts";
import { concepts } from "./lexicon/concepts.ts";
import type { Reading } from "./reading.ts";
import { tokenise } from "./token.ts";

export interface ProposedTopic {
  readonly topicId: Topic["id"];
  /** How likely it is, 0 to 1. */
  readonly confidence: number;
}

export interface TopicContext {
  readonly topics: readonly Topic[];
  /** The article's title. */
  readonly title: string;
}

/**
 * Weights of the evidence for a topic, from logistic regression over the statements of corpus/ whose
 * topics have a concept. The wire set was not used.
 */
const weights = {
  bias: -3.47,
  /** The statement has a word that names the topic; more than one. */
  own: 2.75,
  ownMore: 0.3,
  /** The statement has words that suggest it, up to two. */
  ownWeak: 1.5,
  /** The rest of its sentence and the one before have a word that names it. */
  near: 1.44,
  /** The statement before had a word that names it. */
  before: 0.09,
  /** The title has a word that names it. */
  title: 1.98,
  /** Share of the article's sentences that have a word that names it, 0 to 1. */
  article: 3.64,
  /** Another topic is named in the statement, and this one is not. */
  other: -0.77,
} as const;

/** Topics below this are not proposed, and no more than this many for a statement. */
const leastTopicConfidence = 0.22;
const mostTopics = 3;

/** What speaks for a topic in a statement; `evidenceFor` counts it, `weights` weighs it. */
type Evidence = Readonly<Record<Exclude<keyof typeof weights, "bias">, number>>;

/** The topics of statements, given by their ranges, likeliest first. */
export function topicsOf(
  reading: Reading,
  statements: readonly (readonly Range[])[],
  context: TopicContext,
): ProposedTopic[][] {
  return evidenceFor(reading, statements, context).map((all) =>
    all
      .map(({ topic, evidence }) => ({ topicId: topic.id, confidence: likelihood(evidence) }))
      .filter((one) => one.confidence >= leastTopicConfidence)
      .toSorted((a, b) => b.confidence - a.confidence)
      .slice(0, mostTopics),
  );
}

function likelihood(evidence: Evidence): number {
  let sum: number = weights.bias;
  let name: keyof Evidence;
  for (name in evidence) sum += evidence[name] * weights[name];
  return 1 / (1 + Math.exp(-sum));
}

/** For each statement the evidence for each topic. */
function evidenceFor(
  reading: Reading,
  statements: readonly (readonly Range[])[],
  context: TopicContext,
): { topic: Topic; evidence: Evidence }[][] {
  const vocabularies = context.topics.map((topic) => ({ topic, words: vocabularyOf(topic) }));
  const lowers = reading.tokens.map((token) => token.lower);
  const found = vocabularies.map(({ topic, words }) => ({
    topic,
    hits: hitsIn(lowers, words),
    inTitle: hitsIn(
      tokenise(context.title).map((token) => token.lower),
      words,
    ).includes(2),
  }));
  const shares = found.map(
    ({ hits }) =>
      reading.sentences.filter(({ start, end }) => hits.subarray(start, end).includes(2)).length /
      Math.max(1, reading.sentences.length),
  );
  let before: readonly number[] = [];
  return statements.map((ranges) => {
    const inside = tokensInside(reading, ranges);
    const own = found.map(({ hits }) => count(hits, inside, 2));
    const first = reading.sentenceOf[inside[0] ?? -1] ?? 0;
    const last = reading.sentenceOf[inside.at(-1) ?? -1] ?? 0;
    const from = reading.sentences[Math.max(0, first - 1)]?.start ?? 0;
    const until = reading.sentences[last]?.end ?? 0;
    const within = new Set(inside);
    const named = own.filter((hits) => hits > 0).length;
    const earlier = before;
    before = own;
    return found.map(({ topic, hits, inTitle }, t) => {
      const mine = own[t] ?? 0;
      let near = 0;
      for (let i = from; i < until; i += 1) if (hits[i] === 2 && !within.has(i)) near = 1;
      return {
        topic,
        evidence: {
          own: mine > 0 ? 1 : 0,
          ownMore: mine > 1 ? 1 : 0,
          ownWeak: Math.min(2, count(hits, inside, 1)),
          near,
          before: (earlier[t] ?? 0) > 0 ? 1 : 0,
          title: inTitle ? 1 : 0,
          article: shares[t] ?? 0,
          other: mine === 0 && named > 0 ? 1 : 0,
        },
      };
    });
  });
}

/** The tokens that lie within ranges, in order: a long text is not gone through for each statement. */
function tokensInside({ tokens, text }: Reading, ranges: readonly Range[]): number[] {
  const inside: number[] = [];
  for (const range of ranges) {
    let low = 0;
    let high = tokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tokens[middle]?.start ?? text.length) < range.start) low = middle + 1;
      else high = middle;
    }
    for (let i = low; (tokens[i]?.end ?? Infinity) <= range.end; i += 1) inside.push(i);
  }
  return inside;
}

function count(hits: Uint8Array, inside: readonly number[], strength: number): number {
  return inside.filter((i) => hits[i] === strength).length;
}

/** Phrases that speak for a topic: the first word or stem to the whole phrase and its strength. */
type Vocabulary = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly strength: 1 | 2 }[]
>;

/** Words too common in definitions to tell anything. */
const common =
  /^(?:about|above|after|again|against|their|there|these|those|which|where|while|would|should|could|other|including|between|through|within|without|statements?|anything|everything|issues?|matters?|policy|policies|measures?|country|countries|international|national|government|public|general|related|relations?)$/u;

/** Topics are few and asked for often; a vocabulary is made once for each. */
const made = new WeakMap<Topic, Vocabulary>();

/** What a topic is spoken of with: its keywords and name, the words of the field it names, its definition. */
function vocabularyOf(topic: Topic): Vocabulary {
  const kept = made.get(topic);
  if (kept) return kept;
  const all = new Map<string, { words: readonly string[]; strength: 1 | 2 }[]>();
  const add = (phrase: string, strength: 1 | 2) => {
    const words = phrase.trim().toLowerCase().split(/\s+/u);
    const [first = ""] = words;
    if (first === "") return;
    const key = first.endsWith("*") ? first.slice(0, shortestStem) : first;
    all.set(key, [...(all.get(key) ?? []), { words, strength }]);
  };
  const name = folded(topic.name);
  for (const phrase of [name, ...topic.keywords.map(folded)]) {
    add(phrase, 2);
    if (!phrase.includes(" ") && phrase.length >= 5)
      add(`${phrase.replace(/(?:ies|y|es|s)$/u, "")}*`, 2);
  }
  const meant = concepts.filter((concept) =>
    concept.names
      .split(", ")
      .some((one) => one === name || topic.keywords.some((keyword) => folded(keyword) === one)),
  );
  for (const concept of meant) {
    for (const word of concept.strong.split(", ")) add(word, 2);
    for (const word of concept.weak.split(", ")) add(word, 1);
  }
  for (const token of tokenise(topic.definition))
    if (token.kind === "word" && token.lower.length >= 5 && !common.test(token.lower))
      add(token.lower, 1);
  if (name.includes(" "))
    for (const word of name.split(" ")) if (word.length >= 5 && !common.test(word)) add(word, 1);
  made.set(topic, all);
  return all;
}

/** Stems are looked up by this many letters, and are at least as long. */
const shortestStem = 3;

/** For each token 2 where a word or phrase that names the topic begins, 1 where one suggests it, else 0. */
function hitsIn(lowers: readonly string[], vocabulary: Vocabulary): Uint8Array {
  return Uint8Array.from(lowers, (lower, i) => {
    let best = 0;
    for (const key of new Set([lower, lower.slice(0, shortestStem)]))
      for (const { words, strength } of vocabulary.get(key) ?? [])
        if (strength > best && words.every((word, k) => fitsWord(lowers[i + k] ?? "", word)))
          best = strength;
    return best;
  });
}

function fitsWord(lower: string, pattern: string): boolean {
  return pattern.endsWith("*") ? lower.startsWith(pattern.slice(0, -1)) : lower === pattern;
}
