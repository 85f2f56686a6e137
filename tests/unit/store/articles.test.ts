import { describe, expect, test } from "vitest";
import { noMetadata, type Metadata } from "../../../src/model/article.ts";
import type { Field } from "../../../src/model/field.ts";
import { documentOf } from "../../../src/model/document.ts";
import {
  addArticles,
  deleteArticles,
  editArticle,
  editArticles,
  textsOf,
  setProgress,
} from "../../../src/store/articles.ts";
import { undo, undoableOf } from "../../../src/store/undo.ts";
import { idOf } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

const article = (text: string, title = "") => ({
  metadata: { ...noMetadata, title },
  document: documentOf(text),
});

const details = (metadata: Metadata, note = "") => ({ metadata, note, fields: {} });

const field: Field = {
  id: idOf(70),
  projectId: idOf(1),
  on: "article",
  name: "Tone",
  kind: "choice",
  choices: ["hard"],
  archived: false,
  position: 0,
};

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
    expect(refusal(await editArticle(actor, idOf(6), details(dated.metadata)))).toContain(
      "publishedAt",
    );
  });

  test("give their words, in the order that was asked for", async () => {
    const actor = await openProject();
    const many = Array.from({ length: 230 }, (_, i) => article(`Text ${i}.`));
    const added = must(await addArticles(actor, many)).toReversed();
    const texts: string[] = [];
    for await (const { text } of textsOf(actor.store, added)) texts.push(text);
    expect(texts).toEqual(many.map((_, i) => `Text ${i}.`).toReversed());
  });

  test("are given a value in one part, all of them in one action, which undo takes back", async () => {
    const actor = await openProject();
    await actor.store.db.records("fields").add(field);
    const added = must(await addArticles(actor, [article("One."), article("Two.")]));
    const ids = added.map(({ id }) => id);
    expect(must(await editArticles(actor, ids, { part: "publisher", value: "CP" }))).toBe(2);
    must(await editArticles(actor, ids, { part: "progress", value: "done" }));
    must(await editArticles(actor, ids, { part: "field", fieldId: field.id, value: "hard" }));
    const records = async () =>
      (await recordsOf(actor.store)).articles
        .filter(({ id }) => ids.includes(id))
        .map(({ publisher, progress, fields }) => [publisher, progress, fields[field.id]]);
    expect(await records()).toEqual([
      ["CP", "done", "hard"],
      ["CP", "done", "hard"],
    ]);
    expect((await undoableOf(actor.store, actor.projectId)).undo?.title).toBe(
      "Set the field of 2 articles",
    );
    must(await undo(actor));
    expect(await records()).toEqual([
      ["CP", "done", undefined],
      ["CP", "done", undefined],
    ]);
    must(await editArticles(actor, ids, { part: "field", fieldId: field.id, value: null }));
    expect(
      refusal(await editArticles(actor, ids, { part: "publishedAt", value: "May" })),
    ).toContain("publishedAt");
    expect(
      refusal(await editArticles(actor, ids, { part: "field", fieldId: field.id, value: "x" })),
    ).toContain("must be one of");
  });

  test("do not take values of fields that are not there or do not fit", async () => {
    const actor = await openProject();
    const strange = { ...article("One."), fields: { [field.id]: "hard" } };
    expect(refusal(await addArticles(actor, [strange]))).toContain("no longer in the codebook");
    await actor.store.db.records("fields").add({ ...field, choices: ["soft"] });
    expect(refusal(await addArticles(actor, [strange]))).toContain("must be one of: soft");
    await actor.store.db.records("fields").put(field);
    const [added] = must(await addArticles(actor, [{ ...strange, note: "n" }]));
    expect(added).toMatchObject({ fields: { [field.id]: "hard" }, note: "n" });
  });

  test("are corrected in what they say of themselves, and in nothing else", async () => {
    const actor = await openProject();
    const [before] = (await recordsOf(actor.store)).articles;
    must(
      await editArticle(
        actor,
        idOf(6),
        details({ ...noMetadata, title: "New", publishedAt: "2024-05" }, "See page 2"),
      ),
    );
    expect((await recordsOf(actor.store)).articles).toEqual([
      { ...before, ...noMetadata, title: "New", publishedAt: "2024-05", note: "See page 2" },
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
    expect(refusal(await editArticle(actor, idOf(6), details(noMetadata)))).toContain(
      "no longer there",
    );
    expect(refusal(await setProgress(actor, [idOf(6)], "done"))).toContain("no longer there");
  });
});
