import type { StatementId } from "../../model/id.ts";
import { done, refused, type Result } from "../../model/problem.ts";
import { stepping } from "../../model/query/slices.ts";
import type { HitList, SearchedStatement } from "../../model/query/searchIndex.ts";
import type { Statement } from "../../model/statement.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { inOrder } from "../read/articleOrder.ts";
import { inSlices } from "./inSlices.ts";
import type { FromSearch, SearchJob, ToSearch } from "./searchWords.ts";

/** Milliseconds without a word from the worker, after which it is taken to be caught in an expression. */
const patience = 5000;

type Found = { readonly ids: readonly StatementId[] } | { readonly hits: HitList };

/** The search worker of one project: keeps it told of the statements, gives it one job at a time. */
class SearchClient {
  readonly live: LiveProject;
  #worker: Worker;
  #told = new Map<StatementId, Statement>();
  #toldList: readonly Statement[] | null = null;
  #toldLists: readonly unknown[] = [];
  #number = 0;
  #before: Promise<unknown> = Promise.resolve();
  #listener: ((words: FromSearch) => void) | null = null;

  constructor(live: LiveProject) {
    this.live = live;
    this.#worker = this.#start();
  }

  close(): void {
    this.#worker.terminate();
    this.#listener = null;
  }

  /**
   * Does a job, after those that were asked for before it. Rejects when the signal is aborted.
   * `onProgress` gets the hits so far, and the share of the articles looked at.
   */
  find(
    job: SearchJob,
    signal: AbortSignal,
    onProgress?: (hits: HitList, share: number) => void,
  ): Promise<Result<Found>> {
    const found = this.#before.then(() => this.#find(job, signal, onProgress));
    this.#before = found.catch(() => undefined);
    return found;
  }

  async #find(
    job: SearchJob,
    signal: AbortSignal,
    onProgress?: (hits: HitList, share: number) => void,
  ): Promise<Result<Found>> {
    signal.throwIfAborted();
    await this.#tellChanges(signal);
    const number = (this.#number += 1);
    const { promise, resolve, reject } = Promise.withResolvers<Result<Found>>();
    let silence: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(silence);
      silence = setTimeout(() => {
        this.#restart();
        resolve(
          refused(
            "The search was stopped: it found no end.",
            "A regular expression in it takes very long on one of the texts; write it without repeats inside of repeats.",
          ),
        );
      }, patience);
    };
    const stop = () => {
      this.#say({ say: "stop", number });
      reject(signal.reason instanceof Error ? signal.reason : new Error("stopped"));
    };
    signal.addEventListener("abort", stop);
    this.#listener = (words) => {
      if (words.number !== number) return;
      wait();
      if (words.say === "going on") {
        if (words.hits) onProgress?.(words.hits, words.share);
      } else if (words.say === "failed")
        resolve(refused(words.message, "Correct what is searched for."));
      else resolve(done(words.say === "hits" ? { hits: words.hits } : { ids: words.ids }));
    };
    wait();
    this.#say({ say: "find", number, job });
    try {
      return await promise;
    } finally {
      clearTimeout(silence);
      signal.removeEventListener("abort", stop);
    }
  }

  #start(): Worker {
    const worker = new Worker(new URL("search.worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<FromSearch>) =>
      this.#listener?.(data),
    );
    const open: ToSearch = { say: "open", database: this.live.store.db.name };
    worker.postMessage(open);
    return worker;
  }

  #restart(): void {
    this.#worker.terminate();
    this.#told = new Map();
    this.#toldList = null;
    this.#toldLists = [];
    this.#worker = this.#start();
  }

  #say(words: ToSearch): void {
    this.#worker.postMessage(words);
  }

  /** Tells the worker what changed since it was last told, a little at a time. */
  async #tellChanges(signal: AbortSignal): Promise<void> {
    const { live } = this;
    const lists = (["articles", "speakers", "organisations", "topics"] as const).map((table) =>
      live.all(table),
    );
    if (lists.some((list, i) => list !== this.#toldLists[i])) {
      this.#say({
        say: "articles",
        articles: inOrder(live.all("articles")).map(({ id, textId }) => ({ id, textId })),
      });
      this.#say({ say: "names", names: namesOf(live) });
      this.#toldLists = lists;
    }
    const statements = live.all("statements");
    if (statements === this.#toldList) return;
    let changed: SearchedStatement[] = [];
    await inSlices(
      stepping(statements, (statement) => {
        if (this.#told.get(statement.id) === statement) return;
        this.#told.set(statement.id, statement);
        changed.push(searched(statement));
        if (changed.length < 500) return;
        this.#say({ say: "statements", changed, gone: [] });
        changed = [];
      }),
      signal,
    ).finally(() => {
      // Also when it is stopped halfway: what is noted as told has been told.
      if (changed.length > 0) this.#say({ say: "statements", changed, gone: [] });
    });
    if (this.#told.size > statements.length) {
      const there = new Set(statements.map(({ id }) => id));
      const gone = [...this.#told.keys()].filter((id) => !there.has(id));
      for (const id of gone) this.#told.delete(id);
      this.#say({ say: "statements", changed: [], gone });
    }
    this.#toldList = statements;
  }
}

let current: SearchClient | null = null;

/** The search of the project that is open; the one before it is ended. */
export function searchOf(live: LiveProject): SearchClient {
  if (current?.live === live) return current;
  current?.close();
  current = new SearchClient(live);
  return current;
}

function searched({
  id,
  articleId,
  ranges,
  note,
  speakerIds,
  topics,
}: Statement): SearchedStatement {
  return {
    id,
    articleId,
    ranges,
    note,
    names: [articleId, ...speakerIds, ...topics.map(({ topicId }) => topicId)],
  };
}

function namesOf(live: LiveProject): Map<string, string> {
  const names = new Map<string, string>();
  for (const { id, title } of live.all("articles")) names.set(id, title);
  for (const { id, name } of live.all("topics")) names.set(id, name);
  for (const { id, name, aliases, organisationId } of live.all("speakers")) {
    const organisation = live.get("organisations", organisationId ?? "")?.name ?? "";
    names.set(id, [name, ...aliases, organisation].join("\n"));
  }
  return names;
}
