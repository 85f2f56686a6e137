// What importing many articles costs, beside what the storage alone takes for the same records.
import type { Change } from "../../src/model/change.ts";
import { ImportSession } from "../../src/ui/exchange/importSession.ts";
import { chosenArticles } from "../../src/ui/exchange/importState.ts";
import { addArticles } from "../../src/store/articles.ts";
import { LiveProject } from "../../src/store/liveProject.ts";
import { createProject } from "../../src/store/projects.ts";
import { Store } from "../../src/store/store.ts";
import { sample } from "../article.ts";

interface Times {
  /** Milliseconds from the file to the review. */
  readonly read: number;
  /** Milliseconds from the button to the disk. */
  readonly save: number;
  /** Milliseconds for the same records in one transaction of IndexedDB itself. */
  readonly floor: number;
  /** The longest that the page gave no other task a turn while it read, in milliseconds. */
  readonly blocked: number;
}

Object.assign(window, { measureImport });

async function measureImport(count: number, words: number): Promise<Times> {
  const store = new Store(`bench ${Math.random()}`);
  const made = await createProject(store, "Bench", [], "Coder");
  if (!made.ok) throw new Error(made.problem.what);
  const live = await LiveProject.open(store, made.value.projectId);
  if (!live) throw new Error("No project");
  const rows = Array.from({ length: count }, (_, i) => {
    const text = sample(words, 0, i + 1).text.replaceAll('"', "'");
    return `Story ${i},2024-05-03,Paper ${i % 9},"${text}"`;
  });
  const csv = new File([`title,date,publisher,text\n${rows.join("\n")}\n`], "articles.csv");

  const session = new ImportSession(live);
  const watch = watchTurns();
  let start = performance.now();
  await session.choose([csv]);
  const read = performance.now() - start;
  const blocked = watch();
  const chosen = chosenArticles(session.state.drafts);
  if (chosen.length !== count) throw new Error(`${chosen.length} articles of ${count}`);

  start = performance.now();
  const added = await addArticles({ store, ...made.value }, chosen);
  const save = performance.now() - start;
  if (!added.ok) throw new Error(added.problem.what);

  const articles = await store.db.records("articles").toArray();
  const texts = await store.db.texts.toArray();
  const changes = await store.db.changes.toArray();
  live.close();
  await store.db.delete();
  return { read, save, blocked, floor: await writeRaw(articles, texts, changes) };
}

/** Writes the records with IndexedDB alone, to tables with the same indices, as safely. */
async function writeRaw(
  articles: readonly { id: string }[],
  texts: readonly { id: string }[],
  changes: readonly Change[],
): Promise<number> {
  const name = `raw ${Math.random()}`;
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1);
    opening.addEventListener("error", () => reject(new Error("not opened")));
    opening.onupgradeneeded = () => {
      for (const table of ["articles", "texts"])
        opening.result
          .createObjectStore(table, { keyPath: "id" })
          .createIndex("projectId", "projectId");
      opening.result
        .createObjectStore("changes", { keyPath: "seq" })
        .createIndex("projectId", "projectId");
    };
    opening.addEventListener("success", () => resolve(opening.result));
  });
  const start = performance.now();
  await new Promise<void>((resolve, reject) => {
    const all = db.transaction(["articles", "texts", "changes"], "readwrite", {
      durability: "strict",
    });
    all.addEventListener("complete", () => resolve());
    all.addEventListener("error", () => reject(new Error("not written")));
    for (const text of texts) all.objectStore("texts").add(text);
    for (const article of articles) all.objectStore("articles").add(article);
    for (const change of changes) all.objectStore("changes").add(change);
  });
  const took = performance.now() - start;
  db.close();
  indexedDB.deleteDatabase(name);
  return took;
}

/** Tells at the end how long a timer that rings all the time was kept waiting at most. */
function watchTurns(): () => number {
  let last = performance.now();
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, performance.now() - last);
    last = performance.now();
  }, 4);
  return () => {
    clearInterval(timer);
    return most;
  };
}
