import { describe, expect, test } from "vitest";
import { deleteArticles } from "../../../src/store/articles.ts";
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
});
