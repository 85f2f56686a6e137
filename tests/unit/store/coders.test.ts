import { expect, test } from "vitest";
import { documentOf } from "../../../src/model/document.ts";
import { noMetadata } from "../../../src/model/article.ts";
import { addArticles } from "../../../src/store/articles.ts";
import { addCoder, colourCoder, removeCoder, renameCoder } from "../../../src/store/coders.ts";
import { LiveProject } from "../../../src/store/liveProject.ts";
import {
  addComment,
  deleteComment,
  deleteStatements,
  tagStatement,
} from "../../../src/store/statements.ts";
import { undo } from "../../../src/store/undo.ts";
import { rejectSuggestions } from "../../../src/store/suggestions.ts";
import { idOf } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

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

test("a coder gets another colour, and undo gives the old one back", async () => {
  const actor = await openProject();
  const before = await recordsOf(actor.store);
  expect(must(await colourCoder(actor, actor.coderId, "#123456"))).toMatchObject({
    id: actor.coderId,
    colour: "#123456",
  });
  expect(refusal(await colourCoder(actor, actor.coderId, "blue"))).toContain("no colour");
  must(await undo(actor));
  expect(await recordsOf(actor.store)).toEqual(before);
});

test("a coder is removed who has coded nothing, and undo brings them back", async () => {
  const actor = await openProject();
  expect(refusal(await removeCoder(actor, actor.coderId))).toContain("only coder");
  const bea = must(await addCoder(actor, "Bea"));
  const before = await recordsOf(actor.store);
  must(await removeCoder(actor, bea.id));
  expect((await recordsOf(actor.store)).coders.map(({ id }) => id)).not.toContain(bea.id);
  must(await undo(actor));
  expect(await recordsOf(actor.store)).toEqual(before);
});

test("a coder stays who has statements, comments or rejections", async () => {
  const actor = await openProject();
  const bea = must(await addCoder(actor, "Bea"));
  const byBea = { ...actor, coderId: bea.id };
  const article = { id: idOf<"article">(6), textId: idOf<"text">(7) };
  const said = {
    ranges: [{ start: 0, end: 2 }],
    speakers: [],
    topics: [],
    quotation: "indirect" as const,
    note: "",
  };
  const hers = must(await tagStatement(byBea, article.id, said));
  expect(refusal(await removeCoder(actor, bea.id))).toContain("statements");
  must(await deleteStatements(actor, [hers.id]));
  const mine = must(await tagStatement(actor, article.id, said));
  must(await addComment(byBea, mine.id, "why?"));
  expect(refusal(await removeCoder(actor, bea.id))).toContain("comments");
  must(await deleteComment(actor, mine.id, 0));
  must(await rejectSuggestions(byBea, article, [[{ start: 0, end: 2 }]]));
  expect(refusal(await removeCoder(actor, bea.id))).toContain("turned suggestions down");
  must(await undo(actor));
  expect(must(await removeCoder(actor, bea.id))).toEqual(bea);
});
