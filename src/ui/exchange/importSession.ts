import { hashOf, type Article, type Metadata } from "../../model/article.ts";
import type { ProjectBundle } from "../../model/bundle.ts";
import { textOf } from "../../model/document.ts";
import { fingerprintsOf, LikenessIndex } from "../../model/likeness.ts";
import type { ArticleId, TextId } from "../../model/id.ts";
import type { Problem } from "../../model/problem.ts";
import { namePattern, withReadings, type NamePattern } from "../../import/fileName.ts";
import type {
  Encoding,
  FileRead,
  FoundArticle,
  InputFile,
  Skipped,
  Table,
} from "../../import/format.ts";
import type { ChosenFile } from "../../import/chosenFile.ts";
import { readBlob, readFile } from "../../import/registry.ts";
import { Slices } from "../../import/slices.ts";
import { articlesOfTable, guessMapping, type Mapping } from "../../import/table.ts";
import { textsOf } from "../../store/articles.ts";
import type { LiveProject } from "../../store/liveProject.ts";

/** What one file gave: articles, a table that gives them by its mapping, a project, or a reason. */
export type Source = {
  readonly key: string;
  readonly name: string;
} & (
  | {
      readonly kind: "articles";
      readonly articles: readonly FoundArticle[];
      readonly skipped: readonly Skipped[];
      readonly encoding: Encoding | null;
      readonly file: InputFile | null;
    }
  | {
      readonly kind: "table";
      readonly table: Table;
      readonly mapping: Mapping;
      readonly articles: readonly FoundArticle[];
      readonly skipped: readonly Skipped[];
      readonly encoding: Encoding | null;
      readonly file: InputFile | null;
    }
  | { readonly kind: "project"; readonly bundle: ProjectBundle }
  | { readonly kind: "problem"; readonly problem: Problem }
);

/** An article that was read and waits for a look before it is saved. */
export interface ArticleDraft {
  readonly key: string;
  /** The file it came from. */
  readonly source: string;
  readonly found: FoundArticle;
  readonly metadata: Metadata;
  readonly words: number;
  readonly hash: string;
  /** The same text, or nearly the same, in the project or earlier among those that were read. */
  readonly like: Like | null;
  readonly include: boolean;
}

export interface Like {
  readonly title: string;
  readonly publisher: string;
  /** The article of the project; null for one that is only being added. */
  readonly article: Article | null;
  /** From 0 to 1; 1 for the very same text. */
  readonly share: number;
  readonly exact: boolean;
}

export interface ImportState {
  readonly sources: readonly Source[];
  readonly drafts: readonly ArticleDraft[];
  readonly pasted: string;
  /** How articles' details are read from the names of their files; empty: they are not. */
  readonly pattern: string;
  readonly patternProblem: Problem | null;
  /** What is being done; null when all is. */
  readonly reading: { readonly done: number; readonly of: number; readonly name: string } | null;
}

const empty: ImportState = {
  sources: [],
  drafts: [],
  pasted: "",
  pattern: "",
  patternProblem: null,
  reading: null,
};

/** What is known of an article as it was found; the same for the same words, so kept. */
interface Facts {
  readonly words: number;
  readonly hash: string;
  readonly fingerprints: Uint32Array;
}

/** What an article is nearly the same as: one of the project, or one of those found, by its place. */
interface Near {
  readonly to: ArticleId | number;
  readonly share: number;
}

type Edit = Partial<Pick<ArticleDraft, "metadata" | "include">>;

/** One import, from the first file to the review; it saves nothing. */
export class ImportSession {
  readonly #live: LiveProject;
  readonly #listeners = new Set<() => void>();
  readonly #facts = new WeakMap<FoundArticle, Facts>();
  readonly #edits = new Map<string, Edit>();
  /** The texts of the project that are compared, and the articles they are of. */
  readonly #known = new Set<TextId>();
  readonly #places: Article[] = [];
  readonly #inProject = new LikenessIndex();
  #near: ReadonlyMap<FoundArticle, Near> = new Map();
  #state = empty;
  #jobs: readonly { readonly kind: string; readonly off: AbortController }[] = [];
  #last = Promise.resolve();
  #number = 0;

  constructor(live: LiveProject) {
    this.#live = live;
  }

