import "../../src/withoutEval.ts";
import "../../src/ui/tokens.css";
import "../../src/ui/base.css";
import { createRoot } from "react-dom/client";
import { newChange } from "../../src/model/change.ts";
import { editArticles } from "../../src/store/articles.ts";
import { addProject } from "../../src/store/projects.ts";
import { Store } from "../../src/store/store.ts";
import { App } from "../../src/ui/app.tsx";
import { go, start } from "../../src/ui/route.ts";
import { project, type Size } from "../project.ts";
import { timed, watch } from "./watch.ts";

const store = new Store("bench-library");
const empty = project({ articles: 0, words: 0, statements: 0 });
const projectId = empty.project.id;
const [coder] = empty.coders;

const target = {
  /** Fills the storage, outside of all measurement. */
  async prepare(size: Size): Promise<void> {
    const added = await addProject(store, project(size));
    if (!added.ok) throw new Error(added.problem.what);
  },

  /** A section given to all articles against the same records read and written in one transaction as safe. */
  async setAll(round: number): Promise<{ readonly product: number; readonly plain: number }> {
    const { db } = store;
    if (!coder) throw new Error("No coder");
    const ids = await db.records("articles").toCollection().primaryKeys();
    const edits = ids.map((id) => ({ table: "articles" as const, id, before: {}, after: {} }));
    const floor = newChange({ projectId, coderId: coder.id, at: 0 }, "Floor", edits);
    const plain = await timed(() =>
      db.transaction("rw", db.tables, async () => {
        await db.records("articles").bulkPut(await db.records("articles").toArray());
        await db.changes.add(floor);
      }),
    );
    const actor = { store, projectId, coderId: coder.id };
    const articles = await db.records("articles").toArray();
    const change = { part: "section", value: `round ${round}` } as const;
    const product = await timed(() =>
      editArticles(
        actor,
        articles.map(({ id }) => id),
        change,
      ),
    );
    return { product, plain };
  },

  /** The app itself, at the Library. */
  show(): void {
    go({ ...start, projectId, view: "library" });
    const place = document.getElementById("app");
    if (place) createRoot(place).render(<App store={store} />);
  },
  watch,
};

Object.assign(globalThis, { target });
