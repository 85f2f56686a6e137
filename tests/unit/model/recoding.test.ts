import { describe, expect, test } from "vitest";
import { recoded, type Recoding } from "../../../src/model/recoding.ts";
import type { Statement } from "../../../src/model/statement.ts";
import { idOf, smallBundle } from "../smallBundle.ts";

const [small] = smallBundle().statements;
if (!small) throw new Error("a project of one each");
const statement: Statement = small;
const [a, b, c] = [idOf<"topic">(3), idOf<"topic">(31), idOf<"topic">(32)];

function topicsAfter(topics: Statement["topics"], recoding: Recoding) {
  return recoded({ ...statement, topics }, recoding).topics.map((t) => [t.topicId, t.stance]);
}

describe("a recoding", () => {
  test("puts one topic in the place of another and keeps its stance and place", () => {
    const topics = [
      { topicId: a, stance: "opposes" },
      { topicId: c, stance: "neutral" },
    ] as const;
    expect(topicsAfter(topics, { do: "replace topic", from: a, to: b })).toEqual([
      [b, "opposes"],
      [c, "neutral"],
    ]);
  });

  test("of a topic by one that is there makes one of them, and a decided stance stays", () => {
    const both = (first: "opposes" | "not set", second: "supports" | "not set") =>
      topicsAfter(
        [
          { topicId: a, stance: first },
          { topicId: b, stance: second },
        ],
        { do: "replace topic", from: a, to: b },
      );
    expect(both("opposes", "not set")).toEqual([[b, "opposes"]]);
    expect(both("opposes", "supports")).toEqual([[b, "supports"]]);
    expect(both("not set", "supports")).toEqual([[b, "supports"]]);
  });

  test("sets the stance on one topic or on all, and never adds a topic", () => {
    const topics = [
      { topicId: a, stance: "not set" },
      { topicId: b, stance: "not set" },
    ] as const;
    expect(topicsAfter(topics, { do: "set stance", topic: b, stance: "neutral" })).toEqual([
      [a, "not set"],
      [b, "neutral"],
    ]);
    expect(topicsAfter(topics, { do: "set stance", topic: null, stance: "opposes" })).toEqual([
      [a, "opposes"],
      [b, "opposes"],
    ]);
    expect(topicsAfter([], { do: "set stance", topic: c, stance: "opposes" })).toEqual([]);
  });

  test("of speakers names none of them twice", () => {
    const speakerIds = [idOf<"speaker">(5), idOf<"speaker">(51)];
    const after = recoded(
      { ...statement, speakerIds },
      { do: "replace speaker", from: idOf(5), to: idOf(51) },
    );
    expect(after.speakerIds).toEqual([idOf(51)]);
  });

  test("sets a field's value and takes it away, so that not set is not empty", () => {
    const field = idOf<"field">(70);
    const set = recoded(statement, { do: "set field", field, value: 0 });
    expect(set.fields).toEqual({ [field]: 0 });
    expect(recoded(set, { do: "set field", field, value: null }).fields).toEqual({});
  });

  test("that has nothing to change gives back the very statement", () => {
    const nothing: readonly Recoding[] = [
      { do: "replace topic", from: b, to: c },
      { do: "replace topic", from: a, to: a },
      { do: "add topic", topic: a, stance: "supports" },
      { do: "remove topic", topic: b },
      { do: "set topics", topics: statement.topics },
      { do: "replace speaker", from: idOf(51), to: idOf(5) },
      { do: "add speaker", speaker: idOf(5) },
      { do: "remove speaker", speaker: idOf(51) },
      { do: "set speakers", speakers: [idOf(5)] },
      { do: "set stance", topic: null, stance: "opposes" },
      { do: "set quotation", quotation: statement.quotation },
      { do: "set note", note: statement.note },
      { do: "set to discuss", toDiscuss: false },
      { do: "set field", field: idOf(70), value: null },
      { do: "set coder", coder: statement.coderId },
    ];
    for (const recoding of nothing) expect(recoded(statement, recoding)).toBe(statement);
  });
});
