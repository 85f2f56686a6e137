import type { Article } from "../../model/article.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { learningOf } from "../../store/suggestions.ts";
import { knownCodebook } from "./knowledge.ts";
import { openProposals, type Proposal } from "./proposal.ts";
import { suggester } from "./suggester.ts";

/** What a run found in one article, and its words for a list. */
export interface Found {
  readonly article: Article;
  readonly quote: string;
  readonly proposal: Proposal;
}

/** How far a run is. */
export interface BatchState {
  readonly state: "idle" | "reading" | "paused" | "done";
  readonly articles: readonly Article[];
  /** Articles read, of these so many that could not be. */
  readonly read: number;
  readonly failed: number;
  readonly found: readonly Found[];
}

const idle: BatchState = { state: "idle", articles: [], read: 0, failed: 0, found: [] };

/** Less sure ones are not kept: nobody accepts them unseen. */
export const leastOfMany = 0.5;

/** Milliseconds between two reports: more often nobody reads them, and each draws the page. */
const reportEvery = 250;

/**
 * A run over many articles that collects what is suggested in them. It goes on, one article at a time,
 * while other things are done; whoever watches is told a few times a second.
 */
export class Batch {
  readonly #live: LiveProject;
  readonly #watchers = new Set<() => void>();
  #state = idle;
  /** What was found since the last report. */
  #fresh: Found[] = [];
  #read = 0;
  #failed = 0;
  #reported = 0;
  /** Which run is wanted: one that was paused or replaced finds another number here. */
  #run = 0;

  constructor(live: LiveProject) {
    this.#live = live;
  }

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  get state(): BatchState {
    return this.#state;
  }

  /** Reads the articles, from the first. */
  begin(articles: readonly Article[]): void {
    this.clear();
    this.#report({ state: "reading", articles });
    void this.#go();
  }

  /** Waits after the article that is being read. */
  pause(): void {
    this.#run += 1;
    this.#report({ state: "paused" });
  }

  goOn(): void {
    this.#report({ state: "reading" });
    void this.#go();
  }

  /** Forgets some of what was found, as it was answered. */
  forget(answered: readonly Found[]): void {
    const gone = new Set(answered);
    this.#report({ found: this.#state.found.filter((one) => !gone.has(one)) });
  }

  /** Ends the run and forgets what it found. */
  clear(): void {
    this.#run += 1;
    this.#fresh = [];
    this.#read = 0;
    this.#failed = 0;
    this.#state = idle;
    this.#report({});
  }

  async #go(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const live = this.#live;
    const learnt = (await learningOf(live.store, live.id)) ?? null;
    for (const { id } of this.#state.articles.slice(this.#read)) {
      if (this.#run !== run) return;
      const article = live.get("articles", id); // as it is now
      const text = article && (await live.store.text(article.textId))?.text;
      const knowledge = { codebook: knownCodebook(live), learnt };
      const suggestions = text ? await suggester.suggest(text, article, knowledge) : [];
      if (this.#run !== run) return;
      if (article && text && suggestions) this.#add(article, text, suggestions);
      this.#read += 1;
      if (!suggestions) this.#failed += 1;
      if (performance.now() - this.#reported > reportEvery) this.#report({});
    }
    this.#report({ state: "done" });
  }

  #add(article: Article, text: string, suggestions: Parameters<typeof openProposals>[2]): void {
    const statements = this.#live.statementsOf(article.id);
    const least = leastOfMany;
    for (const proposal of openProposals(this.#live, article, suggestions, statements, { least })) {
      const words = proposal.suggestion.ranges.map(({ start, end }) => text.slice(start, end));
      this.#fresh.push({ article, quote: words.join(" … "), proposal });
    }
  }

  #report(part: Partial<BatchState>): void {
    const found =
      this.#fresh.length > 0 ? [...this.#state.found, ...this.#fresh] : this.#state.found;
    this.#fresh = [];
    this.#state = { ...this.#state, read: this.#read, failed: this.#failed, found, ...part };
    this.#reported = performance.now();
    for (const watcher of this.#watchers) watcher();
  }
}

const batches = new WeakMap<LiveProject, Batch>();

/** The run of a project; there is one at a time. */
export function batchOf(live: LiveProject): Batch {
  const there = batches.get(live);
  if (there) return there;
  const made = new Batch(live);
  batches.set(live, made);
  return made;
}

/** What is still open of what a run found: not coded, turned down, corrected or removed since. */
export function stillOpen(live: LiveProject, found: readonly Found[]): Found[] {
  const byArticle = new Map<Article, Found[]>();
  for (const one of found) {
    const others = byArticle.get(one.article);
    if (others) others.push(one);
    else byArticle.set(one.article, [one]);
  }
  return [...byArticle].flatMap(([read, all]) => {
    const article = live.get("articles", read.id);
    if (article?.textId !== read.textId) return [];
    const suggestions = all.map(({ proposal }) => proposal.suggestion);
    const open = openProposals(live, article, suggestions, live.statementsOf(read.id), {
      least: 0,
    });
    const keys = new Set(open.map(({ key }) => key));
    return all.filter(({ proposal }) => keys.has(proposal.key));
  });
}
