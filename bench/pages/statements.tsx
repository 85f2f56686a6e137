import "../../src/withoutEval.ts";
import "../../src/ui/tokens.css";
import "../../src/ui/base.css";
import { createRoot } from "react-dom/client";
import { newChange } from "../../src/model/change.ts";
import { parseFilter } from "../../src/model/query/filter.ts";
import { quoteOf, type Statement } from "../../src/model/statement.ts";
import { LiveProject } from "../../src/store/liveProject.ts";
import { addProject } from "../../src/store/projects.ts";
import { recode } from "../../src/store/recode.ts";
import { Store } from "../../src/store/store.ts";
import { App } from "../../src/ui/app.tsx";
import { go, start } from "../../src/ui/route.ts";
import { noQuery, type Query } from "../../src/ui/statements/query.ts";
import { searchOf } from "../../src/ui/statements/searchClient.ts";
import { shownFor } from "../../src/ui/statements/shown.ts";
import { project, type Size } from "../project.ts";
import { timed, watch } from "./watch.ts";

/** Milliseconds: what the product takes, and what the plainest way to the same takes. */
interface Compared {
  readonly product: number;
  readonly plain: number;
}

const store = new Store("bench-statements");
const projectId = project({ articles: 0, words: 0, statements: 0 }).project.id;
let live: LiveProject | undefined;

/** Long enough for what came before to be over. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 200);
  });
}

function opened(): LiveProject {
  if (!live) throw new Error("The project is not open");
  return live;
}

function answer(part: Partial<Query>) {
  return shownFor(opened(), { ...noQuery, ...part }, new AbortController().signal);
}

function filterOf(source: string) {
  const filter = parseFilter(source);
  if (!filter) throw new Error(source);
  return filter;
}

const target = {
  /** Fills the storage, outside of all measurement. */
  async prepare(size: Size): Promise<void> {
    const added = await addProject(store, project(size));
    if (!added.ok) throw new Error(added.problem.what);
  },

  /** Opening the project against reading its statements in one request. */
  async open(): Promise<Compared> {
    const { db } = store;
    await db.open();
    const plain = await timed(() => db.records("statements").toArray());
    await pause();
    watch(); // the plain way holds up the page: that is not to be counted
    const product = await timed(async () => {
      live = await LiveProject.open(store, projectId);
    });
    return { product, plain };
  },

  /** A word in quotes, notes and names against `includes` over all quotes and notes. */
  async search(word: string): Promise<Compared> {
    const statements = opened().all("statements");
    const plain = await timed(() =>
      statements.filter((s) => quoteOf(s).toLowerCase().includes(word) || s.note.includes(word)),
    );
    return { product: await timed(() => answer({ text: word })), plain };
  },

  /** All places in the article texts against counting them with `indexOf` in texts already read. */
  async hits(word: string): Promise<Compared & { readonly count: number }> {
    const texts = (await store.db.texts.toArray()).map(({ text }) => text);
    const plain = await timed(() => {
      let count = 0;
      for (const text of texts)
        for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) count += 1;
      return count;
    });
    let count = 0;
    const product = await timed(async () => {
      const job = { find: "hits", typed: word, folding: noQuery.folding, only: null } as const;
      const found = await searchOf(opened()).find(job, new AbortController().signal);
      if (found.ok && "hits" in found.value) count = found.value.hits.count;
    });
    return { product, plain, count };
  },

  /** Three conditions against the same three written out. */
  async filter(): Promise<Compared> {
    const at = opened();
    const [, topic] = at.all("topics");
    if (!topic) throw new Error("No topic");
    const filter = filterOf(`stance is opposes and discuss is no and not topic is ${topic.id}`);
    const plain = await timed(() =>
      at
        .all("statements")
        .filter(
          (s) =>
            s.topics.some(({ stance }) => stance === "opposes") &&
            !s.toDiscuss &&
            !s.topics.some(({ topicId }) => topicId === topic.id),
        ),
    );
    return { product: await timed(() => answer({ filter })), plain };
  },

  /** By note, then by quote, against `toSorted` with a collator. */
  async sortRows(): Promise<Compared> {
    const { compare } = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });
    const statements = opened().all("statements");
    const plain = await timed(() =>
      statements.toSorted((a, b) => compare(a.note, b.note) || compare(quoteOf(a), quoteOf(b))),
    );
    const sort = ["note", "quote"].map((attribute) => ({ attribute, down: false }));
    return { product: await timed(() => answer({ sort })), plain };
  },

  /** Some statements recoded against the same records read and written in one strict transaction. */
  async recode(count: number, round: number): Promise<Compared> {
    const at = opened();
    const statements = at.all("statements").slice(0, count);
    const [coder] = at.all("coders");
    if (!coder) throw new Error("No coder");
    const ids = statements.map(({ id }) => id);
    const actor = { store, projectId, coderId: coder.id };
    const { db } = store;
    const edits = statements.map(({ id }) => ({
      table: "statements" as const,
      id,
      before: {},
      after: {},
    }));
    const floor = newChange({ projectId, coderId: coder.id, at: 0 }, "Floor", edits);
    const plain = await timed(() =>
      db.transaction("rw", db.tables, async () => {
        const there = await db.records("statements").bulkGet(ids);
        await db
          .records("statements")
          .bulkPut(there.filter((s): s is Statement => s !== undefined));
        await db.changes.add(floor);
      }),
    );
    const product = await timed(() =>
      recode(actor, ids, { do: "set note", note: `round ${round}` }),
    );
    return { product, plain };
  },

  /** The app itself, to be typed into. */
  show(): void {
    go({ ...start, projectId, view: "statements" });
    const place = document.getElementById("app");
    if (place) createRoot(place).render(<App store={store} />);
  },

  watch,
};

Object.assign(globalThis, { target });
