import "../../withoutEval.ts";
import { learn, withLearnt, type Learnt } from "../../suggest/learn.ts";
import { lessonsOf, type CodedArticle } from "../../suggest/sources.ts";
import { readModel, type Model } from "../../suggest/model.ts";
import { suggest, type Suggestion } from "../../suggest/suggest.ts";
import type { KnownCodebook } from "./knowledge.ts";

/** What the page asks; each question has a number that its answer bears. */
export type Question = { readonly number: number } & (
  | { readonly kind: "codebook"; readonly codebook: KnownCodebook }
  | { readonly kind: "learning"; readonly learnt: Learnt | null }
  | {
      readonly kind: "suggest";
      readonly text: string;
      readonly title: string;
      readonly language: string | null;
    }
  | { readonly kind: "learn"; readonly articles: readonly CodedArticle[] }
);

export type Answer = { readonly number: number } & (
  | { readonly kind: "suggestions"; readonly suggestions: readonly Suggestion[] }
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
        const { text, title, language } = question;
        const context = { ...codebook, title, language, model: await model };
        return { number, kind: "suggestions", suggestions: suggest(text, context) };
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