  get state(): ImportState {
    return this.#state;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads files that were chosen or dropped, in addition to those before. */
  readonly choose = (files: readonly ChosenFile[]): Promise<void> =>
    this.#work("files", async (signal) => {
      const read: Source[] = [];
      let done = 0;
      for (const [i, file] of files.entries()) {
        let inside = 0;
        this.#progress(done, files.length, file.name);
        for await (const each of readBlob(file, { signal })) {
          read.push(...(await this.#sourcesOf(each, signal)));
          inside += 1;
          this.#progress(i + inside / each.of, files.length, each.file.name || file.name);
        }
        done = i + 1;
      }
      return (before) => [...before, ...read];
    });

  /** Reads what was pasted, in place of what was pasted before. */
  readonly paste = (pasted: string): Promise<void> => {
    this.#set({ pasted });
    return this.#work("paste", async (signal) => {
      const rest = (before: readonly Source[]) =>
        before.filter(({ key }) => !key.startsWith("paste"));
      if (pasted.trim() === "") return rest;
      const file = { name: "Pasted text", bytes: new TextEncoder().encode(pasted) };
      const result = await readFile(file, { signal });
      const read = await this.#sourcesOf({ file, result }, signal, "paste");
      return (before) => [...read, ...rest(before)];
    });
  };

  /** Reads one file again in another encoding. */
  readonly readAs = (source: Source, encoding: string): Promise<void> =>
    this.#work("again", async (signal) => {
      const file = "file" in source ? source.file : null;
      if (!file) return (before) => before;
      const result = await readFile(file, { encoding, signal });
      const read = await this.#sourcesOf({ file, result }, signal);
      return (before) => before.flatMap((each) => (each.key === source.key ? read : [each]));
    });

  /** Takes the columns of a table for other parts of an article. */
  readonly map = (source: Source & { kind: "table" }, mapping: Mapping): Promise<void> => {
    this.#set({
      sources: this.#state.sources.map((each) =>
        each.key === source.key ? { ...source, mapping } : each,
      ),
    });
    return this.#work("again", async (signal) => {
      const mapped = { ...source, mapping, ...(await this.#rowsOf(source.table, mapping, signal)) };
      return (before) => before.map((each) => (each.key === source.key ? mapped : each));
    });
  };

  readonly setPattern = (pattern: string): void => {
    const made = pattern.trim() === "" ? null : namePattern(pattern);
    this.#set({ pattern, patternProblem: made && !made.ok ? made.problem : null });
    this.#rebuild();
  };

  readonly change = (key: string, edit: Edit): void => {
    this.#edits.set(key, { ...this.#edits.get(key), ...edit });
    this.#set({
      drafts: this.#state.drafts.map((draft) =>
        draft.key === key ? { ...draft, ...edit } : draft,
      ),
    });
  };

  readonly includeAll = (keys: readonly string[], include: boolean): void => {
    const chosen = new Set(keys);
    for (const key of chosen) this.#edits.set(key, { ...this.#edits.get(key), include });
    this.#set({
      drafts: this.#state.drafts.map((draft) =>
        chosen.has(draft.key) ? { ...draft, include } : draft,
      ),
    });
  };

  /** Calls off what is being read; what was read before stays. */
  readonly cancel = (): void => {
    for (const { off } of this.#jobs) off.abort();
  };

  /**
   * Does one thing after the other. What was typed since takes the place of what was typed before;
   * files come in addition.
   */
  #work(
    kind: "files" | "paste" | "again",
    read: (signal: AbortSignal) => Promise<(before: readonly Source[]) => readonly Source[]>,
  ): Promise<void> {
    const job = { kind, off: new AbortController() };
    if (kind !== "files")
      for (const before of this.#jobs) if (before.kind === kind) before.off.abort();
    this.#jobs = [...this.#jobs, job];
    const { signal } = job.off;
    const run = async () => {
      try {
        if (signal.aborted) return;
        const sources = (await read(signal))(this.#state.sources);
        await this.#learn(sources, signal);
        this.#set({ sources });
        this.#rebuild();
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        this.#jobs = this.#jobs.filter((other) => other !== job);
        if (this.#jobs.length === 0) this.#set({ reading: null });
      }
    };
    this.#last = this.#last.then(run, run);
    return this.#last;
  }

  async #sourcesOf(
    { file, result }: FileRead,
    signal: AbortSignal,
    prefix = "file",
  ): Promise<Source[]> {
    const key = `${prefix} ${(this.#number += 1)}`;
    const { name } = file;
    if (!result.ok) return [{ kind: "problem", key, name, problem: result.problem }];
    const read = result.value;
    if (read.kind === "project") return [{ kind: "project", key, name, bundle: read.bundle }];
    // Kept to be read again, should the encoding be another one.
    const again = read.encoding && read.encoding.name !== "utf-8" ? file : null;
    if (read.kind === "articles")
      return [
        {
          kind: "articles",
          key,
          name,
          articles: read.articles,
          skipped: read.skipped,
          encoding: read.encoding,
          file: again,
        },
      ];
    const sources: Source[] = [];
    for (const [i, table] of read.tables.entries()) {
      const mapping = guessMapping(table, this.#live.all("fields"));
      sources.push({
        kind: "table",
        key: `${key} ${i}`,
        name,
        table,
        mapping,
        ...(await this.#rowsOf(table, mapping, signal)),
        encoding: read.encoding,
        file: again,
      });
    }
    return sources;
  }

  async #rowsOf(table: Table, mapping: Mapping, signal: AbortSignal) {
    if (!mapping.targets.includes("text")) return { articles: [], skipped: table.skipped };
    return articlesOfTable(table, mapping, this.#live.all("fields"), new Slices(signal));
  }

  /** Learns of each article what the review compares, and of the project's articles too. */
  async #learn(sources: readonly Source[], signal: AbortSignal): Promise<void> {
    const slices = new Slices(signal);
    const found = foundIn(sources);
    for (const [i, { article }] of found.entries()) {
      if (!this.#facts.has(article)) {
        const text = textOf(article.document);
        this.#facts.set(article, {
          words: text.match(/\S+/gu)?.length ?? 0,
          hash: hashOf(text),
          fingerprints: fingerprintsOf(text),
        });
        if (i % 20 === 0) this.#progress(i, found.length, "Comparing the texts");
      }
      await slices.turn();
    }
    if (found.length === 0) return;
    const unknown = this.#live.all("articles").filter(({ textId }) => !this.#known.has(textId));
    for await (const { article, text } of textsOf(this.#live.store, unknown)) {
      this.#known.add(article.textId);
      this.#places.push(article);
      this.#inProject.add(fingerprintsOf(text));
      await slices.turn();
    }
    const amongThese = new LikenessIndex();
    const near = new Map<FoundArticle, Near>();
    for (const { article } of found) {
      const { fingerprints } = this.#factsOf(article);
      const inProject = this.#inProject.nearest(fingerprints);
      const here = amongThese.nearest(fingerprints);
      if (inProject && inProject.share >= (here?.share ?? 0)) {
        const { id } = this.#places[inProject.place] ?? {};
        if (id) near.set(article, { to: id, share: inProject.share });
      } else if (here) near.set(article, { to: here.place, share: here.share });
      amongThese.add(fingerprints);
      await slices.turn();
    }
    this.#near = near;
  }

  #rebuild(): void {
    const made = this.#state.pattern.trim() === "" ? null : namePattern(this.#state.pattern);
    const pattern: NamePattern | null = made?.ok ? made.value : null;
    const found = foundIn(this.#state.sources);
    const byHash = new Map(
      this.#live.all("articles").map((article) => [article.textHash, article]),
    );
    const earlier = new Map<string, ArticleDraft>();
    const drafts: ArticleDraft[] = [];
    for (const { key, source, article } of found) {
      const { words, hash } = this.#factsOf(article);
      const read = pattern?.(source) ?? [];
      const metadata = withReadings(article.metadata, read);
      const same = byHash.get(hash) ?? earlier.get(hash);
      const near = same ? undefined : this.#near.get(article);
      const nearest =
        typeof near?.to === "number"
          ? drafts[near.to]
          : near && this.#live.get("articles", near.to);
      const like = same
        ? likeOf(same, 1, true)
        : near && nearest
          ? likeOf(nearest, near.share, false)
          : null;
      const draft: ArticleDraft = {
        key,
        source,
        found: article,
        metadata,
        words,
        hash,
        like,
        include: !same,
        ...this.#edits.get(key),
      };
      earlier.set(hash, earlier.get(hash) ?? draft);
      drafts.push(draft);
    }
    this.#set({ drafts });
  }

  #factsOf(article: FoundArticle): Facts {
    const facts = this.#facts.get(article);
    if (!facts) throw new Error("An article is compared after it was learned of");
    return facts;
  }

  #progress(done: number, of: number, name: string): void {
    this.#set({ reading: { done, of, name } });
  }

  #set(part: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

function foundIn(sources: readonly Source[]) {
  return sources.flatMap((source) =>
    source.kind === "articles" || source.kind === "table"
      ? source.articles.map((article, i) => ({
          key: `${source.key} ${i}`,
          source: source.name,
          article,
        }))
      : [],
  );
}

function likeOf(like: Article | ArticleDraft, share: number, exact: boolean): Like {
  const isDraft = "found" in like;
  const { title, publisher } = isDraft ? like.metadata : like;
  return { title, publisher, article: isDraft ? null : like, share, exact };
}

/** The articles that are to be saved, each text once unless it was asked for again. */
export function chosenArticles(drafts: readonly ArticleDraft[]) {
  return drafts
    .filter(({ include }) => include)
    .map(({ metadata, found: { document, note, fields } }) => ({
      metadata,
      document,
      note,
      fields,
    }));
}
