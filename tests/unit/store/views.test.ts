import { expect, test } from "vitest";
import { undo } from "../../../src/store/undo.ts";
import { deleteView, renameView, saveView } from "../../../src/store/views.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

test("a view is saved, saved over, renamed and deleted, each undone by one undo", async () => {
  const actor = await openProject();
  const names = async () =>
    (await recordsOf(actor.store)).views.map(({ name, filter }) => [name, filter]);
  const view = must(await saveView(actor, " Open questions ", { where: "discuss is yes" }));
  expect(await names()).toEqual([["Open questions", { where: "discuss is yes" }]]);
  must(await saveView(actor, "open  QUESTIONS", { where: "note empty" }));
  expect(await names()).toEqual([["Open questions", { where: "note empty" }]]);
  must(await renameView(actor, view.id, "Notes"));
  must(await deleteView(actor, view.id));
  expect(await names()).toEqual([]);
  must(await undo(actor));
  expect(await names()).toEqual([["Notes", { where: "note empty" }]]);
  must(await undo(actor));
  must(await undo(actor));
  expect(await names()).toEqual([["Open questions", { where: "discuss is yes" }]]);
  must(await undo(actor));
  expect(await names()).toEqual([]);
});

test("a name that is empty or taken, and a view that is gone, are refused", async () => {
  const actor = await openProject();
  expect(refusal(await saveView(actor, "  ", {}))).toContain("needs a name");
  const one = must(await saveView(actor, "One", {}));
  must(await saveView(actor, "Two", {}));
  expect(refusal(await renameView(actor, one.id, "two"))).toContain("already a view");
  must(await deleteView(actor, one.id));
  expect(refusal(await renameView(actor, one.id, "Three"))).toContain("no longer there");
});
