import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { NamedRecoding } from "../../../src/model/recoding.ts";
import type { Named } from "../../../src/model/named.ts";
import { quotations } from "../../../src/model/quotation.ts";
import { stances } from "../../../src/model/statement.ts";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import { employSpeakers } from "../../../src/store/codebookSpeakers.ts";
import { recode } from "../../../src/store/recode.ts";
import { undo, undoableOf } from "../../../src/store/undo.ts";
import { projectBundle } from "../arbitraries.ts";
import { idOf, smallBundle } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

/** An entry, or the name of one that may be there already. */
function named<T>(id: fc.Arbitrary<T>): fc.Arbitrary<Named<T>> {
  const name = fc.constantFrom("Somebody new", "somebody  NEW", "Wang Yi", "关税");
  return fc.oneof(
    id.map((each) => ({ id: each })),
    name.map((each) => ({ name: each })),
  );
}

/** Any recoding; mostly it names what the project has. */
function recodingOf(bundle: ProjectBundle): fc.Arbitrary<NamedRecoding> {
  const topic = fc.constantFrom(idOf<"topic">(0), ...bundle.topics.map(({ id }) => id));
  const speaker = fc.constantFrom(idOf<"speaker">(0), ...bundle.speakers.map(({ id }) => id));
  const stance = fc.constantFrom(...stances);
  const kinds: fc.Arbitrary<NamedRecoding>[] = [
    fc.record({ do: fc.constant("set quotation"), quotation: fc.constantFrom(...quotations) }),
    fc.record({ do: fc.constant("set note"), note: fc.string() }),
    fc.record({ do: fc.constant("set to discuss"), toDiscuss: fc.boolean() }),
  ];
  kinds.push(
    fc.record({ do: fc.constant("replace topic"), from: topic, to: named(topic) }),
    fc.record({ do: fc.constant("add topic"), topic: named(topic), stance }),
    fc.record({
      do: fc.constant("set topics"),
      topics: fc.array(fc.record({ topic: named(topic), stance }), { maxLength: 3 }),
    }),
    fc.record({ do: fc.constant("remove topic"), topic }),
    fc.record({ do: fc.constant("set stance"), topic: fc.option(topic, { nil: null }), stance }),
    fc.record({ do: fc.constant("replace speaker"), from: speaker, to: named(speaker) }),
    fc.record({ do: fc.constant("add speaker"), speaker: named(speaker) }),
    fc.record({
      do: fc.constant("set speakers"),
      speakers: fc.array(named(speaker), { maxLength: 3 }),
    }),
    fc.record({ do: fc.constant("remove speaker"), speaker }),
  );
  return fc.oneof(...kinds);
}

