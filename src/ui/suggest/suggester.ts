import type { Learnt, Lesson } from "../../suggest/learn.ts";
import type { Suggestion, SuggestionContext } from "../../suggest/suggest.ts";
import type { Answer, Question } from "./suggest.worker.ts";

type Asked<Q> = Q extends unknown ? Omit<Q, "number"> : never;

/** Suggestions, made in a worker: the page goes on while an article is read. */
class Suggester {
  #worker: Worker | null = null;
  #number = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();

  /** The statements of a text; none when the worker failed. */
  async suggest(
    text: string,
    context: Omit<SuggestionContext, "model">,
    learnt: Learnt | null,
  ): Promise<readonly Suggestion[]> {
    const answer = await this.#ask({ kind: "suggest", text, context, learnt });
    return answer.kind === "suggestions" ? answer.suggestions : [];
  }

  /** What the lessons teach; null when the worker failed. */
  async learn(lessons: readonly Lesson[]): Promise<Learnt | null> {
    const answer = await this.#ask({ kind: "learn", lessons });
    return answer.kind === "learnt" ? answer.learnt : null;
  }

  #ask(question: Asked<Question>): Promise<Answer> {
    this.#worker ??= this.#start();
    this.#number += 1;
    const number = this.#number;
    const asked: Question = { ...question, number };
    this.#worker.postMessage(asked);
    return new Promise((resolve) => {
      this.#waiting.set(number, resolve);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL("./suggest.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", (event: MessageEvent<Answer>) => {
      this.#waiting.get(event.data.number)?.(event.data);
      this.#waiting.delete(event.data.number);
    });
    worker.addEventListener("error", () => {
      // It could not start, or died: whoever waits goes on without; the next question starts another.
      for (const [number, resolve] of this.#waiting)
        resolve({ number, kind: "failed", reason: "the worker stopped" });
      this.#waiting.clear();
      this.#worker?.terminate();
      this.#worker = null;
    });
    return worker;
  }
}

export const suggester = new Suggester();
