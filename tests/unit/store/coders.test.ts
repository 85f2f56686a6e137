import { expect, test } from "vitest";
import { documentOf } from "../../../src/model/document.ts";
import { noMetadata } from "../../../src/model/article.ts";
import { addArticles } from "../../../src/store/articles.ts";
import { addCoder, renameCoder } from "../../../src/store/coders.ts";
import { LiveProject } from "../../../src/store/liveProject.ts";
import { tagStatement } from "../../../src/store/statements.ts";
import { rejectSuggestions } from "../../../src/store/suggestions.ts";
import { idOf } from "../smallBundle.ts";
import { must, openProject, refusal } from "./openStore.ts";

test("a statement is its coder's, and in blind mode a coder sees just their own", async () => {
  const actor = await openProject();
  const bea = must(await addCoder(actor, "Bea"));
  const [article] = must(
    await addArticles(actor, [{ metadata: noMetadata, document: documentOf("We oppose this.") }]),
  );
  if (!article) throw new Error("One was added");
  const tagging = {
    ranges: [{ start: 0, end: 2 }],
    speakers: [],
    topics: [],
    quotation: "indirect" as const,
    note: "",
  };
  const others = await actor.store.db.records("statements").count();
  const mine = must(await tagStatement(actor, article.id, tagging));
  const hers = must(await tagStatement({ ...actor, coderId: bea.id }, article.id, tagging));
  expect(hers.coderId).toBe(bea.id);

  const live = await LiveProject.open(actor.store, actor.projectId);
  if (!live) throw new Error("The project is there");
  expect(live.statementsOf(article.id)).toHaveLength(2);
  live.seeOnly(bea.id);
  expect(live.statementsOf(article.id)).toEqual([hers]);
  expect(live.all("statements")).toEqual([hers]);
  const counts = live.countsByCoder();
  expect(counts.get(actor.coderId)).toBe(others + 1);
  expect(live.countsByCoder()).toBe(counts); // counted once, until a statement changes

  const more = must(await tagStatement({ ...actor, coderId: bea.id }, article.id, tagging));
  expect(live.statementsOf(article.id)).toEqual([hers, more]);
  expect(live.countsByCoder().get(bea.id)).toBe(2);
  live.seeOnly(null);
  expect(new Set(live.statementsOf(article.id))).toEqual(new Set([mine, hers, more]));
  live.close();
});

test("in blind mode just the coder's own rejections are seen", async () => {
  const actor = await openProject();
  const bea = must(await addCoder(actor, "Bea"));
  const byBea = { ...actor, coderId: bea.id };
  const article = { id: idOf<"article">(6), textId: idOf<"text">(7) };
  const mine = must(await rejectSuggestions(actor, article, [[{ start: 0, end: 2 }]]));
  const live = await LiveProject.open(actor.store, actor.projectId);
  if (!live) throw new Error("The project is there");
  expect(live.all("rejections")).toEqual(mine);
  live.seeOnly(bea.id);
  expect(live.all("rejections")).toEqual([]);
  const hers = must(await rejectSuggestions(byBea, article, [[{ start: 3, end: 9 }]]));
  expect(live.all("rejections")).toEqual(hers);
  live.seeOnly(null);
  expect(new Set(live.all("rejections"))).toEqual(new Set([...mine, ...hers]));
  live.close();
});

test("two coders cannot have one name", async () => {
  const actor = await openProject();
  const bea = must(await addCoder(actor, "Bea"));
  expect(refusal(await addCoder(actor, " bea "))).toContain("already");
  must(await addCoder(actor, "Cem"));
  expect(refusal(await renameCoder(actor, bea.id, "Cem"))).toContain("already");
  expect(refusal(await renameCoder(actor, bea.id, " "))).toContain("empty");
});
