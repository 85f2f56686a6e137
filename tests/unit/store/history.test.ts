import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ChangeId } from "../../../src/model/id.ts";
import { renameProject } from "../../../src/store/projects.ts";
import {
  deletePoint,
  goBackTo,
  historyOf,
  namePoint,
  trimHistory,
} from "../../../src/store/history.ts";
import { deleteStatements, setToDiscuss } from "../../../src/store/statements.ts";
import type { Actor } from "../../../src/store/store.ts";
import { undo } from "../../../src/store/undo.ts";
import { withStatements } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";
import { act, actionsWithUndo } from "./randomActions.ts";

const massKinds = ["delete", "discuss", "settle", "undo"] as const;

describe("the history", () => {
  test("leads back to any point, as one action that undo takes back", async () => {
    await fc.assert(
      fc.asyncProperty(actionsWithUndo, fc.nat(), async (taken, pick) => {
        const actor = await openProject();
        const moments = [await momentOf(actor)];
        for (const action of taken) {
          const result = await act(actor, action);
          if (result) must(result);
          moments.push(await momentOf(actor));
        }
        const { meant, there, before, after } = await thereAndBack(actor, moments, pick);
        expect(there).toEqual(meant);
        expect(after).toEqual(before);
        await actor.store.db.delete();
      }),
      { numRuns: 30 },
    );
  });

  test("leads back over thousands of records, whatever was done to which of them", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ kind: fc.constantFrom(...massKinds), every: fc.integer({ min: 1, max: 3 }) }),
          {
            minLength: 1,
            maxLength: 5,
          },
        ),
        fc.nat(),
        async (taken, pick) => {
          const actor = await openProject(withStatements(2100));
          const moments = [await momentOf(actor)];
          for (const { kind, every } of taken) {
            const { statements } = await recordsOf(actor.store);
            const ids = statements.filter((_, i) => i % every === 0).map(({ id }) => id);
            if (kind === "undo") must(await undo(actor));
            else if (kind === "delete") must(await deleteStatements(actor, ids));
            else must(await setToDiscuss(actor, ids, kind === "discuss"));
            moments.push(await momentOf(actor));
          }
          const { meant, there, before, after } = await thereAndBack(actor, moments, pick);
          expect(there).toEqual(meant);
          expect(after).toEqual(before);
          await actor.store.db.delete();
        },
      ),
      { numRuns: 8 },
    );
  });

  test("lists actions from the last to the first, and pages back", async () => {
    const actor = await openProject();
    for (const name of ["One", "Two", "Three"]) must(await renameProject(actor, name));
    const [last, second] = await historyOf(actor.store, actor.projectId, { limit: 2 });
    expect(last?.edits[0]?.after).toEqual({ name: "Three" });
    const older = await historyOf(actor.store, actor.projectId, {
      before: second?.seq ?? 0,
      limit: 10,
    });
    expect(older).toHaveLength(1);
    expect(older[0]?.edits[0]?.after).toEqual({ name: "One" });
  });

  test("keeps the names of its points when it goes back", async () => {
    const actor = await openProject();
    must(await renameProject(actor, "One"));
    const [first] = await historyOf(actor.store, actor.projectId, { limit: 1 });
    if (!first) throw new Error("The renaming is in the history");
    must(await renameProject(actor, "Two"));
    const point = must(await namePoint(actor, first.id, "Before the meeting"));
    must(await goBackTo(actor, first.id));
    expect(await actor.store.db.records("points").toArray()).toEqual([point]);
    must(await deletePoint(actor, point.id));
    expect(await actor.store.db.records("points").count()).toBe(0);
  });

  test("stays within its share: the oldest go, and what is older cannot be gone back to", async () => {
    const actor = await openProject();
    for (let i = 0; i < 20; i += 1) must(await renameProject(actor, `Name ${i}`));
    const all = await historyOf(actor.store, actor.projectId, { limit: 100 });
    const half = all.slice(0, 10).reduce((sum, { edits }) => sum + JSON.stringify(edits).length, 0);
    expect(await trimHistory(actor.store, actor.projectId, half)).toBe(10);
    expect(await historyOf(actor.store, actor.projectId, { limit: 100 })).toHaveLength(10);
    expect(must(await undo(actor))?.title).toBe("Rename the project");
    const oldest = all.at(-1);
    if (!oldest) throw new Error("There were twenty");
    expect(refusal(await goBackTo(actor, oldest.id))).toContain("no longer in the history");
  });
});

interface Moment {
  readonly id: ChangeId | null;
  readonly records: Awaited<ReturnType<typeof recordsOf>>;
}

async function momentOf({ store, projectId }: Actor): Promise<Moment> {
  const [last] = await historyOf(store, projectId, { limit: 1 });
  return { id: last?.id ?? null, records: await recordsOf(store) };
}

/** The records after going back to a moment as one action, if there is one, and after taking that back. */
async function thereAndBack(actor: Actor, moments: readonly Moment[], pick: number) {
  const moment = moments[pick % moments.length];
  if (!moment) throw new Error("There is one at the index");
  const { changes } = actor.store.db;
  const [before, count] = [await recordsOf(actor.store), await changes.count()];
  must(await goBackTo(actor, moment.id));
  const there = await recordsOf(actor.store);
  const added = (await changes.count()) - count;
  expect(added).toBeLessThanOrEqual(1);
  if (added === 1) must(await undo(actor));
  return { meant: moment.records, there, before, after: await recordsOf(actor.store) };
}
