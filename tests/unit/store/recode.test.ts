import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Recoding } from "../../../src/model/recoding.ts";
import { quotations } from "../../../src/model/quotation.ts";
import { stances } from "../../../src/model/statement.ts";
import type { ProjectBundle } from "../../../src/model/bundle.ts";
import { recode } from "../../../src/store/recode.ts";
import { undo, undoableOf } from "../../../src/store/undo.ts";
import { projectBundle } from "../arbitraries.ts";
import { idOf, smallBundle } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

/** Any recoding; mostly it names what the project has. */
function recodingOf(bundle: ProjectBundle): fc.Arbitrary<Recoding> {
  const topic = fc.constantFrom(idOf<"topic">(0), ...bundle.topics.map(({ id }) => id));
  const speaker = fc.constantFrom(idOf<"speaker">(0), ...bundle.speakers.map(({ id }) => id));
  const stance = fc.constantFrom(...stances);
  const kinds: fc.Arbitrary<Recoding>[] = [
    fc.record({ do: fc.constant("set quotation"), quotation: fc.constantFrom(...quotations) }),
    fc.record({ do: fc.constant("set note"), note: fc.string() }),
    fc.record({ do: fc.constant("set to discuss"), toDiscuss: fc.boolean() }),
  ];
  kinds.push(
    fc.record({ do: fc.constant("replace topic"), from: topic, to: topic }),
    fc.record({ do: fc.constant("add topic"), topic, stance }),
    fc.record({ do: fc.constant("remove topic"), topic }),
    fc.record({ do: fc.constant("set stance"), topic: fc.option(topic, { nil: null }), stance }),
    fc.record({ do: fc.constant("replace speaker"), from: speaker, to: speaker }),
    fc.record({ do: fc.constant("add speaker"), speaker }),
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
      refusal(await recode(actor, ids, { do: "replace topic", from: idOf(3), to: idOf(99) })),
    ).toContain("topic is no longer there");
    expect(
      refusal(await recode(actor, ids, { do: "set speakers", speakers: [idOf(99)] })),
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
});
