import { describe, expect, test } from "vitest";
import { readSample } from "../../../src/sample/sample.ts";
import { addProject, bundleOf, listProjects } from "../../../src/store/projects.ts";
import { Store } from "../../../src/store/store.ts";

describe("a project", () => {
  test("comes out of the store as it went in", async () => {
    const sample = await readSample();
    if (!sample.ok) throw new Error(sample.problem.what);
    const store = new Store("in-and-out");
    const added = await addProject(store, sample.value);
    expect(added.ok).toBe(true);
    expect(await bundleOf(store, sample.value.project.id)).toEqual(sample.value);
    const listed = await listProjects(store);
    expect(listed.map(({ articles, statements }) => [articles, statements])).toEqual([[4, 25]]);
  });
});
