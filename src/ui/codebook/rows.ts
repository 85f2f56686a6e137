import type { Topic } from "../../model/codebook.ts";
import type { TopicId } from "../../model/id.ts";
import { folded } from "../../model/name.ts";
import { branchesOf, type Branches } from "../../model/topicTree.ts";

/** One line of a list of entries. */
export interface Row {
  readonly id: string;
  readonly name: string;
  /** What stands after the name, fainter. */
  readonly hint: string;
  /** Null where entries have no colour. */
  readonly colour: string | null;
  /** How deep it stands in the tree, from 1. */
  readonly level: number;
  /** Its place among those of the same parent, from 1, and how many they are. */
  readonly place: number;
  readonly size: number;
  /** Whether those below it are shown; null where there are none. */
  readonly expanded: boolean | null;
  readonly parentId: string | null;
}

/** The rows of a tree, from the top down. A search shows what has the words and all above it. */
export function topicRows(
  topics: readonly Topic[],
  { sought, collapsed }: { readonly sought: string; readonly collapsed: ReadonlySet<string> },
): Row[] {
  const branches = branchesOf(topics);
  const words = folded(sought);
  const kept = words === "" ? null : matchingBranches(branches, words);
  const rows: Row[] = [];
  const add = (parentId: TopicId | null, level: number): void => {
    const siblings = (branches.get(parentId) ?? []).filter(({ id }) => kept?.has(id) ?? true);
    for (const [i, topic] of siblings.entries()) {
      const below = (branches.get(topic.id) ?? []).some(({ id }) => kept?.has(id) ?? true);
      const expanded = below ? kept !== null || !collapsed.has(topic.id) : null;
      rows.push({
        id: topic.id,
        name: topic.name,
        hint: topic.shortcut.toUpperCase(),
        colour: topic.colour,
        level,
        place: i + 1,
        size: siblings.length,
        expanded,
        parentId,
      });
      if (expanded) add(topic.id, level + 1);
    }
  };
  add(null, 1);
  return rows;
}

/** The rows of a list without levels: those that have the words in any of their texts. */
export function flatRows(
  entries: readonly (Pick<Row, "id" | "name" | "hint" | "colour"> & {
    readonly found: readonly string[];
  })[],
  sought: string,
): Row[] {
  const words = folded(sought);
  const shown = entries.filter(({ name, hint, found }) =>
    [name, hint, ...found].some((text) => folded(text).includes(words)),
  );
  return shown.map(({ id, name, hint, colour }, i) => ({
    id,
    name,
    hint,
    colour,
    level: 1,
    place: i + 1,
    size: shown.length,
    expanded: null,
    parentId: null,
  }));
}

/** Where a topic goes: below this parent, at this place among those there (itself not counted). */
export interface Move {
  readonly id: TopicId;
  readonly parentId: TopicId | null;
  readonly index: number;
}

/** Where Alt and an arrow put a topic; null where it can go no further that way. */
export function arrowMove(
  topics: readonly Topic[],
  topic: Topic,
  way: "up" | "down" | "in" | "out",
): Move | null {
  const branches = branchesOf(topics);
  const parent = topics.find(({ id }) => id === topic.parentId);
  const siblings = branches.get(parent?.id ?? null) ?? [];
  const at = siblings.findIndex(({ id }) => id === topic.id);
  const move = (parentId: TopicId | null, index: number): Move => ({
    id: topic.id,
    parentId,
    index,
  });
  switch (way) {
    case "up":
      return at > 0 ? move(parent?.id ?? null, at - 1) : null;
    case "down":
      return at < siblings.length - 1 ? move(parent?.id ?? null, at + 1) : null;
    case "in": {
      const before = siblings[at - 1];
      return before ? move(before.id, branches.get(before.id)?.length ?? 0) : null;
    }
    case "out": {
      if (!parent) return null;
      const uncles =
        branches.get(topics.find(({ id }) => id === parent.parentId)?.id ?? null) ?? [];
      return move(parent.parentId, uncles.findIndex(({ id }) => id === parent.id) + 1);
    }
  }
}

/** Where a topic goes that is dropped before, after or into another. */
export function dropMove(
  topics: readonly Topic[],
  id: TopicId,
  target: Topic,
  zone: "before" | "after" | "into",
): Move {
  const branches = branchesOf(topics);
  const others = (parentId: TopicId | null) =>
    (branches.get(parentId) ?? []).filter((topic) => topic.id !== id);
  if (zone === "into") return { id, parentId: target.id, index: others(target.id).length };
  const at = others(target.parentId).findIndex((topic) => topic.id === target.id);
  return { id, parentId: target.parentId, index: zone === "before" ? at : at + 1 };
}

function matchingBranches(branches: Branches, words: string): ReadonlySet<string> {
  const kept = new Set<string>();
  const visit = (topic: Topic): boolean => {
    const below = (branches.get(topic.id) ?? []).map(visit).some(Boolean);
    const found = [topic.name, topic.definition, ...topic.keywords].some((text) =>
      folded(text).includes(words),
    );
    if (found || below) kept.add(topic.id);
    return found || below;
  };
  for (const topic of branches.get(null) ?? []) visit(topic);
  return kept;
}
