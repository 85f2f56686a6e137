import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Store } from "../../../src/store/store.ts";
import { setProgress } from "../../../src/store/articles.ts";
import { renameProject } from "../../../src/store/projects.ts";
import { deleteStatements } from "../../../src/store/statements.ts";
import { redo, undo, undoableOf } from "../../../src/store/undo.ts";
import { withStatements } from "../smallBundle.ts";
import { act, actions, actionsWithUndo } from "./randomActions.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

describe("whatever was done", () => {
  test("can be undone to the last bit, and done again", async () => {
    await fc.assert(
      fc.asyncProperty(actions, async (taken) => {
        const actor = await openProject();
        const before = await recordsOf(actor.store);
        for (const action of taken) {
          const result = await act(actor, action);
          if (result) must(result);
        }
        const after = await recordsOf(actor.store);
        while (must(await undo(actor)));
        expect(await recordsOf(actor.store)).toEqual(before);
        while (must(await redo(actor)));
        expect(await recordsOf(actor.store)).toEqual(after);
        await actor.store.db.delete();
      }),
      { numRuns: 40 },
    );
  });

  test("undoes and redoes step by step, as two stacks would", async () => {
    await fc.assert(
      fc.asyncProperty(actionsWithUndo, async (taken) => {
        const actor = await openProject();
        // The states that undo leads back through, and those that redo leads on to.
        const past = [await recordsOf(actor.store)];
        const future: (typeof past)[number][] = [];
        for (const action of taken) {
          const result = await act(actor, action);
          const did = result === null ? null : must(result);
          const now = await recordsOf(actor.store);
          if (action.kind === "undo") {
            const undone = past.length > 1 ? past.pop() : undefined;
            if (undone) future.push(undone);
            expect(did === null).toBe(undone === undefined);
          } else if (action.kind === "redo") {
            const redone = future.pop();
            if (redone) past.push(redone);
            expect(did === null).toBe(redone === undefined);
          } else if (!equal(now, past.at(-1))) {
            past.push(now);
            future.length = 0;
          }
          expect(now).toEqual(past.at(-1));
        }
        await actor.store.db.delete();
      }),
      { numRuns: 40 },
    );
  });

  test("can be undone after a reload, and says what it was", async () => {
    const actor = await openProject();
    must(await renameProject(actor, "Another name"));
    const name = actor.store.db.name;
    actor.store.db.close();
    const store = new Store(name);
    const again = { ...actor, store };
    expect((await undoableOf(store, actor.projectId)).undo?.title).toBe("Rename the project");
    expect(must(await undo(again))?.title).toBe("Rename the project");
    expect((await store.db.records("projects").get(actor.projectId))?.name).toBe("Test");
    expect((await undoableOf(store, actor.projectId)).redo?.title).toBe("Rename the project");
    await store.db.delete();
  });

  test("of thousands of records is undone in slices, and says how far it is", async () => {
    const actor = await openProject(withStatements(2500));
    const { statements } = await recordsOf(actor.store);
    must(
      await deleteStatements(
        actor,
        statements.map(({ id }) => id),
      ),
    );
    const told: string[] = [];
    must(await undo(actor, ({ title }, made, of) => told.push(`${title} ${made} ${of}`)));
    expect(told).toEqual([0, 1000, 2000].map((made) => `Delete 2500 statements ${made} 2500`));
    expect((await recordsOf(actor.store)).statements).toEqual(statements);
    told.length = 0;
    must(await redo(actor, (_, made, of) => told.push(`${made} ${of}`)));
    expect(told).toEqual(["0 2500", "1000 2500", "2000 2500"]);
    expect((await recordsOf(actor.store)).statements).toEqual([]);
  });

  test("deletes what it deletes alone, however it lies among what stays", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.boolean(), { minLength: 40, maxLength: 120 }),
        fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
        async (single, lengths) => {
          const actor = await openProject(withStatements(300));
          const { statements } = await recordsOf(actor.store);
          // Single ones here and there, and longer runs of neighbours.
          let from = single.length;
          const runs = lengths.map((length) => ({ from, to: (from += length + 1) - 1 }));
          const isGone = (i: number) =>
            single[i] ?? runs.some((run) => run.from <= i && i < run.to);
          const gone = statements.filter((_, i) => isGone(i)).map(({ id }) => id);
          must(await deleteStatements(actor, gone.toReversed()));
          expect((await recordsOf(actor.store)).statements).toEqual(
            statements.filter((_, i) => !isGone(i)),
          );
          must(await undo(actor));
          expect((await recordsOf(actor.store)).statements).toEqual(statements);
          await actor.store.db.delete();
        },
      ),
      { numRuns: 20 },
    );
  });

  test("that changes nothing leaves nothing to undo", async () => {
    const actor = await openProject();
    const { articles } = await recordsOf(actor.store);
    must(
      await setProgress(
        actor,
        articles.map(({ id }) => id),
        "in work",
      ),
    );
    must(await renameProject(actor, " Test "));
    expect(await undoableOf(actor.store, actor.projectId)).toEqual({ undo: null, redo: null });
    expect(must(await undo(actor))).toBeNull();
  });

  test("is not undone over what something else changed since", async () => {
    const actor = await openProject();
    must(await renameProject(actor, "Another name"));
    await actor.store.db.records("projects").update(actor.projectId, { name: "A third" });
    expect(refusal(await undo(actor))).toContain("Something else has changed the same record");
    expect((await recordsOf(actor.store)).projects.map(({ name }) => name)).toEqual(["A third"]);
  });
});

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
