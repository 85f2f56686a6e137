import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Speaker, Topic } from "../../../src/model/codebook.ts";
import type { SpeakerId, TopicId } from "../../../src/model/id.ts";
import {
  speakerMerged,
  topicMergeEffect,
  topicsMerged,
  withSpeakersMerged,
  withTopicsMerged,
  type StanceRule,
} from "../../../src/model/merge.ts";
import { stances, type Statement } from "../../../src/model/statement.ts";
import { branchesOf, moved, topDown, without } from "../../../src/model/topicTree.ts";
import { idOf, smallBundle } from "../smallBundle.ts";

const topicIds = Array.from({ length: 6 }, (_, i) => idOf<"topic">(100 + i));
const speakerIds = Array.from({ length: 5 }, (_, i) => idOf<"speaker">(200 + i));
const [first] = smallBundle().statements;
if (!first) throw new Error("The small bundle has a statement");
const small: Statement = first;

const statement = fc
  .record({
    topics: fc
      .subarray(topicIds)
      .chain((ids) =>
        fc.tuple(
          ...ids.map((topicId) =>
            fc.record({ topicId: fc.constant(topicId), stance: fc.constantFrom(...stances) }),
          ),
        ),
      ),
    speakerIds: fc.shuffledSubarray(speakerIds),
    toDiscuss: fc.boolean(),
  })
  .map((parts): Statement => ({ ...small, ...parts }));

/** A forest over the topics: each stands at the top or below one drawn before it. */
const forest = fc
  .tuple(
    fc.shuffledSubarray(topicIds, { minLength: topicIds.length }),
    fc.array(fc.nat(5), { minLength: 6, maxLength: 6 }),
    fc.array(fc.constantFrom("", "One.", "Two.\n\nOne."), { minLength: 6, maxLength: 6 }),
  )
  .map(([ids, parents, definitions]) =>
    ids.map((id, i): Topic => {
      const parent = (parents[i] ?? 0) % (i + 1);
      return {
        id,
        projectId: idOf(1),
        parentId: parent === i ? null : (ids[parent] ?? null),
        name: `topic ${id.slice(-3)}`,
        colour: "#1d4ed8",
        definition: definitions[i] ?? "",
        keywords: [`word ${i % 4}`],
        shortcut: "",
        archived: false,
        position: i,
      };
    }),
  );

/** Three topics, all different. */
const three = fc
  .shuffledSubarray(topicIds, { minLength: 3, maxLength: 3 })
  .map(([a, b, c]) => [a ?? idOf(0), b ?? idOf(0), c ?? idOf(0)] as const);

const rule = fc.constantFrom<StanceRule>("keep", "discuss");

describe("merging topics", () => {
  test("of statements is associative: in which order does not matter", () => {
    fc.assert(
      fc.property(statement, three, rule, (one, [into, b, c], by) => {
        const atOnce = withTopicsMerged(one, into, new Set([b, c]), by);
        const inTurn = withTopicsMerged(
          withTopicsMerged(one, into, new Set([b]), by),
          into,
          new Set([c]),
          by,
        );
        const innerFirst = withTopicsMerged(
          withTopicsMerged(one, b, new Set([c]), by),
          into,
          new Set([b]),
          by,
        );
        expect(inTurn).toEqual(atOnce);
        expect(innerFirst).toEqual(atOnce);
      }),
    );
  });

  test("loses no label and no set stance, and touches nothing else", () => {
    fc.assert(
      fc.property(statement, three, rule, (one, [into, b, c], by) => {
        const group = new Set<TopicId>([into, b, c]);
        const after = withTopicsMerged(one, into, new Set([b, c]), by);
        const had = one.topics.filter(({ topicId }) => group.has(topicId));
        const has = after.topics.filter(({ topicId }) => group.has(topicId));
        expect(has.map(({ topicId }) => topicId)).toEqual(had.length > 0 ? [into] : []);
        const set = had.filter(({ stance }) => stance !== "not set");
        if (set.length > 0) expect(set.map(({ stance }) => stance)).toContain(has[0]?.stance);
        const own = had.find(({ topicId }) => topicId === into)?.stance;
        if (own && own !== "not set") expect(has[0]?.stance).toBe(own);
        const others = (topics: Statement["topics"]) =>
          topics.filter(({ topicId }) => !group.has(topicId));
        expect(others(after.topics)).toEqual(others(one.topics));
        const effect = topicMergeEffect([one], into, new Set([b, c]));
        expect(effect.statements).toBe(after === one ? 0 : 1);
        if (after !== one)
          expect(effect.conflicts).toBe(new Set(set.map((t) => t.stance)).size > 1 ? 1 : 0);
        expect(after.toDiscuss).toBe(one.toDiscuss || (by === "discuss" && effect.conflicts > 0));
      }),
    );
  });

  test("of the tree does not depend on the order, keeps every other topic, and makes no circle", () => {
    fc.assert(
      fc.property(forest, three, (topics, [into, b, c]) => {
        const atOnce = topicsMerged(topics, into, new Set([b, c]));
        const inTurn = topicsMerged(topicsMerged(topics, into, new Set([b])), into, new Set([c]));
        const innerFirst = topicsMerged(topicsMerged(topics, b, new Set([c])), into, new Set([b]));
        const shape = (all: readonly Topic[]) =>
          new Map(all.map(({ id, parentId, definition }) => [id, [parentId, definition]]));
        const words = (all: readonly Topic[]) =>
          new Map(all.map(({ id, keywords }) => [id, [...keywords].toSorted()]));
        expect(shape(inTurn)).toEqual(shape(atOnce));
        // Where the one that stays stood below one that went elsewhere first, its place may differ.
        const target = (all: readonly Topic[]) => all.find(({ id }) => id === into)?.definition;
        expect(target(innerFirst)).toBe(target(atOnce));
        expect(topDown(branchesOf(innerFirst))).toHaveLength(innerFirst.length);
        expect(words(innerFirst)).toEqual(words(atOnce));
        expect(new Set(atOnce.map(({ id }) => id))).toEqual(
          new Set(topicIds.filter((id) => id !== b && id !== c)),
        );
        // Each is reached from the top: nothing stands below itself, or below what is gone.
        expect(topDown(branchesOf(atOnce))).toHaveLength(atOnce.length);
        const ids = new Set(atOnce.map(({ id }) => id));
        for (const { parentId } of atOnce)
          expect(parentId === null || ids.has(parentId)).toBe(true);
      }),
    );
  });
});

