import type { Topic } from "./codebook.ts";
import type { TopicId } from "./id.ts";

/** The topics below each topic, and below null those of the top level; each list in its order. */
export type Branches = ReadonlyMap<TopicId | null, readonly Topic[]>;

export function branchesOf(topics: readonly Topic[]): Branches {
  const ids = new Set(topics.map(({ id }) => id));
  // A topic whose parent is not among them stands at the top rather than nowhere.
  const parentOf = ({ parentId }: Topic) =>
    parentId !== null && ids.has(parentId) ? parentId : null;
  const branches = Map.groupBy(topics, parentOf);
  for (const list of branches.values()) list.sort(inOrder);
  return branches;
}

/** A topic and all below it, from the top down, each before those below it. */
export function subtreeOf(branches: Branches, topic: Topic): Topic[] {
  return [topic, ...(branches.get(topic.id) ?? []).flatMap((child) => subtreeOf(branches, child))];
}

/** The whole tree from the top down, each topic before those below it. */
export function topDown(branches: Branches): Topic[] {
  return (branches.get(null) ?? []).flatMap((topic) => subtreeOf(branches, topic));
}

/** The topics above a topic, from the top level to its parent. */
export function waysTo(byId: ReadonlyMap<TopicId, Topic>, topic: Topic): Topic[] {
  const parent = topic.parentId === null ? undefined : byId.get(topic.parentId);
  return parent ? [...waysTo(byId, parent), parent] : [];
}

/**
 * The topics that change when one is put below `parentId`, at `index` among those there (itself not
 * counted). Null when it would stand below itself.
 */
export function moved(
  topics: readonly Topic[],
  id: TopicId,
  parentId: TopicId | null,
  index: number,
): Topic[] | null {
  const branches = branchesOf(topics);
  const topic = topics.find((one) => one.id === id);
  if (!topic) return [];
  if (subtreeOf(branches, topic).some((below) => below.id === parentId)) return null;
  const others = (branches.get(parentId) ?? []).filter((one) => one.id !== id);
  const list = others.toSpliced(Math.max(0, index), 0, { ...topic, parentId });
  return changedAmong(topics, numbered(list));
}

/**
 * Every topic as it stands when some are gone: those below them move up to where they stood, in
 * their order. Those that are gone are left out.
 */
export function without(topics: readonly Topic[], gone: ReadonlySet<TopicId>): Topic[] {
  const branches = branchesOf(topics);
  const rest: Topic[] = [];
  const standing = (parentId: TopicId | null): Topic[] =>
    (branches.get(parentId) ?? []).flatMap((topic) =>
      gone.has(topic.id) ? standing(topic.id) : [topic],
    );
  const settle = (parentId: TopicId | null): void => {
    const list = standing(parentId);
    const whole = list.length === branches.get(parentId)?.length;
    const settled = list.map((topic) => ({ ...topic, parentId }));
    const same = whole && list.every((topic, i) => topic === branches.get(parentId)?.[i]);
    rest.push(...(same ? settled : numbered(settled)));
    for (const topic of list) settle(topic.id);
  };
  settle(null);
  return rest;
}

/** Those of `after` that are not as they are in `before`. */
function changedAmong(before: readonly Topic[], after: readonly Topic[]): Topic[] {
  const was = new Map(before.map((topic) => [topic.id, topic]));
  return after.filter((topic) => {
    const old = was.get(topic.id);
    return old?.parentId !== topic.parentId || old.position !== topic.position;
  });
}

/** In this order, from position 0 on. */
export function numbered(topics: readonly Topic[]): Topic[] {
  return topics.map((topic, position) => ({ ...topic, position }));
}

function inOrder(a: Topic, b: Topic): number {
  return a.position - b.position || (a.id < b.id ? -1 : 1);
}
