import fc from "fast-check";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { tableNames } from "../../../src/model/change.ts";
import { byPlace } from "../../../src/model/statement.ts";
import { setProgress } from "../../../src/store/articles.ts";
import { LiveProject } from "../../../src/store/liveProject.ts";
import { addProject, renameProject } from "../../../src/store/projects.ts";
import { deleteStatements, tagStatement } from "../../../src/store/statements.ts";
import type { Actor } from "../../../src/store/store.ts";
import { idOf, smallBundle } from "../smallBundle.ts";
import { must, openProject, openStore, recordsOf } from "./openStore.ts";
import { act, actionsWithUndo } from "./randomActions.ts";

async function follow(actor: Actor): Promise<LiveProject> {
  const live = await LiveProject.open(actor.store, actor.projectId);
  if (!live) throw new Error("no project");
  onTestFinished(() => live.close());
  return live;
}

/** All that a live project holds, table by table, in the order in which the disk has it. */
function held(live: LiveProject) {
  return Object.fromEntries(
    tableNames.map((name) => [name, live.all(name).toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  );
}

const tagging = {
  ranges: [{ start: 0, end: 2 }],
  speakers: [],
  topics: [],
  quotation: "indirect",
  note: "",
} as const;

describe("a project on the screen", () => {
  test("is at each moment what is on the disk, in this tab and in another", async () => {
    await fc.assert(
      fc.asyncProperty(
        actionsWithUndo,
        fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
        async (taken, inOther) => {
          const here = await openProject();
          const there: Actor = { ...here, store: openStore(here.store.db.name) };
          const [first, second] = [await follow(here), await follow(there)];
          for (const [i, action] of taken.entries()) {
            const result = await act(inOther[i] ? there : here, action);
            if (result) must(result);
          }
          const onDisk = await recordsOf(here.store);
          await vi.waitFor(() => expect([held(first), held(second)]).toEqual([onDisk, onDisk]), {
            interval: 2,
          });
          for (const { id } of onDisk.articles) {
            const inText = onDisk.statements
              .filter(({ articleId }) => articleId === id)
              .toSorted(byPlace);
            expect([first.statementsOf(id), second.statementsOf(id)]).toEqual([inText, inText]);
          }
          first.close();
          second.close();
          there.store.db.close();
          await here.store.db.delete();
        },
      ),
      { numRuns: 20 },
    );
  });

  test("shows what this tab did as soon as it is on the disk", async () => {
    const actor = await openProject();
    const live = await follow(actor);
    let told = 0;
    live.subscribe(() => (told += 1));
    const statement = must(await tagStatement(actor, idOf(6), tagging));
    expect(live.get("statements", statement.id)).toEqual(statement);
    expect(live.statementsOf(idOf(6)).map(({ id }) => id)).toEqual([statement.id, idOf(8)]);
    expect(told).toBe(1);
  });

  test("keeps what did not change as the same value", async () => {
    const actor = await openProject();
    const live = await follow(actor);
    const before = {
      topics: live.all("topics"),
      articles: live.all("articles"),
      statements: live.statementsOf(idOf(6)),
    };
    must(await setProgress(actor, [idOf(6)], "done"));
    expect(live.all("topics")).toBe(before.topics);
    expect(live.statementsOf(idOf(6))).toBe(before.statements);
    expect(live.all("articles")).not.toBe(before.articles);
    must(await deleteStatements(actor, [idOf(8)]));
    expect(live.statementsOf(idOf(6))).toEqual([]);
  });

  test("is untouched by what happens to another project", async () => {
    const actor = await openProject();
    const live = await follow(actor);
    const other = {
      store: actor.store,
      ...must(await addProject(actor.store, smallBundle(), { asCopy: true })),
    };
    const before = held(live);
    must(await renameProject(other, "Other"));
    must(await renameProject(actor, "Mine"));
    await vi.waitFor(() => expect(live.get("projects", actor.projectId)?.name).toBe("Mine"));
    expect({ ...held(live), projects: before["projects"] }).toEqual(before);
  });

  test("reads a project of many statements whole", async () => {
    const one = smallBundle();
    const [statement] = one.statements;
    if (!statement) throw new Error("no statement");
    const many = Array.from({ length: 4500 }, (_, i) => ({
      ...statement,
      id: idOf<"statement">(1000 + i),
    }));
    const live = await follow(await openProject({ ...one, statements: many }));
    expect(held(live)["statements"]).toEqual(many);
  });

  test("that is not there is none", async () => {
    expect(await LiveProject.open(openStore(), idOf(1))).toBeUndefined();
  });
});
