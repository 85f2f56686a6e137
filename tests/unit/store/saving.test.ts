import { describe, expect, test } from "vitest";
import { renameProject } from "../../../src/store/projects.ts";
import { must, openProject, recordsOf } from "./openStore.ts";

describe("what the status bar says", () => {
  test("is “saving” from the beginning of an action until it is on the disk", async () => {
    const actor = await openProject();
    const { saving, db } = actor.store;
    const said: string[] = [];
    saving.subscribe(() => said.push(saving.state.state));
    actor.store.onChange(() => said.push("told"));
    const renamed = renameProject(actor, "Another name");
    expect(saving.state.state).toBe("saving");
    must(await renamed);
    expect(said).toEqual(["saving", "saved", "told"]);
    expect((await db.records("projects").get(actor.projectId))?.name).toBe("Another name");
  });

  test("is “saving” until the last of several actions is on the disk", async () => {
    const actor = await openProject();
    const both = [renameProject(actor, "B"), renameProject(actor, "C")];
    must(await Promise.race(both));
    expect(actor.store.saving.state.state).toBe("saving");
    await Promise.all(both);
    expect(actor.store.saving.state.state).toBe("saved");
  });

  test("is “failed”, with the reason, when the storage fails; nothing is left behind", async () => {
    const actor = await openProject();
    const before = await recordsOf(actor.store);
    const full = new DOMException("no space", "QuotaExceededError");
    // The last thing that an action writes is its change.
    actor.store.db.changes.hook("creating", () => {
      throw full;
    });
    const result = await renameProject(actor, "Another name");
    expect(!result.ok && result.problem.what).toBe(
      "The browser's storage for this page is full; nothing was saved.",
    );
    expect(actor.store.saving.state).toMatchObject({ state: "failed" });
    expect(await recordsOf(actor.store)).toEqual(before);
  });
});
