import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bundleCopy } from "../../../src/model/bundleCopy.ts";
import { renameCoder } from "../../../src/store/coders.ts";
import { addArticles, deleteArticles } from "../../../src/store/articles.ts";
import { noMetadata } from "../../../src/model/article.ts";
import { documentOf } from "../../../src/model/document.ts";
import {
  addProject,
  bundleOf,
  createProject,
  listProjects,
  purgeProject,
  removeProject,
  renameProject,
  restoreProject,
} from "../../../src/store/projects.ts";
import { projectBundle } from "../arbitraries.ts";
import { idOf, smallBundle } from "../smallBundle.ts";
import { must, openProject, openStore, recordsOf, refusal } from "./openStore.ts";

describe("a new project", () => {
  test("has its topics in their order, one coder and nothing else", async () => {
    const store = openStore();
    const { projectId, coderId } = must(
      await createProject(store, " Desk ", ["tariffs", "counterterrorism", "trade"], "Ada"),
    );
    const { project, coders, topics, ...rest } = (await bundleOf(store, projectId)) ?? {};
    expect(project).toMatchObject({ id: projectId, name: "Desk", removedAt: null });
    expect(coders).toMatchObject([{ id: coderId, name: "Ada" }]);
    expect(new Set(topics?.map(({ colour }) => colour)).size).toBe(3);
    expect(topics?.map(({ name, position }) => [name, position])).toEqual([
      ["tariffs", 0],
      ["counterterrorism", 1],
      ["trade", 2],
    ]);
    expect(Object.values({ ...rest, learning: [] }).flat()).toEqual([]);
  });

  test("needs a name", async () => {
    const store = openStore();
    expect(refusal(await createProject(store, " ", [], "Ada"))).toBe("A name must not be empty.");
    expect(refusal(await createProject(store, "Desk", ["trade", " "], "Ada"))).toBe(
      "A name must not be empty.",
    );
    expect(await listProjects(store)).toEqual([]);
    expect((await recordsOf(store)).topics).toEqual([]);
  });
});

describe("a project that is brought in", () => {
  test("comes out as it went in", async () => {
    await fc.assert(
      fc.asyncProperty(projectBundle, async (bundle) => {
        const store = openStore();
        must(await addProject(store, bundle));
        expect(await bundleOf(store, bundle.project.id)).toEqual(bundle);
        await store.db.delete();
      }),
      { numRuns: 25 },
    );
  });

  test("twice is refused, and changes nothing; as a copy it is a project of its own", async () => {
    const { store, projectId } = await openProject();
    const before = await recordsOf(store);
    expect(refusal(await addProject(store, smallBundle({ name: "Changed" })))).toBe(
      "The project “Test” is already here.",
    );
    expect(await recordsOf(store)).toEqual(before);
    const copy = must(await addProject(store, smallBundle(), { asCopy: true }));
    const listed = await listProjects(store);
    expect(
      listed.map(({ project, articles, statements }) => [
        project.id,
        project.name,
        articles,
        statements,
      ]),
    ).toEqual([
      [copy.projectId, "Test (copy)", 1, 1],
      [projectId, "Test", 1, 1],
    ]);
    expect((await bundleOf(store, projectId))?.statements).toEqual(smallBundle().statements);
  });

  test("that is here among the removed ones says so", async () => {
    const actor = await openProject();
    must(await removeProject(actor));
    expect(refusal(await addProject(actor.store, smallBundle()))).toContain(
      "among the removed ones",
    );
  });

  test("with records of another project leaves nothing of itself behind", async () => {
    const { store } = await openProject();
    const before = await recordsOf(store);
    const texts = await store.db.texts.count();
    const copy = bundleCopy(smallBundle());
    const [statement] = copy.statements;
    if (!statement) throw new Error("no statement");
    // Everything but its last record is new.
    const clash = { ...copy, statements: [{ ...statement, id: idOf<"statement">(8) }] };
    expect(refusal(await addProject(store, clash))).toBe(
      "Some records of “Test (copy)” are already here, in another project.",
    );
    expect(await recordsOf(store)).toEqual(before);
    expect(await store.db.texts.count()).toBe(texts);
    expect(store.saving.state).toEqual({ state: "saved" });
  });

  test("that does not fit together is refused, with the place", async () => {
    const store = openStore();
    const broken = smallBundle({ statement: { coderId: idOf(99) } });
    expect(refusal(await addProject(store, broken))).toContain(
      "statements[0].coderId: there is no coder",
    );
    expect(await listProjects(store)).toEqual([]);
  });

  test("without a coder gets one to act as", async () => {
    const store = openStore();
    const { coderId } = must(
      await addProject(store, { ...smallBundle(), coders: [], statements: [] }),
    );
    expect((await recordsOf(store)).coders.map(({ id, name }) => [id, name])).toEqual([
      [coderId, "Coder"],
    ]);
  });
});

