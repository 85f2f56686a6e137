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
import { undo, undoableOf } from "../../../src/store/undo.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";
import { act, actionsWithUndo } from "./randomActions.ts";

describe("the history", () => {
  test("leads back to any point, as one action that undo takes back", async () => {
    await fc.assert(
      fc.asyncProperty(actionsWithUndo, fc.nat(), async (taken, pick) => {
        const actor = await openProject();
        const moments: { id: ChangeId | null; records: Awaited<ReturnType<typeof recordsOf>> }[] = [
          { id: null, records: await recordsOf(actor.store) },
        ];
        for (const action of taken) {
          const result = await act(actor, action);
          if (result) must(result);
          const [last] = await historyOf(actor.store, actor.projectId, { limit: 1 });
          if (last && last.id !== moments.at(-1)?.id)
            moments.push({ id: last.id, records: await recordsOf(actor.store) });
        }
        const moment = moments[pick % moments.length];
        if (!moment) throw new Error("There is one at the index");
        const before = await recordsOf(actor.store);
        must(await goBackTo(actor, moment.id));
        expect(await recordsOf(actor.store)).toEqual(moment.records);
        const { undo: top } = await undoableOf(actor.store, actor.projectId);
        if (top?.title === "Go back in the history") must(await undo(actor));
        expect(await recordsOf(actor.store)).toEqual(before);
        await actor.store.db.delete();
      }),
      { numRuns: 30 },
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
