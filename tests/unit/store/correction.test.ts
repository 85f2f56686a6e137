import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { holds } from "../../../src/model/anchor.ts";
import { hashOf } from "../../../src/model/article.ts";
import { newId } from "../../../src/model/id.ts";
import { contentOf } from "../../../src/model/projectFile.ts";
import { anchored } from "../../../src/model/statement.ts";
import { smallBundle } from "../smallBundle.ts";
import { textOf } from "../../../src/model/document.ts";
import { faultOf, type ProjectBundle } from "../../../src/model/bundle.ts";
import { correctText } from "../../../src/store/correction.ts";
import { deleteArticles } from "../../../src/store/articles.ts";
import { bundleOf } from "../../../src/store/projects.ts";
import { editStatement, placeAgain, tagStatement } from "../../../src/store/statements.ts";
import type { Actor } from "../../../src/store/store.ts";
import { redo, undo, undoableOf } from "../../../src/store/undo.ts";
import { projectBundle } from "../arbitraries.ts";
import { correctionOf, replacing, type TextEdit } from "../correctionOf.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

/** Corrects the project's one article; its text is "We oppose this.", a statement on "oppose". */
async function correct(actor: Actor, ...edits: readonly TextEdit[]) {
  const { article, text } = await only(actor);
  const { document, correction } = correctionOf(text.text, ...edits);
  return correctText(actor, article, document, correction);
}

/** The small project with a text of its own and a statement on each "oppose" of it. */
function manyStatements(text: string): ProjectBundle {
  const bundle = smallBundle();
  const [article, statement] = [bundle.articles[0], bundle.statements[0]];
  if (!article || !statement) throw new Error("Not the small project");
  return {
    ...bundle,
    texts: bundle.texts.map((one) => ({ ...one, text, content: contentOf(text) })),
    articles: [{ ...article, textHash: hashOf(text) }],
    statements: Array.from(text.matchAll(/oppose/g), ({ index }) => ({
      ...statement,
      id: newId(),
      ranges: anchored(text, [{ start: index, end: index + "oppose".length }]),
      cue: null,
    })),
  };
}

function faultIn(bundle: ProjectBundle | undefined) {
  return bundle && faultOf(bundle);
}

async function only({ store }: Actor) {
  const { articles, statements } = await recordsOf(store);
  const article = articles[0];
  const text = article && (await store.text(article.textId));
  const statement = statements[0];
  if (!article || !text || !statement) throw new Error("Not the small project");
  return { article, text, statement };
}

describe("correcting the text of an article", () => {
  test("is one action, which undo takes back to the last bit, after a reload too", async () => {
    const actor = await openProject();
    const before = { ...(await only(actor)), all: await recordsOf(actor.store) };
    must(await correct(actor, replacing("We", "We all"), replacing("oppose", "opppose")));
    const after = await only(actor);
    expect(after.text.text).toBe("We all opppose this.");
    expect(after.statement.ranges.map(({ start, exact }) => [start, exact])).toEqual([
      [7, "opppose"],
    ]);
    expect(after.article.textHash).not.toBe(before.article.textHash);
    expect((await undoableOf(actor.store, actor.projectId)).undo?.title).toBe(
      "Correct the text of an article",
    );
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before.all);
    expect((await only(actor)).text).toEqual(before.text);
    must(await redo(actor));
    expect(await only(actor)).toEqual(after);
  });

  test("moves thousands of statements as one action, and undo finds its way past it", async () => {
    const text = `${"we oppose this. ".repeat(1500)}We oppose this.`;
    const actor = await openProject(manyStatements(text));
    const before = await recordsOf(actor.store);
    for (const words of ["They", "You", "All of us"]) {
      const first = /^\S+/.exec((await only(actor)).text.text)?.[0] ?? "";
      must(await correct(actor, replacing(first, words)));
      const { text: now } = await only(actor);
      for (const { ranges } of (await recordsOf(actor.store)).statements)
        for (const anchor of ranges) expect(holds(now.text, anchor)).toBe(true);
    }
    for (let i = 0; i < 3; i += 1) must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
    expect(await undoableOf(actor.store, actor.projectId)).toMatchObject({ undo: null });
  });

  test("tells by its date which statements have other words now", async () => {
    const actor = await openProject();
    must(await correct(actor, replacing("We", "They")));
    expect((await only(actor)).statement.updatedAt).toBe(0);
    must(await correct(actor, replacing("oppose", "support")));
    expect((await only(actor)).statement.updatedAt).toBeGreaterThan(0);
  });

  test("keeps a statement whose words are gone, with its old words, until it is placed", async () => {
    const actor = await openProject();
    must(await correct(actor, replacing("oppose ", "")));
    const { statement } = await only(actor);
    expect(statement.lost).toBe(true);
    expect(statement.ranges.map(({ exact }) => exact)).toEqual(["oppose"]);
    expect(faultIn(await bundleOf(actor.store, actor.projectId))).toBeNull();

    // Its labels can be changed, and the text corrected again, without a place for it.
    const labels = { speakers: [], topics: [], quotation: "mixed" as const, note: "?" };
    must(await editStatement(actor, statement.id, { ...labels, ranges: statement.ranges }));
    must(await correct(actor, replacing("this", "that")));
    expect((await only(actor)).statement).toMatchObject({
      lost: true,
      note: "?",
      ranges: statement.ranges,
    });

    must(await placeAgain(actor, statement.id, [{ start: 3, end: 7 }]));
    expect((await only(actor)).statement).toMatchObject({
      lost: false,
      ranges: [{ exact: "that" }],
    });
    must(await undo(actor));
    expect((await only(actor)).statement.lost).toBe(true);
  });

  test("takes along what was tagged in another tab meanwhile", async () => {
    const actor = await openProject();
    const { article, text } = await only(actor);
    const { document, correction } = correctionOf(text.text, replacing("We", "They"));
    const labels = { speakers: [], topics: [], quotation: "direct" as const, note: "" };
    const range = { start: 10, end: 14 };
    const made = must(await tagStatement(actor, article.id, { ...labels, ranges: [range] }));
    must(await correctText(actor, article, document, correction));
    const moved = await actor.store.db.records("statements").get(made.id);
    expect(moved?.ranges).toMatchObject([{ start: 12, end: 16, exact: "this" }]);
  });

  test("that changes nothing leaves no trace", async () => {
    const actor = await openProject();
    must(await correct(actor));
    expect((await undoableOf(actor.store, actor.projectId)).undo).toBeNull();
    expect(await actor.store.db.texts.count()).toBe(1);
  });
});