describe("a whole project", () => {
  test("is read without the words of articles that were deleted", async () => {
    const actor = await openProject();
    must(await addArticles(actor, [{ metadata: noMetadata, document: documentOf("More.") }]));
    must(await deleteArticles(actor, [idOf(6)]));
    const bundle = await bundleOf(actor.store, actor.projectId);
    expect(bundle?.texts.map(({ text }) => text)).toEqual(["More."]);
    expect(await actor.store.db.texts.count()).toBe(2);
  });

  test("that is not there is none", async () => {
    expect(await bundleOf(openStore(), idOf(1))).toBeUndefined();
  });
});

describe("the list of projects", () => {
  test("has the removed ones too, and says that they are", async () => {
    const actor = await openProject();
    must(await removeProject(actor));
    const [removed] = await listProjects(actor.store);
    expect(removed?.project.removedAt).toBeGreaterThan(0);
    expect(removed).toMatchObject({ articles: 1, statements: 1 });
    must(await restoreProject(actor));
    expect((await listProjects(actor.store))[0]?.project.removedAt).toBeNull();
  });

  test("shows a project under its new name", async () => {
    const actor = await openProject();
    must(await renameProject(actor, "  Another "));
    expect((await listProjects(actor.store)).map(({ project }) => project.name)).toEqual([
      "Another",
    ]);
    expect(refusal(await renameProject(actor, " "))).toBe("A name must not be empty.");
  });
});

describe("a project that is purged", () => {
  test("is gone from the device with its history; others stay", async () => {
    const actor = await openProject();
    const { store } = actor;
    must(await renameCoder(actor, actor.coderId, "Berta"));
    const other = { store, ...must(await addProject(store, smallBundle(), { asCopy: true })) };
    must(await renameProject(other, "Other"));
    const kept = await bundleOf(store, other.projectId);
    must(await removeProject(actor));
    must(await purgeProject(store, actor.projectId));
    expect(await bundleOf(store, actor.projectId)).toBeUndefined();
    expect(await bundleOf(store, other.projectId)).toEqual(kept);
    const rest = await Promise.all(
      store.db.tables.map((table) => table.toArray() as Promise<object[]>),
    );
    expect(JSON.stringify(rest)).not.toContain(actor.projectId);
    expect((await store.db.changes.toArray()).map(({ title }) => title)).toEqual([
      "Rename the project",
    ]);
    expect(
      refusal(await addArticles(actor, [{ metadata: noMetadata, document: documentOf("A") }])),
    ).toContain("no longer there");
    expect(refusal(await renameProject(actor, "B"))).toContain("no longer there");
  });

  test("must have been removed before", async () => {
    const { store, projectId } = await openProject();
    expect(refusal(await purgeProject(store, projectId))).toContain("is in use");
    expect(await listProjects(store)).toHaveLength(1);
  });

  test("can be brought in again", async () => {
    const actor = await openProject();
    must(await removeProject(actor));
    must(await purgeProject(actor.store, actor.projectId));
    must(await addProject(actor.store, smallBundle()));
    expect(await bundleOf(actor.store, actor.projectId)).toEqual(smallBundle());
  });
});