describe("merging speakers", () => {
  const speaker = (id: SpeakerId, names: readonly string[]): Speaker => ({
    id,
    projectId: idOf(1),
    name: names[0] ?? "Someone",
    aliases: names.slice(1),
    role: names[0] === "Wang Yi" ? "" : `role of ${names[0]}`,
    organisationId: null,
    colour: "#1d4ed8",
    note: "",
    archived: false,
  });
  const names = fc.uniqueArray(fc.constantFrom("Wang Yi", "wang yi", "Wang", "王毅", "Mr Wang"), {
    minLength: 1,
  });

  test("is associative and keeps every name once", () => {
    fc.assert(
      fc.property(names, names, names, (x, y, z) => {
        const [a, b, c] = [speaker(idOf(1), x), speaker(idOf(2), y), speaker(idOf(3), z)];
        const atOnce = speakerMerged(a, [b, c]);
        expect(speakerMerged(speakerMerged(a, [b]), [c])).toEqual(atOnce);
        const inner = speakerMerged(a, [speakerMerged(b, [c])]);
        const folded = (one: Speaker) =>
          [one.name, ...one.aliases].map((name) => name.toLowerCase()).toSorted();
        expect(folded(inner)).toEqual(folded(atOnce));
        expect(new Set(folded(atOnce))).toEqual(
          new Set([...x, ...y, ...z].map((name) => name.toLowerCase())),
        );
        expect(new Set(folded(atOnce)).size).toBe(folded(atOnce).length);
      }),
    );
  });

  test("of statements is associative and leaves each with the speaker that stays, once", () => {
    fc.assert(
      fc.property(statement, (one) => {
        const [a = idOf(0), b = idOf(0), c = idOf(0)] = speakerIds;
        const atOnce = withSpeakersMerged(one, a, new Set([b, c]));
        const inner = withSpeakersMerged(withSpeakersMerged(one, b, new Set([c])), a, new Set([b]));
        expect(inner).toEqual(atOnce);
        const had = one.speakerIds.some((id) => id === a || id === b || id === c);
        expect(atOnce.speakerIds.filter((id) => id === a)).toHaveLength(had ? 1 : 0);
      }),
    );
  });
});

describe("the topic tree", () => {
  test("stays a tree wherever a topic is put, and refuses to put one below itself", () => {
    fc.assert(
      fc.property(
        forest,
        fc.constantFrom(...topicIds),
        fc.constantFrom(null, ...topicIds),
        fc.nat(6),
        (topics, id, parentId, index) => {
          const changed = moved(topics, id, parentId, index);
          const below = topDown(
            branchesOf(topics.map((t) => (t.id === id ? { ...t, parentId: null } : t))),
          );
          expect(below).toHaveLength(topics.length);
          if (!changed) return;
          const after = topics.map((topic) => changed.find((one) => one.id === topic.id) ?? topic);
          expect(topDown(branchesOf(after))).toHaveLength(topics.length);
          const siblings = branchesOf(after).get(parentId) ?? [];
          expect(siblings[Math.min(index, siblings.length - 1)]?.id).toBe(id);
        },
      ),
    );
  });

  test("keeps what stood below a deleted topic, in its place and order", () => {
    fc.assert(
      fc.property(forest, fc.subarray(topicIds), (topics, gone) => {
        const after = without(topics, new Set(gone));
        const order = (all: readonly Topic[]) =>
          topDown(branchesOf(all))
            .map(({ id }) => id)
            .filter((id) => !gone.includes(id));
        expect(order(after)).toEqual(order(topics));
      }),
    );
  });
});