describe("a correction is refused, and nothing changes,", () => {
  test("when another one came first", async () => {
    const actor = await openProject();
    const { article, text } = await only(actor);
    const mine = correctionOf(text.text, replacing("We", "They"));
    must(await correct(actor, replacing("this", "that")));
    const before = await recordsOf(actor.store);
    expect(refusal(await correctText(actor, article, mine.document, mine.correction))).toContain(
      "was corrected meanwhile",
    );
    expect(await recordsOf(actor.store)).toEqual(before);
    expect(await actor.store.db.texts.count()).toBe(2);
  });

  test("when the article is gone", async () => {
    const actor = await openProject();
    const { article, text } = await only(actor);
    const { document, correction } = correctionOf(text.text, replacing("We", "They"));
    must(await deleteArticles(actor, [article.id]));
    expect(refusal(await correctText(actor, article, document, correction))).toContain(
      "no longer there",
    );
  });

  test("when no word is left", async () => {
    const actor = await openProject();
    expect(refusal(await correct(actor, replacing("We oppose this.", " ")))).toContain(
      "No word of the article is left",
    );
    expect((await only(actor)).text.text).toBe("We oppose this.");
  });

  test("when it holds half a character", async () => {
    const actor = await openProject();
    expect(refusal(await correct(actor, replacing("We", "W\ud83d")))).toContain("half a character");
  });
});

test("whatever was corrected is a sound project, and undone to the last bit", async () => {
  const cut = fc.record({ at: fc.nat(500), length: fc.nat(20), words: fc.constantFrom("", "x y") });
  await fc.assert(
    fc.asyncProperty(
      projectBundle,
      fc.array(cut, { minLength: 1, maxLength: 4 }),
      async (bundle, cuts) => {
        const actor = await openProject(bundle);
        const before = await recordsOf(actor.store);
        for (const article of before.articles) {
          const text = (await actor.store.text(article.textId))?.text ?? "";
          const edits = cuts.map(({ at, length, words }): TextEdit => (transform, position) => {
            const now = textOf(transform.doc);
            const whole = (offset: number) =>
              now.slice(0, offset).isWellFormed() ? offset : offset + 1;
            const from = position(whole(at % (now.length + 1)));
            const to = position(whole(Math.min(now.length, (at % (now.length + 1)) + length)));
            if (words === "") transform.delete(from, to);
            else transform.replaceWith(from, to, transform.doc.type.schema.text(words));
          });
          const { document, correction } = correctionOf(text, ...edits);
          const result = await correctText(actor, article, document, correction);
          if (!result.ok) expect(textOf(document).trim()).toBe("");
        }
        expect(faultIn(await bundleOf(actor.store, actor.projectId))).toBeNull();
        while (must(await undo(actor)));
        expect(await recordsOf(actor.store)).toEqual(before);
        await actor.store.db.delete();
      },
    ),
    { numRuns: 25 },
  );
});
