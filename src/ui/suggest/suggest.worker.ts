import "../../withoutEval.ts";
import type { Range } from "../../model/range.ts";
import { learn, withLearnt, type Learnt } from "../../suggest/learn.ts";
import { lessonsOf, type CodedArticle } from "../../suggest/sources.ts";
import { readModel, type Model } from "../../suggest/model.ts";
import {
  likelyOf,
  readArticle,
  suggestionsOf,
  type ReadArticle,
  type Suggestion,
} from "../../suggest/suggest.ts";
import type { KnownCodebook } from "./knowledge.ts";

interface AskedArticle {
  readonly text: string;
  readonly title: string;
  readonly language: string | null;
}

/** What the page asks; each question has a number that its answer bears. */
export type Question = { readonly number: number } & (
  | { readonly kind: "codebook"; readonly codebook: KnownCodebook }
  | { readonly kind: "learning"; readonly learnt: Learnt | null }
  | ({ readonly kind: "suggest" } & AskedArticle)
  | ({ readonly kind: "likely"; readonly range: Range } & AskedArticle)
  | { readonly kind: "learn"; readonly articles: readonly CodedArticle[] }
);

export type Answer = { readonly number: number } & (
  | { readonly kind: "suggestions"; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: "likely"; readonly likely: Suggestion | null }
  | { readonly kind: "known" }
  | { readonly kind: "learnt"; readonly learnt: Learnt }
  | { readonly kind: "failed"; readonly reason: string }
);

const base = fetch(new URL("../../suggest/base-model.bin", import.meta.url))
  .then((response) => response.arrayBuffer())
  .then((buffer) => readModel(new Uint8Array(buffer)));

let codebook: KnownCodebook = { speakers: [], organisations: [], topics: [] };
/** The model with what was learnt. */
let model: Promise<Model> = base;

/** The article that was read last: what is likely of its other words is asked next. */
let last: (AskedArticle & { readonly by: Model; readonly article: ReadArticle }) | null = null;

function articleOf({ text, title, language }: AskedArticle, by: Model): ReadArticle {
  if (last?.text !== text || last.language !== language || last.by !== by)
    last = { text, title, language, by, article: readArticle(text, { model: by, language }) };
  return last.article;
}

async function answer(question: Question): Promise<Answer> {
  const { number } = question;
  try {
    switch (question.kind) {
      case "codebook":
        ({ codebook } = question);
        return { number, kind: "known" };
      case "learning": {
        const { learnt } = question;
        model = learnt ? base.then((of) => withLearnt(of, learnt)) : base;
        return { number, kind: "known" };
      }
      case "suggest": {
        const context = { ...codebook, title: question.title, model: await model };
        const article = articleOf(question, context.model);
        return { number, kind: "suggestions", suggestions: suggestionsOf(article, context) };
      }
      case "likely": {
        const context = { ...codebook, title: question.title, model: await model };
        const article = articleOf(question, context.model);
        return { number, kind: "likely", likely: likelyOf(article, question.range, context) };
      }
      case "learn": {
        const lessons = lessonsOf(question.articles, { ...codebook, model: await model });
        return { number, kind: "learnt", learnt: learn(await base, lessons) };
      }
    }
  } catch (error) {
    return {
      number,
      kind: "failed",
      reason: error instanceof Error ? error.message : String(error),
    };
  }
}

self.addEventListener("message", (event: MessageEvent<Question>) => {
  void answer(event.data).then((reply) => self.postMessage(reply));
});
