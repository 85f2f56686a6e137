import { expect, test } from "vitest";
import { commit, Refusal } from "../../../src/store/commit.ts";
import { addCoder } from "../../../src/store/coders.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

test("whatever an action awaits between its writes, all of it is done or none", async () => {
  const actor = await openProject();
  const coder = must(await addCoder(actor, "Bea"));
  const before = await recordsOf(actor.store);
  const long = (end: () => void) =>
    commit(actor, "Rename a coder", async (draft) => {
      await draft.put("coders", { ...coder, name: "Cem" });
      for (let i = 0; i < 1_000; i += 1) await nothing();
      await draft.put("coders", { ...coder, name: "Dora" });
      end();
    });
  expect(
    refusal(
      await long(() => {
        throw new Refusal("Not today.", "Try tomorrow.");
      }),
    ),
  ).toBe("Not today.");
  expect(await recordsOf(actor.store)).toEqual(before);
  must(await long(() => {}));
  expect((await recordsOf(actor.store)).coders.find(({ id }) => id === coder.id)?.name).toBe(
    "Dora",
  );
});

/** A promise of the language itself; within a transaction `Promise` is Dexie's own. */
async function nothing(): Promise<void> {}
