import { describe, expect, test } from "vitest";
import type { Topic } from "../../../../src/model/codebook.ts";
import { arrowMove, dropMove, flatRows, topicRows } from "../../../../src/ui/codebook/rows.ts";
import { keyAction } from "../../../../src/ui/codebook/rowKeys.ts";
import { moved } from "../../../../src/model/topicTree.ts";
import { idOf, smallBundle } from "../../smallBundle.ts";

const [first] = smallBundle().topics;
if (!first) throw new Error("The small bundle has a topic");
const one: Topic = first;

/** economy > (trade > tariffs, steel), security */
const topics: Topic[] = [
  { ...one, id: idOf(1), name: "economy", position: 0 },
  { ...one, id: idOf(2), name: "trade", parentId: idOf(1), position: 0 },
  { ...one, id: idOf(3), name: "tariffs", parentId: idOf(2), position: 0 },
  { ...one, id: idOf(4), name: "steel", parentId: idOf(1), position: 1, keywords: [] },
  { ...one, id: idOf(5), name: "security", position: 1, keywords: [] },
];
const shown = (sought: string, collapsed: readonly string[] = []) =>
  topicRows(topics, { sought, collapsed: new Set(collapsed) }).map(
    ({ name, level }) => ".".repeat(level) + name,
  );

/** The tree after a move. */
function after(move: ReturnType<typeof arrowMove>): string[] {
  if (!move) return [];
  const changed = moved(topics, move.id, move.parentId, move.index) ?? [];
  const all = topics.map((topic) => changed.find(({ id }) => id === topic.id) ?? topic);
  return topicRows(all, { sought: "", collapsed: new Set() }).map(
    ({ name, level }) => ".".repeat(level) + name,
  );
}

describe("the rows of the topic tree", () => {
  test("stand in its order, without what is below a closed one", () => {
    expect(shown("")).toEqual([".economy", "..trade", "...tariffs", "..steel", ".security"]);
    expect(shown("", [idOf(2)])).toEqual([".economy", "..trade", "..steel", ".security"]);
  });

  test("are, in a search, those that have the words and all above them", () => {
    expect(shown("STEEL", [idOf(1)])).toEqual([".economy", "..steel"]);
    expect(shown("nothing like it")).toEqual([]);
  });

  test("tell assistive technology their place", () => {
    const rows = topicRows(topics, { sought: "", collapsed: new Set() });
    expect(rows.map(({ place, size, expanded }) => [place, size, expanded])).toEqual([
      [1, 2, true],
      [1, 2, true],
      [1, 1, null],
      [2, 2, null],
      [2, 2, null],
    ]);
  });
});

describe("moving a topic", () => {
  const topic = (name: string) => topics.find((each) => each.name === name) ?? one;

  test("with Alt and an arrow goes up, down, in below the one before, and out", () => {
    expect(after(arrowMove(topics, topic("steel"), "up"))[1]).toBe("..steel");
    expect(after(arrowMove(topics, topic("trade"), "down"))[1]).toBe("..steel");
    expect(after(arrowMove(topics, topic("steel"), "in"))).toContain("...steel");
    expect(after(arrowMove(topics, topic("trade"), "out"))).toEqual([
      ".economy",
      "..steel",
      ".trade",
      "..tariffs",
      ".security",
    ]);
    expect(arrowMove(topics, topic("economy"), "out")).toBeNull();
    expect(arrowMove(topics, topic("economy"), "up")).toBeNull();
  });

  test("by dropping it puts it where the line showed", () => {
    const steel = idOf<"topic">(4);
    expect(after(dropMove(topics, steel, topic("economy"), "before"))[0]).toBe(".steel");
    expect(after(dropMove(topics, steel, topic("economy"), "after")).at(-2)).toBe(".steel");
    expect(after(dropMove(topics, steel, topic("tariffs"), "into"))[3]).toBe("....steel");
  });
});

describe("the keys of the tree", () => {
  const rows = topicRows(topics, { sought: "", collapsed: new Set() });
  const press = (key: string, active: number, typed = { words: "", at: -10_000 }) =>
    keyAction(
      { key, altKey: false, ctrlKey: false, metaKey: false },
      { rows, active, movable: true, typed },
    );

  test("go to what begins with the letters typed; the same letter goes on", () => {
    const typed = { words: "", at: -10_000 };
    expect(press("t", 0, typed)).toEqual({ kind: "go", index: 1 });
    expect(press("a", 1, typed)).toEqual({ kind: "go", index: 2 });
    expect(press("s", 3)).toEqual({ kind: "go", index: 4 });
  });

  test("leave alone what belongs to the program", () => {
    expect(
      keyAction(
        { key: "z", altKey: false, ctrlKey: true, metaKey: false },
        { rows, active: 0, movable: true, typed: { words: "", at: 0 } },
      ),
    ).toBeNull();
  });

  test("close, open and climb", () => {
    expect(press("ArrowLeft", 0)).toEqual({ kind: "expand", expanded: false });
    expect(press("ArrowLeft", 2)).toEqual({ kind: "go", index: 1 });
    expect(press("ArrowRight", 0)).toEqual({ kind: "go", index: 1 });
    expect(press("ArrowRight", 2)).toBeNull();
  });
});

describe("the rows of a list", () => {
  test("are found by any of their names", () => {
    const rows = flatRows(
      [
        { id: "1", name: "Wang Yi", hint: "Foreign Minister", colour: null, found: ["王毅"] },
        { id: "2", name: "Ada", hint: "", colour: null, found: [] },
      ],
      "王",
    );
    expect(rows.map(({ name }) => name)).toEqual(["Wang Yi"]);
  });
});
