import { describe, expect, test } from "vitest";
import { deleteArticles } from "../../../src/store/articles.ts";
import { createField } from "../../../src/store/codebookFields.ts";
import {
  deleteStatements,
  editStatement,
  moveRanges,
  tagStatement,
  type Tagging,
} from "../../../src/store/statements.ts";
import { undo } from "../../../src/store/undo.ts";
import { idOf, smallBundle } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

const tagging: Tagging = {
  ranges: [{ start: 0, end: 2 }],
  speakers: [],
  topics: [],
  quotation: "indirect",
  note: "",
};

describe("a statement", () => {
  test("is kept with its exact words, by whom and on what", async () => {
    const actor = await openProject();
    const statement = must(
      await tagStatement(actor, idOf(6), {
        ...tagging,
        ranges: [
          { start: 10, end: 14 },
          { start: 0, end: 2 },
        ],
        speakers: [{ id: idOf(5) }],
        topics: [{ id: idOf(3), stance: "not set" }],
        note: "n",
      }),
    );
    expect(statement).toMatchObject({
      articleId: idOf(6),
      speakerIds: [idOf(5)],
      topics: [{ topicId: idOf(3), stance: "not set" }],
      coderId: actor.coderId,
      origin: "manual",
    });
    expect(statement.ranges.map(({ start, exact }) => [start, exact])).toEqual([
      [0, "We"],
      [10, "this"],
    ]);
    expect((await recordsOf(actor.store)).statements).toContainEqual(statement);
  });

  test("is not made of words of a text that was corrected meanwhile", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    must(await tagStatement(actor, idOf(6), { ...tagging, textId: idOf(7) }));
    must(await undo(actor));
    expect(refusal(await tagStatement(actor, idOf(6), { ...tagging, textId: idOf(70) }))).toContain(
      "corrected meanwhile",
    );
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("makes speakers and topics that are new; undo takes them away with it", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    must(
      await tagStatement(actor, idOf(6), {
        ...tagging,
        speakers: [{ name: " Li " }],
        topics: [{ name: "trade", stance: "neutral" }],
      }),
    );
    const { speakers, topics } = await recordsOf(actor.store);
    expect(speakers.map(({ name }) => name)).toEqual(["Wang Yi", "Li"]);
    expect(topics.map(({ name, position }) => [name, position])).toEqual([
      ["tariffs", 0],
      ["trade", 1],
    ]);
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("takes a name or alias that is there for the one it is", async () => {
    const actor = await openProject();
    const named = [{ name: "WANG" }, { name: " wang  yi " }];
    const statement = must(
      await tagStatement(actor, idOf(6), {
        ...tagging,
        speakers: named,
        topics: [{ name: "Tariffs", stance: "opposes" }],
      }),
    );
    expect(statement.speakerIds).toEqual([idOf(5)]);
    expect(statement.topics).toEqual([{ topicId: idOf(3), stance: "opposes" }]);
  });

  test("is changed, moved and deleted", async () => {
    const actor = await openProject();
    const [before] = smallBundle().statements;
    must(await editStatement(actor, idOf(8), { ...tagging, note: "new" }));
    expect((await recordsOf(actor.store)).statements[0]).toMatchObject({
      note: "new",
      speakerIds: [],
      topics: [],
    });
    must(await moveRanges(actor, idOf(8), [{ start: 3, end: 14 }]));
    expect((await recordsOf(actor.store)).statements[0]?.ranges.map(({ exact }) => exact)).toEqual([
      "oppose this",
    ]);
    must(await undo(actor));
    must(await undo(actor));
    expect((await recordsOf(actor.store)).statements).toEqual([before]);
    expect(must(await deleteStatements(actor, [idOf(8), idOf(99)]))).toBe(1);
    expect((await recordsOf(actor.store)).statements).toEqual([]);
  });

  test("whose article, speaker or topic is gone is refused, and nothing of it is kept", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    const half: Tagging = {
      ...tagging,
      speakers: [{ name: "Li" }],
      topics: [{ id: idOf(99), stance: "not set" }],
    };
    expect(refusal(await tagStatement(actor, idOf(6), half))).toContain(
      "A topic of this statement is no longer",
    );
    expect(
      refusal(await tagStatement(actor, idOf(6), { ...tagging, speakers: [{ id: idOf(99) }] })),
    ).toContain("A speaker");
    expect(await recordsOf(actor.store)).toEqual(before);
    must(await deleteArticles(actor, [idOf(6)]));
    expect(refusal(await tagStatement(actor, idOf(6), tagging))).toContain(
      "This article is no longer there",
    );
    expect(refusal(await editStatement(actor, idOf(8), tagging))).toContain(
      "This statement is no longer there",
    );
  });

  test("takes values of the project's own fields in the same action, and keeps those not named", async () => {
    const actor = await openProject();
    const tone = must(
      await createField(actor, {
        on: "statement",
        name: "Tone",
        kind: "choice",
        choices: ["calm"],
      }),
    );
    const page = must(
      await createField(actor, { on: "statement", name: "Page", kind: "number", choices: [] }),
    );
    const before = await recordsOf(actor.store);
    const made = must(
      await tagStatement(actor, idOf(6), {
        ...tagging,
        speakers: [{ name: "Li" }],
        fields: { [tone.id]: "calm", [page.id]: 3 },
      }),
    );
    expect(made.fields).toEqual({ [tone.id]: "calm", [page.id]: 3 });
    const edited = must(
      await editStatement(actor, made.id, { ...tagging, fields: { [page.id]: null } }),
    );
    expect(edited.fields).toEqual({ [tone.id]: "calm" });
    expect(must(await editStatement(actor, made.id, tagging)).fields).toEqual({
      [tone.id]: "calm",
    });
    must(await undo(actor));
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("with a value that does not fit its field, or for a field that is gone, is refused whole", async () => {
    const actor = await openProject();
    const on = { kind: "number", choices: [] } as const;
    const page = must(await createField(actor, { on: "statement", name: "Page", ...on }));
    const words = must(await createField(actor, { on: "article", name: "Words", ...on }));
    const before = await recordsOf(actor.store);
    const withValue = (fields: Tagging["fields"]) =>
      tagStatement(actor, idOf(6), {
        ...tagging,
        speakers: [{ name: "Li" }],
        ...(fields && { fields }),
      });
    expect(refusal(await withValue({ [page.id]: "three" }))).toBe("“Page” must be a number.");
    expect(refusal(await withValue({ [words.id]: 3 }))).toContain("A field of this statement");
    expect(refusal(await withValue({ [idOf<"field">(99)]: 3 }))).toContain("is no longer");
    expect(await recordsOf(actor.store)).toEqual(before);
  });
});
