import "../../withoutEval.ts";
import { learn, withLearnt, type Learnt, type Lesson } from "../../suggest/learn.ts";
import { readModel, type Model } from "../../suggest/model.ts";
import { suggest, type Suggestion, type SuggestionContext } from "../../suggest/suggest.ts";

/** What the page asks; each question has a number that its answer bears. */
export type Question = { readonly number: number } & (
  | {
      readonly kind: "suggest";
      readonly text: string;
      readonly context: Omit<SuggestionContext, "model">;
      readonly learnt: Learnt | null;
    }
  | { readonly kind: "learn"; readonly lessons: readonly Lesson[] }
);

export type Answer = { readonly number: number } & (
  | { readonly kind: "suggestions"; readonly suggestions: readonly Suggestion[] }
  | { readonly kind: "learnt"; readonly learnt: Learnt }
  | { readonly kind: "failed"; readonly reason: string }
);

const base = fetch(new URL("../../suggest/base-model.bin", import.meta.url))
  .then((response) => response.arrayBuffer())
  .then((buffer) => readModel(new Uint8Array(buffer)));

let last: { learnt: Learnt; model: Model } | null = null;

/** The model with what was learnt; made once for the same learning. */
async function modelWith(learnt: Learnt | null): Promise<Model> {
  if (!learnt) return base;
  if (
    last?.learnt.statements !== learnt.statements ||
    last.learnt.weights.length !== learnt.weights.length
  )
    last = { learnt, model: withLearnt(await base, learnt) };
  return last.model;
}

async function answer(question: Question): Promise<Answer> {
  const { number } = question;
  try {
    if (question.kind === "learn")
      return { number, kind: "learnt", learnt: learn(await base, question.lessons) };
    const model = await modelWith(question.learnt);
    const suggestions = suggest(question.text, { ...question.context, model });
    return { number, kind: "suggestions", suggestions };
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
