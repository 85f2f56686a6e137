import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf, type ProjectBundle } from "../../../src/model/bundle.ts";
import { bundleCopy } from "../../../src/model/bundleCopy.ts";
import { newId } from "../../../src/model/id.ts";
import { contentOf } from "../../../src/model/projectFile.ts";
import { projectBundle } from "../arbitraries.ts";
import { smallBundle, type Changes } from "../smallBundle.ts";

/** What `faultOf` says of a small sound bundle after these changes to it. */
function fault(changes: Changes) {
  return faultOf(smallBundle(changes));
}

describe("a bundle", () => {
  test("in which everything fits together has no fault", () => {
    fc.assert(
      fc.property(projectBundle, (bundle) => {
        expect(faultOf(bundle)).toBeNull();
      }),
    );
    expect(fault({})).toBeNull();
  });

  test.each<[string, Changes, string, string]>([
    ["an id twice", { topic: { parentId: null }, twice: "topics" }, "topics[1].id", "twice"],
    [
      "a record of another project",
      { coder: { projectId: newId() } },
      "coders[0].projectId",
      "another project",
    ],
    ["a topic below itself", { topic: "own parent" }, "topics[0].parentId", "circle"],
    [
      "a topic without its parent",
      { topic: { parentId: newId() } },
      "topics[0].parentId",
      "no topic",
    ],
    [
      "a speaker without the organisation",
      { speaker: { organisationId: newId() } },
      "speakers[0].organisationId",
      "no organisation",
    ],
    [
      "an article without its text",
      { article: { textId: newId() } },
      "articles[0].textId",
      "no text",
    ],
    [
      "a text with a carriage return",
      { text: { text: "We oppose\rthis." } },
      "texts[0].text",
      "carriage return",
    ],
    [
      "a text with half a character",
      { text: { text: "We oppose \ud83d." } },
      "texts[0].text",
      "half a character",
    ],
    [
      "a document that is none",
      { text: { content: { type: "doc" } } },
      "texts[0].content",
      "no document",
    ],
    [
      "a document with other words",
      { text: { content: contentOf("We support this.") } },
      "texts[0].content",
      "not those",
    ],
    [
      "a statement without its article",
      { statement: { articleId: newId() } },
      "statements[0].articleId",
      "no article",
    ],
    [
      "a statement without its coder",
      { statement: { coderId: newId() } },
      "statements[0].coderId",
      "no coder",
    ],
    [
      "a statement without its speaker",
      { statement: { speakerIds: [newId()] } },
      "statements[0].speakerIds[0]",
      "no speaker",
    ],
    [
      "a statement without its topic",
      { statement: { topics: [{ topicId: newId(), stance: "opposes" }] } },
      "statements[0].topics[0].topicId",
      "no topic",
    ],
    [
      "a range outside the text",
      { range: { start: 3, end: 90 } },
      "statements[0].ranges[0]",
      "outside",
    ],
    [
      "other words than the text has",
      { range: { exact: "uphold" } },
      "statements[0].ranges[0].exact",
      "“oppose”, not “uphold”",
    ],
    [
      "a range that is longer than its words",
      { range: { end: 10 } },
      "statements[0].ranges[0].exact",
      "other words",
    ],
    [
      "a cue outside the text",
      { statement: { cue: { start: 15, end: 80 } } },
      "statements[0].cue",
      "outside",
    ],
    [
      "a range through a character",
      {
        text: { text: "We 👍 this.", content: contentOf("We 👍 this.") },
        range: { start: 3, end: 4, exact: "\ud83d" },
      },
      "statements[0].ranges[0]",
      "cuts a character",
    ],
  ])("with %s says where and what", (_, changes, path, what) => {
    const found = fault(changes);
    expect(found?.path).toBe(path);
    expect(found?.what).toContain(what);
  });

  test("lets a lost statement keep words that its text has no more", () => {
    const gone = { range: { start: 30, end: 36, exact: "uphold" } };
    expect(fault({ ...gone, statement: { lost: true } })).toBeNull();
    expect(fault(gone)).not.toBeNull();
  });

  test("knows a circle of topics however long, and takes a deep tree", () => {
    const [topic] = smallBundle({}).topics;
    if (!topic) throw new Error("no topic");
    const chain = Array.from({ length: 2000 }, () => ({ ...topic, id: newId<"topic">() }));
    const tree = chain.map((each, i) => ({ ...each, parentId: chain[i - 1]?.id ?? null }));
    const sound: ProjectBundle = { ...smallBundle({}), topics: [topic, ...tree] };
    expect(faultOf(sound)).toBeNull();
    const circle = tree.with(0, {
      ...topic,
      id: chain[0]?.id ?? topic.id,
      parentId: chain.at(-1)?.id ?? null,
    });
    expect(faultOf({ ...sound, topics: [topic, ...circle] })?.what).toContain("circle");
  });
});

describe("a copy of a bundle", () => {
  test("shares no id with it, fits together, and is the same but for ids and name", () => {
    fc.assert(
      fc.property(projectBundle, (bundle) => {
        const copy = bundleCopy(bundle);
        expect(faultOf(copy)).toBeNull();
        const original = new Set(idsIn(bundle));
        expect(idsIn(copy).filter((id) => original.has(id))).toEqual([]);
        expect(
          withNumberedIds({ ...copy, project: { ...copy.project, name: bundle.project.name } }),
        ).toEqual(withNumberedIds(bundle));
        // Records that sort by id by the time they were made still do.
        for (const list of ["articles", "statements"] as const) {
          const order = (one: ProjectBundle) =>
            one[list].map(({ id }, i) => ({ id, i })).toSorted((a, b) => (a.id < b.id ? -1 : 1));
          expect(order(copy).map(({ i }) => i)).toEqual(order(bundle).map(({ i }) => i));
        }
      }),
      { numRuns: 40 },
    );
  });
});

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function idsIn(bundle: ProjectBundle): string[] {
  return JSON.stringify(bundle).match(uuid) ?? [];
}

/** The bundle with each id replaced by the number of its first place. */
function withNumberedIds(bundle: ProjectBundle): unknown {
  const numbers = new Map<string, number>();
  return JSON.parse(
    JSON.stringify(bundle).replaceAll(uuid, (id) => {
      if (!numbers.has(id)) numbers.set(id, numbers.size);
      return `#${numbers.get(id) ?? ""}`;
    }),
  );
}