describe("recoding many", () => {
  test("is one action, and undo takes it back as it was", async () => {
    const withRecoding = projectBundle.chain((bundle) =>
      fc.tuple(fc.constant(bundle), recodingOf(bundle)),
    );
    await fc.assert(
      fc.asyncProperty(withRecoding, async ([bundle, recoding]) => {
        const actor = await openProject(bundle);
        const before = await recordsOf(actor.store);
        const ids = bundle.statements.map(({ id }) => id);
        const result = await recode(actor, ids, recoding);
        const changed = result.ok ? result.value : 0;
        const after = await recordsOf(actor.store);
        const differ = after.statements.filter(
          (s) => !before.statements.some((t) => t.id === s.id && t.updatedAt === s.updatedAt),
        );
        expect(differ).toHaveLength(changed);
        if (changed > 0) must(await undo(actor));
        expect(await recordsOf(actor.store)).toEqual(before);
        await actor.store.db.delete();
      }),
      { numRuns: 25 },
    );
  });

  test("leaves no action where nothing changed", async () => {
    const actor = await openProject();
    expect(
      must(await recode(actor, [idOf(8), idOf(99)], { do: "remove topic", topic: idOf(31) })),
    ).toBe(0);
    expect((await undoableOf(actor.store, actor.projectId)).undo).toBeNull();
  });

  test("is refused where it names what is gone or does not fit, and changes nothing", async () => {
    const field = {
      id: idOf<"field">(70),
      projectId: idOf<"project">(1),
      on: "statement",
      name: "Tone",
      kind: "choice",
      choices: ["calm"],
      archived: false,
      position: 0,
    } as const;
    const actor = await openProject({ ...smallBundle(), fields: [field] });
    const before = await recordsOf(actor.store);
    const ids = [idOf<"statement">(8)];
    expect(
      refusal(
        await recode(actor, ids, { do: "replace topic", from: idOf(3), to: { id: idOf(99) } }),
      ),
    ).toContain("topic is no longer there");
    expect(
      refusal(await recode(actor, ids, { do: "set speakers", speakers: [{ id: idOf(99) }] })),
    ).toContain("speaker is no longer");
    expect(refusal(await recode(actor, ids, { do: "set coder", coder: idOf(99) }))).toContain(
      "coder is no longer",
    );
    expect(
      refusal(await recode(actor, ids, { do: "set field", field: field.id, value: "loud" })),
    ).toContain("must be one of");
    expect(await recordsOf(actor.store)).toEqual(before);
    must(await recode(actor, ids, { do: "set field", field: field.id, value: "calm" }));
    expect((await recordsOf(actor.store)).statements[0]?.fields).toEqual({ [field.id]: "calm" });
  });

  test("makes the topics and speakers that are named first, once each, in the same action", async () => {
    const [statement] = smallBundle().statements;
    if (!statement) throw new Error("The small bundle has a statement");
    const second = { ...statement, id: idOf<"statement">(80) };
    const actor = await openProject({ ...smallBundle(), statements: [statement, second] });
    const before = await recordsOf(actor.store);
    const ids = [statement.id, second.id];
    expect(
      must(await recode(actor, ids, { do: "replace topic", from: idOf(3), to: { name: "Steel" } })),
    ).toBe(2);
    let after = await recordsOf(actor.store);
    const steel = after.topics.find(({ name }) => name === "Steel");
    expect(after.topics).toHaveLength(2);
    expect(after.statements.map(({ topics }) => topics)).toEqual([
      [{ topicId: steel?.id, stance: "opposes" }],
      [{ topicId: steel?.id, stance: "opposes" }],
    ]);
    must(
      await recode(actor, [second.id], {
        do: "set speakers",
        speakers: [{ name: "wang" }, { name: "Li" }, { name: " li" }],
      }),
    );
    after = await recordsOf(actor.store);
    const li = after.speakers.find(({ name }) => name === "Li");
    expect(after.speakers).toHaveLength(2);
    expect(after.statements[1]?.speakerIds).toEqual([idOf(5), li?.id]);
    must(await undo(actor));
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("makes nothing where no statement is concerned", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    expect(
      must(
        await recode(actor, [idOf(8)], {
          do: "replace topic",
          from: idOf(31),
          to: { name: "Steel" },
        }),
      ),
    ).toBe(0);
    expect(await recordsOf(actor.store)).toEqual(before);
  });
});

describe("the organisations of speakers", () => {
  test("are set together with those that are made, as one action", async () => {
    const [speaker] = smallBundle().speakers;
    if (!speaker) throw new Error("The small bundle has a speaker");
    const other = { ...speaker, id: idOf<"speaker">(51), name: "Ada", aliases: [] };
    const actor = await openProject({ ...smallBundle(), speakers: [speaker, other] });
    const before = await recordsOf(actor.store);
    expect(
      must(
        await employSpeakers(actor, [
          { speakers: [speaker.id, other.id], organisation: { name: "UN" } },
        ]),
      ),
    ).toBe(2);
    const { organisations, speakers } = await recordsOf(actor.store);
    const made = organisations.find(({ name }) => name === "UN");
    expect(speakers.map(({ organisationId }) => organisationId)).toEqual([made?.id, made?.id]);
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
    expect(must(await employSpeakers(actor, [{ speakers: [other.id], organisation: null }]))).toBe(
      1,
    );
    expect(
      refusal(await employSpeakers(actor, [{ speakers: [idOf(99)], organisation: { name: "X" } }])),
    ).toContain("speaker is no longer");
    expect((await recordsOf(actor.store)).organisations).toHaveLength(1);
  });
});
