import type { ChosenFile } from "../../import/chosenFile.ts";
import { namePattern } from "../../import/fileName.ts";
import type { FileRead, Table } from "../../import/format.ts";
import { readBlob, readFile } from "../../import/registry.ts";
import { Slices } from "../../import/slices.ts";
import { articlesOfTable, guessMapping, type Mapping } from "../../import/table.ts";
import type { LiveProject } from "../../store/liveProject.ts";
import { DraftComparison } from "./draftComparison.ts";
import { foundIn, type DraftEdit, type ImportState, type Source } from "./importState.ts";

const empty: ImportState = {
  sources: [],
  drafts: [],
  pasted: "",
  pattern: "",
  patternProblem: null,
  reading: null,
};

/** One import, from the first file to the review; it saves nothing. */
export class ImportSession {
  readonly #live: LiveProject;
  readonly #listeners = new Set<() => void>();
  readonly #comparison: DraftComparison;
  readonly #edits = new Map<string, DraftEdit>();
  #state = empty;
  #jobs: readonly { readonly kind: string; readonly off: AbortController }[] = [];
  #last = Promise.resolve();
  #number = 0;

  constructor(live: LiveProject) {
    this.#live = live;
    this.#comparison = new DraftComparison(live);
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

  readonly change = (key: string, edit: DraftEdit): void => {
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
        const found = foundIn(sources);
        await this.#comparison.learn(found, signal, (done) =>
          this.#progress(done, found.length, "Comparing the texts"),
        );
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

  #rebuild(): void {
    const made = this.#state.pattern.trim() === "" ? null : namePattern(this.#state.pattern);
    const pattern = made?.ok ? made.value : null;
    const found = foundIn(this.#state.sources);
    this.#set({ drafts: this.#comparison.drafts(found, pattern, this.#edits) });
  }

  #progress(done: number, of: number, name: string): void {
    this.#set({ reading: { done, of, name } });
  }

  #set(part: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
