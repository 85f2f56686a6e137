import type { Range } from "../../model/range.ts";
import type { Learnt } from "../../suggest/learn.ts";
import type { CodedArticle } from "../../suggest/sources.ts";
import type { Suggestion } from "../../suggest/suggest.ts";
import { sameLearnt, type KnownCodebook, type Knowledge } from "./knowledge.ts";
import type { Answer, Question } from "./suggest.worker.ts";

type Asked<Q> = Q extends unknown ? Omit<Q, "number"> : never;

/** What is asked of an article besides its text. */
interface Asking {
  readonly title: string;
  readonly language: string | null;
}

/** Suggestions, made in a worker: the page goes on while an article is read. */
class Suggester {
  #worker: Worker | null = null;
  #number = 0;
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  /** What the worker was told last; nothing when it is new. */
  #codebook: KnownCodebook | null = null;
  #learnt: Learnt | null = null;

  /** The statements of a text; null when the worker failed. */
  async suggest(
    text: string,
    { title, language }: Asking,
    { codebook, learnt }: Knowledge,
  ): Promise<readonly Suggestion[] | null> {
    this.#tell(codebook, learnt);
    const answer = await this.#ask({ kind: "suggest", text, title, language });
    return answer.kind === "suggestions" ? answer.suggestions : null;
  }

  /**
   * What is likely of words that are no suggestion, by what the worker knows of the article's project;
   * null when it knows of none yet.
   */
  async likely(
    text: string,
    { title, language }: Asking,
    range: Range,
  ): Promise<Suggestion | null> {
    if (!this.#codebook) return null;
    const answer = await this.#ask({ kind: "likely", text, title, language, range });
    return answer.kind === "likely" ? answer.likely : null;
  }

  /** What coded articles teach; null when the worker failed. */
  async learn(
    articles: readonly CodedArticle[],
    { codebook, learnt }: Knowledge,
  ): Promise<Learnt | null> {
    this.#tell(codebook, learnt);
    const answer = await this.#ask({ kind: "learn", articles });
    return answer.kind === "learnt" ? answer.learnt : null;
  }

  /** Ends the worker, once it has answered: its memory is free again. */
  stop(): void {
    for (const [number, resolve] of this.#waiting)
      resolve({ number, kind: "failed", reason: "the worker stopped" });
    this.#waiting.clear();
    this.#worker?.terminate();
    this.#worker = null;
    this.#codebook = null;
    this.#learnt = null;
  }

  /** Tells the worker what changed of what it knows: a codebook or a learning is sent once, not with each text. */
  #tell(codebook: KnownCodebook, learnt: Learnt | null): void {
    if (codebook !== this.#codebook) void this.#ask({ kind: "codebook", codebook });
    if (!sameLearnt(learnt, this.#learnt)) void this.#ask({ kind: "learning", learnt });
    this.#codebook = codebook;
    this.#learnt = learnt;
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
    // It could not start, or died: whoever waits goes on without; the next question starts another.
    worker.addEventListener("error", () => this.stop());
    return worker;
  }
}

/** Reads articles. */
export const suggester = new Suggester();

/** Learns, in a worker of its own: that takes seconds, in which articles are read all the same. */
export const learner = new Suggester();
