import "../../src/withoutEval.ts";
import "../../src/ui/tokens.css";
import "../../src/ui/base.css";
import { Transform } from "prosemirror-transform";
import { createRoot } from "react-dom/client";
import { newChange } from "../../src/model/change.ts";
import { Correction } from "../../src/model/correction.ts";
import { withStep, type Replacement } from "../../src/model/replacement.ts";
import { parseDocument } from "../../src/model/document.ts";
import { newId } from "../../src/model/id.ts";
import { correctText } from "../../src/store/correction.ts";
import { addProject } from "../../src/store/projects.ts";
import { Store } from "../../src/store/store.ts";
import { App } from "../../src/ui/app.tsx";
import { go, start } from "../../src/ui/route.ts";
import { project, type Size } from "../project.ts";
import { timed, watch } from "./watch.ts";

const store = new Store("bench-correct");
const empty = project({ articles: 0, words: 0, statements: 0 });
const projectId = empty.project.id;
const [coder] = empty.coders;

const target = {
  /** Fills the storage, outside of all measurement. */
  async prepare(size: Size): Promise<void> {
    const added = await addProject(store, project(size));
    if (!added.ok) throw new Error(added.problem.what);
  },

  /**
   * A word put in at the beginning, so that every statement moves, against the same records read
   * and written in one transaction as safe.
   */
  async correct(): Promise<{ readonly product: number; readonly plain: number }> {
    const { db } = store;
    const [article] = await db.records("articles").toArray();
    const text = await db.texts.get(article?.textId ?? "");
    if (!article || !text || !coder) throw new Error("Nothing to correct");
    const before = parseDocument(text.content);
    const steps = new Transform(before).insert(1, before.type.schema.text("Yesterday "));
    let replacements: readonly Replacement[] = [];
    for (const map of steps.mapping.maps) replacements = withStep(replacements, map);
    const correction = Correction.between(before, steps.doc, replacements);

    const edits = Array.from({ length: await db.records("statements").count() }, (_, i) => ({
      table: "statements" as const,
      id: String(i),
      before: {},
      after: {},
    }));
    const floor = newChange({ projectId, coderId: coder.id, at: 0 }, "Floor", edits);
    const plain = await timed(() =>
      db.transaction("rw", db.tables, async () => {
        const there = await db.records("statements").where({ articleId: article.id }).toArray();
        await db.records("statements").bulkPut(there);
        await db.texts.add({ ...text, id: newId() });
        await db.changes.add(floor);
      }),
    );
    const actor = { store, projectId, coderId: coder.id };
    const product = await timed(() => correctText(actor, article, steps.doc, correction));
    return { product, plain };
  },

  /** The app itself, the article open in it. */
  show(): void {
    go({ ...start, projectId, view: "read" });
    const place = document.getElementById("app");
    if (place) createRoot(place).render(<App store={store} />);
  },
  watch,
};

Object.assign(globalThis, { target });
