import { describe, expect, test } from "vitest";
import { noMetadata, type Article } from "../../../../src/model/article.ts";
import { documentOf } from "../../../../src/model/document.ts";
import { addArticles, setProgress } from "../../../../src/store/articles.ts";
import { LiveProject } from "../../../../src/store/liveProject.ts";
import { sortedArticles } from "../../../../src/ui/read/articleOrder.ts";
import { parseRoute, start, addressOf } from "../../../../src/ui/route.ts";
import {
  addressFilter,
  libraryFilterOf,
  rowsOf,
  shownArticles,
  type LibraryFilter,
} from "../../../../src/ui/library/libraryRows.ts";
import { idOf } from "../../smallBundle.ts";
import { must, openProject } from "../../store/openStore.ts";

const given: readonly (readonly [title: string, publisher: string, publishedAt: string])[] = [
  ["B 10", "Post", "2024-05-03"],
  ["B 9", "", "2024-04"],
  ["", "Ledger", ""],
  ["é", "Ledger", "2023-12-31"],
];

async function library(part: Partial<LibraryFilter> = {}) {
  const actor = await openProject();
  const added = must(
    await addArticles(
      actor,
      given.map(([title, publisher, publishedAt], i) => ({
        metadata: { ...noMetadata, title, publisher, publishedAt },
        document: documentOf(`Text ${i}.`),
      })),
    ),
  );
  must(await setProgress(actor, [added[1]?.id ?? idOf(0)], "done"));
  const live = await LiveProject.open(actor.store, actor.projectId);
  if (!live) throw new Error("No project");
  const filter = { ...libraryFilterOf({ ...start, projectId: live.id }), ...part };
  const titles = (articles: readonly Article[]) => articles.map(({ title }) => title || "–");
  const shown = shownArticles(live, filter).filter(({ id }) => id !== idOf(6));
  live.close();
  return { live, filter, shown, titles: titles(shown), of: titles };
}

describe("the Library", () => {
  test("shows the newest first; what has no value comes last, whichever way round", async () => {
    expect((await library()).titles).toEqual(["B 10", "B 9", "é", "–"]);
    expect((await library({ descending: false })).titles).toEqual(["é", "B 9", "B 10", "–"]);
    expect((await library({ sort: "title", descending: false })).titles).toEqual([
      "B 9",
      "B 10",
      "é",
      "–",
    ]);
    expect((await library({ sort: "title", descending: true })).titles).toEqual([
      "é",
      "B 10",
      "B 9",
      "–",
    ]);
  });

  test("narrows by words, progress, publisher and dates, as far as a date is given", async () => {
    expect((await library({ text: "ledger" })).titles).toEqual(["é", "–"]);
    expect((await library({ progress: "done" })).titles).toEqual(["B 9"]);
    expect((await library({ publisher: "Post" })).titles).toEqual(["B 10"]);
    expect((await library({ from: "2024" })).titles).toEqual(["B 10", "B 9"]);
    expect((await library({ until: "2024-04" })).titles).toEqual(["B 9", "é"]);
    expect((await library({ from: "2024-05-03", until: "2024-05-03" })).titles).toEqual(["B 10"]);
  });

  test("groups, the nameless group last", async () => {
    const { shown } = await library();
    const heads = (by: LibraryFilter["group"]) =>
      rowsOf(shown, by).map((row) =>
        row.kind === "group" ? `${row.name} ${row.count}` : row.article.title || "–",
      );
    expect(heads("publisher")).toEqual(["Ledger 2", "é", "–", "Post 1", "B 10", " 1", "B 9"]);
    expect(heads("month")).toEqual([
      "2024-05 1",
      "B 10",
      "2024-04 1",
      "B 9",
      "2023-12 1",
      "é",
      " 1",
      "–",
    ]);
    expect(heads("progress")).toEqual(["to do 3", "B 10", "é", "–", "done 1", "B 9"]);
    expect(heads("")).toEqual(["B 10", "B 9", "é", "–"]);
    const fieldId = idOf<"field">(50);
    const valued = shown.map((article, i) =>
      i < 2 ? { ...article, fields: { [fieldId]: 7 } } : article,
    );
    expect(
      rowsOf(valued, fieldId).flatMap((row) =>
        row.kind === "group" ? `${row.name} ${row.count}` : [],
      ),
    ).toEqual(["7 2", " 2"]);
  });

  test("is kept in the address, without what is as it starts", async () => {
    const { filter } = await library({
      text: "a&b",
      group: "month",
      sort: "title",
      descending: true,
      until: "2024",
    });
    const route = { ...start, projectId: idOf<"project">(1), view: "library" as const };
    const address = addressOf({ ...route, filter: addressFilter(filter) });
    expect(libraryFilterOf(parseRoute(address))).toEqual(filter);
    expect(addressFilter(libraryFilterOf(route))).toEqual({});
  });
});

test("the list of articles offers orders", async () => {
  const { live, shown, of } = await library();
  expect(of(sortedArticles(live, shown, "oldest first"))).toEqual(["é", "B 9", "B 10", "–"]);
  expect(of(sortedArticles(live, shown, "title"))).toEqual(["B 9", "B 10", "é", "–"]);
  expect(of(sortedArticles(live, shown, "publisher"))).toEqual(["é", "–", "B 10", "B 9"]);
  expect(of(sortedArticles(live, shown, "progress"))).toEqual(["B 10", "é", "–", "B 9"]);
});
