import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  applyEdit,
  editBetween,
  inverse,
  newChange,
  sameValue,
  undoable,
  type Change,
  type Edit,
} from "../../../src/model/change.ts";
import type { Speaker } from "../../../src/model/codebook.ts";
import { newId, type CoderId, type Id, type ProjectId } from "../../../src/model/id.ts";

const projectId: ProjectId = newId();
const coderId: CoderId = newId();
const speakerId = newId<"speaker">();

const speaker: fc.Arbitrary<Speaker> = fc.record({
  id: fc.constant(speakerId),
  projectId: fc.constant(projectId),
  name: fc.constantFrom("Wang Yi", "王毅"),
  aliases: fc.array(fc.constantFrom("Wang", "the minister"), { maxLength: 2 }),
  role: fc.constantFrom("", "Foreign Minister"),
  organisationId: fc.option(fc.constant(newId<"organisation">())),
  colour: fc.constantFrom("#c2410c", "#0f766e"),
  note: fc.string(),
  archived: fc.boolean(),
});
/** What a record can be: there in some form, or not there. */
const state = fc.option(speaker, { nil: undefined });

describe("an edit", () => {
  test("makes what came after of what was before, and its inverse takes it back", () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        const edit = editBetween("speakers", before, after);
        if (edit === null) {
          expect(after).toEqual(before);
          return;
        }
        expect(applyEdit(edit, before)).toEqual(after);
        const [back] = inverse([edit]);
        expect(back && applyEdit(back, after)).toEqual(before);
      }),
    );
  });

  test("is refused by a record that is not what it starts from", () => {
    fc.assert(
      fc.property(state, state, state, (before, after, other) => {
        const edit = editBetween("speakers", before, after);
        if (edit === null) return;
        const result = applyEdit(edit, other);
        if (result === "conflict") return;
        // It was applied, so the record had the values that the edit is about.
        if (before === undefined) expect(other).toBeUndefined();
        else expect(other).toMatchObject(edit.before ?? {});
      }),
    );
  });

  test("holds just the fields that differ", () => {
    const [before] = fc.sample(speaker, 1);
    expect(
      before && editBetween("speakers", before, { ...before, note: `${before.note}!` }),
    ).toEqual({
      table: "speakers",
      id: speakerId,
      before: { note: before?.note },
      after: { note: `${before?.note}!` },
    });
    expect(before && editBetween("speakers", before, structuredClone(before))).toBeNull();
  });

  test("a list of them read backwards takes all of them back", () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 2 }), (states) => {
        const edits: Edit[] = [];
        for (const [i, after] of states.entries()) {
          const edit = i > 0 ? editBetween("speakers", states[i - 1], after) : null;
          if (edit) edits.push(edit);
        }
        let record = states.at(-1);
        for (const edit of inverse(edits)) {
          const next = applyEdit(edit, record);
          if (next === "conflict") throw new Error("conflict");
          record = next === undefined ? undefined : (next as Speaker); // the edits are of this table
        }
        expect(record).toEqual(states[0]);
      }),
    );
  });
});

/** A log as actions, undos and redos write it, beside the plain two stacks that it stands for. */
async function played(steps: readonly ("act" | "undo" | "redo")[]) {
  const log: Change[] = [];
  const done: Id<"change">[] = [];
  const undone: Id<"change">[] = [];
  for (const step of steps) {
    const change = newChange({ projectId, coderId, at: log.length }, step, []);
    const top = await undoable(log.toReversed());
    if (step === "act") {
      log.push(change);
      done.push(change.id);
      undone.length = 0;
    } else if (step === "undo" && top.undo) {
      log.push({ ...change, kind: "undo", takesBack: top.undo.id });
      const action = done.pop();
      if (action) undone.push(action);
    } else if (step === "redo" && top.redo) {
      log.push({ ...change, kind: "redo", takesBack: top.redo.id });
      const action = undone.pop();
      if (action) done.push(action);
    }
  }
  return { log, done, undone };
}

describe("undo and redo", () => {
  const steps = fc.array(
    fc.constantFrom(
      "act" as const,
      "act" as const,
      "undo" as const,
      "undo" as const,
      "redo" as const,
    ),
    { maxLength: 30 },
  );

  test("take back what two stacks would, read from the log alone", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const { log, done, undone } = await played(taken);
        const { undo, redo } = await undoable(log.toReversed());
        expect(undo?.id ?? null).toBe(done.at(-1) ?? null);
        // Redo names the undo that took the action back.
        const redone = redo && log.find(({ id }) => id === redo.id)?.takesBack;
        expect(redone ?? null).toBe(undone.at(-1) ?? null);
      }),
    );
  });

  test("need no more of a long log than its end", async () => {
    const { log } = await played(["act", "act", "act", "undo"]);
    let read = 0;
    const counted = (function* () {
      for (const change of log.toReversed()) {
        read += 1;
        yield change;
      }
    })();
    const { undo, redo } = await undoable(counted);
    expect([undo?.id, redo?.id]).toEqual([log[1]?.id, log[3]?.id]);
    expect(read).toBe(3);
  });
});

describe("values", () => {
  test("are the same when JSON would write them alike, in whichever order their keys stand", () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: true }), fc.jsonValue(), (a, b) => {
        expect(sameValue(a, structuredClone(a))).toBe(true);
        const [left, right] = [a, b].map((value) => JSON.stringify(value, sortedKeys));
        expect(sameValue(a, b)).toBe(left === right);
      }),
    );
    expect(sameValue({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue({ a: undefined }, { b: 1 })).toBe(false);
  });
});

function sortedKeys(_key: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
