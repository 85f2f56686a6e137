import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import { applyEdit, type Records } from "../../../src/model/change.ts";
import {
  joinByName,
  laterSide,
  mergedLists,
  mergeEdits,
  planMerge,
  type Known,
  type MergedList,
} from "../../../src/model/projectMerge.ts";
import { projectBundle } from "../arbitraries.ts";
import { idOf, smallBundle } from "../smallBundle.ts";

const never: Known = { earlier: [], deleted: false };
/** Nobody knows who changed what: each difference is a conflict. */
const unknown: Known = { earlier: [{}], deleted: false };

function merged(ours: ProjectBundle, theirs: ProjectBundle, known: Known = unknown): ProjectBundle {
  const records = new Map<string, Records[MergedList]>();
  for (const list of mergedLists)
    for (const one of ours[list]) records.set(`${list} ${one.id}`, one);
  for (const edit of mergeEdits(
    planMerge(ours, theirs, () => known),
    laterSide,
    false,
  )) {
    const key = `${edit.table} ${edit.id}`;
    const record = applyEdit(edit, records.get(key));
    if (record === "conflict" || !record) throw new Error(`No sound edit of ${key}`);
    records.set(key, record as Records[MergedList]); // merged lists alone are edited
  }
  const of = (list: MergedList) =>
    [...records].flatMap(([key, record]) => (key.startsWith(`${list} `) ? [record] : []));
  return { ...ours, ...Object.fromEntries(mergedLists.map((list) => [list, of(list)])) };
}

/** What each record is, whatever the order. */
function contents(bundle: ProjectBundle) {
  return Object.fromEntries(
    mergedLists.map((list) => [list, new Map(bundle[list].map((one) => [one.id, one]))]),
  );
}

/** A project as another coder left it: some records gone, some notes and times changed. */
const versionsOf = (base: ProjectBundle) =>
  fc
    .record({
      statements: fc.subarray([...base.statements]),
      topics: fc.subarray([...base.topics]),
      note: fc.constantFrom("", "one", "two"),
      at: fc.nat(3),
      touched: fc.nat(3),
    })
    .map(({ statements, topics, note, at, touched }): ProjectBundle => ({
      ...base,
      topics: topics.map((topic, i) => (i === touched ? { ...topic, definition: note } : topic)),
      statements: statements.map((statement, i) =>
        i === touched ? { ...statement, note, updatedAt: at } : statement,
      ),
    }));
const three = projectBundle.chain((base) =>
  fc.tuple(versionsOf(base), versionsOf(base), versionsOf(base)),
);

describe("merging versions of a project", () => {
  test("gives the same whichever are merged first", () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(contents(merged(merged(a, b), c))).toEqual(contents(merged(a, merged(b, c))));
        expect(contents(merged(a, b))).toEqual(contents(merged(b, a)));
        expect(contents(merged(a, a))).toEqual(contents(a));
      }),
    );
  });

  test("loses nothing of either", () => {
    fc.assert(
      fc.property(three, ([a, b]) => {
        const both = contents(merged(a, b));
        for (const side of [a, b])
          for (const list of mergedLists)
            for (const { id } of side[list]) expect(both[list]?.has(id)).toBe(true);
      }),
    );
  });
});

describe("a record that differs", () => {
  const ours = smallBundle();
  const theirs = smallBundle({ statement: { note: "theirs", updatedAt: 5 } });

  test("is taken from them when it was never changed here", () => {
    const plan = planMerge(ours, theirs, () => never);
    expect(plan.changed).toEqual([
      expect.objectContaining({ after: { note: "theirs", updatedAt: 5 } }),
    ]);
    expect(plan.conflicts).toEqual([]);
  });

  test("stays ours when theirs is what it once was here", () => {
    const [theirStatement] = theirs.statements;
    const plan = planMerge(ours, theirs, (list) =>
      list === "statements" && theirStatement
        ? { earlier: [theirStatement], deleted: false }
        : never,
    );
    expect([plan.changed, plan.conflicts, plan.added]).toEqual([[], [], []]);
  });

  test("is a conflict, with its fields, when both changed it", () => {
    const plan = planMerge(ours, theirs, (list) => (list === "statements" ? unknown : never));
    expect(plan.conflicts).toEqual([
      expect.objectContaining({ list: "statements", fields: ["note", "updatedAt"] }),
    ]);
    expect(mergeEdits(plan, () => "ours", false)).toEqual([]);
    expect(mergeEdits(plan, () => "theirs", false)).toHaveLength(1);
  });

  test("that was deleted here comes back only when it is asked for", () => {
    const without = { ...ours, statements: [] };
    const plan = planMerge(without, theirs, (list) =>
      list === "statements" ? { earlier: [], deleted: true } : never,
    );
    expect(mergeEdits(plan, laterSide, false)).toEqual([]);
    expect(mergeEdits(plan, laterSide, true)).toHaveLength(1);
  });
});

test("entries of one name become one, and their statements name it", () => {
  const ours = smallBundle();
  const [topic] = ours.topics;
  const [speaker] = ours.speakers;
  const [statement] = ours.statements;
  if (!topic || !speaker || !statement) throw new Error("The bundle has one of each");
  const theirs: ProjectBundle = {
    ...ours,
    topics: [{ ...topic, id: idOf(30), name: " Tariffs " }],
    speakers: [{ ...speaker, id: idOf(50), name: "wang yi" }],
    statements: [
      {
        ...statement,
        id: idOf(80),
        speakerIds: [idOf(50)],
        topics: [{ topicId: idOf(30), stance: "supports" }],
      },
    ],
  };
  const joined = joinByName(ours, theirs);
  expect(joined.topics).toEqual([]);
  expect(joined.speakers).toEqual([]);
  expect(joined.statements[0]).toMatchObject({
    speakerIds: [speaker.id],
    topics: [{ topicId: topic.id, stance: "supports" }],
  });
});
