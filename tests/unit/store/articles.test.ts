import { describe, expect, test } from "vitest";
import { hashOf, noMetadata } from "../../../src/model/article.ts";
import { documentOf } from "../../../src/model/document.ts";
import {
  addArticles,
  deleteArticles,
  editArticle,
  findSameText,
  setProgress,
} from "../../../src/store/articles.ts";
import { undo, undoableOf } from "../../../src/store/undo.ts";
import { idOf } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

const article = (text: string, title = "") => ({
  metadata: { ...noMetadata, title },
  document: documentOf(text),
});

describe("articles", () => {
  test("are added with their words, all in one action", async () => {
    const actor = await openProject();
    const added = must(await addArticles(actor, [article("One.\nTwo.", "A"), article("关税 👍")]));
    expect(added.map(({ title, progress }) => [title, progress])).toEqual([
      ["A", "to do"],
      ["", "to do"],
    ]);
    const texts = await Promise.all(added.map(({ textId }) => actor.store.text(textId)));
    expect(texts.map((text) => text?.text)).toEqual(["One.\nTwo.", "关税 👍"]);
    expect((await undoableOf(actor.store, actor.projectId)).undo?.title).toBe("Add 2 articles");
    must(await undo(actor));
    expect((await recordsOf(actor.store)).articles.map(({ id }) => id)).toEqual([idOf(6)]);
  });

  test("with nothing in one of them are refused together", async () => {
    const actor = await openProject();
    expect(refusal(await addArticles(actor, [article("One."), article(" \n")]))).toBe(
      "The article has no words.",
    );
    expect((await recordsOf(actor.store)).articles).toHaveLength(1);
    expect(await actor.store.db.texts.count()).toBe(1);
  });

  test("with a wrong date are refused, with what a date is", async () => {
    const actor = await openProject();
    const dated = { ...article("One."), metadata: { ...noMetadata, publishedAt: "3 May" } };
    expect(refusal(await addArticles(actor, [dated]))).toContain(
      "publishedAt: expected YYYY, YYYY-MM or YYYY-MM-DD",
    );
    expect(refusal(await editArticle(actor, idOf(6), dated.metadata))).toContain("publishedAt");
  });

  test("are found again by their text, within their project", async () => {
    const { store, projectId } = await openProject();
    const hash = hashOf("We oppose this.");
    expect((await findSameText(store, projectId, hash))?.id).toBe(idOf(6));
    expect(await findSameText(store, projectId, hashOf("We oppose that."))).toBeUndefined();
    expect(await findSameText(store, idOf(99), hash)).toBeUndefined();
  });

  test("are corrected in what they say of themselves, and in nothing else", async () => {
    const actor = await openProject();
    const [before] = (await recordsOf(actor.store)).articles;
    must(
      await editArticle(actor, idOf(6), { ...noMetadata, title: "New", publishedAt: "2024-05" }),
    );
    expect((await recordsOf(actor.store)).articles).toEqual([
      { ...before, ...noMetadata, title: "New", publishedAt: "2024-05" },
    ]);
  });

  test("say how far their coding has come", async () => {
    const actor = await openProject();
    must(await setProgress(actor, [idOf(6)], "done"));
    expect((await recordsOf(actor.store)).articles.map(({ progress }) => progress)).toEqual([
      "done",
    ]);
    expect((await undoableOf(actor.store, actor.projectId)).undo?.title).toBe(
      "Mark an article “done”",
    );
  });

  test("are deleted with their statements; undo brings all back", async () => {
    const actor = await openProject();
    must(await addArticles(actor, [article("One.")]));
    const before = await recordsOf(actor.store);
    expect(must(await deleteArticles(actor, [idOf(6)]))).toBe(1);
    const after = await recordsOf(actor.store);
    expect([after.articles.length, after.statements.length]).toEqual([1, 0]);
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("that are gone are not changed", async () => {
    const actor = await openProject();
    must(await deleteArticles(actor, [idOf(6)]));
    expect(refusal(await editArticle(actor, idOf(6), noMetadata))).toContain("no longer there");
    expect(refusal(await setProgress(actor, [idOf(6)], "done"))).toContain("no longer there");
  });
});
