import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { faultOf } from "../../../src/model/bundle.ts";
import type { Topic } from "../../../src/model/codebook.ts";
import { fieldsOn } from "../../../src/model/field.ts";
import { stances, type Statement } from "../../../src/model/statement.ts";
import type { Result } from "../../../src/model/problem.ts";
import { editArticle } from "../../../src/store/articles.ts";
import {
  archiveEntries,
  deleteOrganisations,
  deleteSpeakers,
  deleteTopics,
  mergeOrganisations,
  mergeSpeakers,
  mergeTopics,
} from "../../../src/store/codebookEntries.ts";
import {
  createField,
  deleteFields,
  mergeFields,
  moveField,
  renameField,
  reshapeField,
} from "../../../src/store/codebookFields.ts";
import {
  createOrganisation,
  createSpeaker,
  editOrganisation,
  editSpeaker,
  splitAlias,
} from "../../../src/store/codebookSpeakers.ts";
import { createTopic, editTopic, moveTopic } from "../../../src/store/codebookTopics.ts";
import { recode } from "../../../src/store/recode.ts";
import { bundleOf } from "../../../src/store/projects.ts";
import type { Actor } from "../../../src/store/store.ts";
import { redo, undo, undoableOf } from "../../../src/store/undo.ts";
import { idOf, smallBundle } from "../smallBundle.ts";
import { must, openProject, recordsOf, refusal } from "./openStore.ts";

/** A codebook with a tree, two speakers, and statements that have them in every mixture. */
function fullBundle() {
  const bundle = smallBundle();
  const [topic] = bundle.topics;
  const [speaker] = bundle.speakers;
  const [statement] = bundle.statements;
  const [organisation] = bundle.organisations;
  if (!topic || !speaker || !statement || !organisation) throw new Error("It has one of each");
  const topics: Topic[] = [
    topic,
    { ...topic, id: idOf(31), name: "steel", parentId: topic.id, keywords: ["steel"] },
    { ...topic, id: idOf(32), name: "duties", parentId: topic.id, position: 1, definition: "D" },
    { ...topic, id: idOf(33), name: "trade", position: 1 },
  ];
  const speakers = [
    speaker,
    { ...speaker, id: idOf<"speaker">(51), name: "Ada", aliases: [], organisationId: null },
  ];
  const statements: Statement[] = topics.map((_, i) => ({
    ...statement,
    id: idOf(80 + i),
    topics: topics
      .slice(0, i + 1)
      .map(({ id }, n) => ({ topicId: id, stance: stances[(i + n) % 4] ?? "not set" })),
    speakerIds: speakers.slice(0, i % 3).map(({ id }) => id),
  }));
  const organisations = [
    organisation,
    { ...organisation, id: idOf<"organisation">(41), name: "UN" },
  ];
  return { ...bundle, topics, speakers, organisations, statements };
}

const kinds = [
  "topic",
  "rename",
  "define",
  "move",
  "mergeTopics",
  "deleteTopics",
  "archive",
  "speaker",
  "employ",
  "mergeSpeakers",
  "deleteSpeakers",
  "split",
  "organisation",
  "mergeOrganisations",
  "deleteOrganisations",
  "field",
  "reshape",
  "moveField",
  "archiveField",
  "mergeFields",
  "valueOf",
  "deleteField",
] as const;
const action = fc.record({
  kind: fc.constantFrom(...kinds),
  pick: fc.nat(1000),
  more: fc.nat(1000),
  words: fc.constantFrom("Wang Yi", "关税", "👍", "trade", "steel"),
});

/** Does something to the codebook; refusals are as good as anything. Null where there is nothing to do it to. */
async function act(
  actor: Actor,
  {
    kind,
    pick,
    more,
    words,
  }: { kind: (typeof kinds)[number]; pick: number; more: number; words: string },
): Promise<Result<unknown> | null> {
  const { topics, speakers, organisations, fields, statements } = await recordsOf(actor.store);
  const one = <T>(list: readonly T[], at = pick) => list[at % Math.max(1, list.length)];
  const [topic, other] = [one(topics), one(topics, more)];
  const [speaker, second] = [one(speakers), one(speakers, more)];
  const [organisation, body] = [one(organisations), one(organisations, more)];
  const field = one(fields);
  const elsewhere = <T extends { readonly id: string }>(a: T | undefined, b: T | undefined) =>
    a && b && a.id !== b.id && more % 3 > 0 ? b : null;
  switch (kind) {
    case "topic":
      return createTopic(actor, words, more % 2 === 0 ? null : (topic?.id ?? null));
    case "rename":
      return topic ? editTopic(actor, topic.id, "name", words) : null;
    case "define":
      return topic ? editTopic(actor, topic.id, "keywords", [words, "/x+/i"]) : null;
    case "move":
      return topic
        ? moveTopic(actor, topic.id, elsewhere(topic, other)?.id ?? null, more % 4)
        : null;
    case "mergeTopics":
      return topic && other && topic !== other
        ? mergeTopics(actor, topic.id, [other.id], more % 2 === 0 ? "keep" : "discuss")
        : null;
    case "deleteTopics":
      return topic ? deleteTopics(actor, [topic.id], elsewhere(topic, other)?.id ?? null) : null;
    case "archive":
      return topic ? archiveEntries(actor, "topics", [topic.id], more % 2 === 0) : null;
    case "speaker":
      return createSpeaker(actor, words);
    case "employ":
      return speaker
        ? editSpeaker(
            actor,
            speaker.id,
            "organisation",
            more % 3 === 0 ? null : more % 3 === 1 || !body ? { name: words } : { id: body.id },
          )
        : null;
    case "mergeSpeakers":
      return speaker && second && speaker !== second
        ? mergeSpeakers(actor, speaker.id, [second.id])
        : null;
    case "deleteSpeakers":
      return speaker
        ? deleteSpeakers(actor, [speaker.id], elsewhere(speaker, second)?.id ?? null)
        : null;
    case "split":
      return speaker
        ? splitAlias(
            actor,
            speaker.id,
            speaker.aliases[0] ?? words,
            new Set(statements.slice(0, more % 4).map(({ id }) => id)),
          )
        : null;
    case "organisation":
      return organisation && more % 2 === 0
        ? editOrganisation(actor, organisation.id, "type", words)
        : createOrganisation(actor, words);
    case "mergeOrganisations":
      return organisation && body && organisation !== body
        ? mergeOrganisations(actor, organisation.id, [body.id])
        : null;
    case "deleteOrganisations":
      return organisation
        ? deleteOrganisations(actor, [organisation.id], elsewhere(organisation, body)?.id ?? null)
        : null;
    case "field":
      return field && more % 2 === 0
        ? renameField(actor, field.id, words)
        : createField(actor, {
            on: more % 3 === 0 ? "article" : "statement",
            name: words,
            kind: "choice",
            choices: ["a", "b"],
          });
    case "reshape":
      return field ? reshapeField(actor, field.id, { kind: "text", choices: [] }) : null;
    case "moveField":
      return field ? moveField(actor, field.id, more % 3) : null;
    case "archiveField":
      return field ? archiveEntries(actor, "fields", [field.id], more % 2 === 0) : null;
    case "mergeFields": {
      const same = one(fields, more);
      return field && same && field !== same
        ? mergeFields(actor, field.id, [same.id], pick % 2 === 0 ? "keep" : "replace")
        : null;
    }
    case "valueOf": {
      const statement = one(statements, more);
      return field?.on === "statement" && statement
        ? recode(actor, [statement.id], {
            do: "set field",
            field: field.id,
            value: field.choices[more % 2] ?? words,
          })
        : null;
    }
    case "deleteField":
      return field ? deleteFields(actor, [field.id]) : null;
  }
}

describe("whatever is done to the codebook", () => {
  test("is one action each that undo takes back to the last bit; the project stays sound", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 10 }), async (actions) => {
        const actor = await openProject(fullBundle());
        const before = await recordsOf(actor.store);
        for (const each of actions) {
          const { statements } = await recordsOf(actor.store);
          await act(actor, each);
          const bundle = await bundleOf(actor.store, actor.projectId);
          expect(bundle && faultOf(bundle)).toBeNull();
          expect(bundle?.statements).toHaveLength(statements.length);
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
});

describe("merging topics", () => {
  test("takes statements, keywords, definitions and topics below along, in one action", async () => {
    const actor = await openProject(fullBundle());
    must(await mergeTopics(actor, idOf(33), [idOf(3), idOf(32)], "discuss"));
    const { topics, statements } = await recordsOf(actor.store);
    expect(topics.map(({ name }) => name).toSorted()).toEqual(["steel", "trade"]);
    expect(topics.find(({ name }) => name === "steel")?.parentId).toBe(idOf(33));
    const merged = topics.find(({ name }) => name === "trade");
    expect(merged).toMatchObject({ definition: "D", keywords: ["tariff"], parentId: null });
    expect(statements.every((one) => one.topics.some(({ topicId }) => topicId === idOf(33)))).toBe(
      true,
    );
    // The last has opposes, neutral, not set and supports; what was set on the one that stays wins.
    const last = statements.at(-1);
    expect(last?.topics.find(({ topicId }) => topicId === idOf(33))?.stance).toBe("neutral");
    expect(last?.toDiscuss).toBe(true);
    const { undo: next } = await undoableOf(actor.store, actor.projectId);
    expect(next?.title).toBe("Merge 3 topics");
  });

  test("keeps named views showing what they showed", async () => {
    const bundle = fullBundle();
    const view = {
      id: idOf<"view">(90),
      projectId: idOf<"project">(1),
      name: "On steel",
      filter: { topic: idOf<"topic">(31) },
    };
    const actor = await openProject({ ...bundle, views: [view] });
    must(await mergeTopics(actor, idOf(33), [idOf(31)]));
    expect((await recordsOf(actor.store)).views[0]?.filter).toEqual({ topic: idOf(33) });
  });
});

describe("what cannot be", () => {
  test("is refused with the reason, and changes nothing", async () => {
    const actor = await openProject(fullBundle());
    const before = await recordsOf(actor.store);
    const refused = [
      [await createTopic(actor, " Trade "), "There is a topic “Trade” already."],
      [await createTopic(actor, "  "), "A name must not be empty."],
      [await moveTopic(actor, idOf(3), idOf(31), 0), "“tariffs” cannot stand below itself."],
      [
        await editTopic(actor, idOf(3), "keywords", ["x", "/(/"]),
        "Keyword 2: The expression /(/ cannot be read",
      ],
      [await editTopic(actor, idOf(3), "shortcut", "J"), "goes to the next statement"],
      [await editTopic(actor, idOf(3), "shortcut", "4"), "gives the topic of that place"],
      [await editTopic(actor, idOf(3), "colour", "red"), "“red” is no colour."],
      [await editSpeaker(actor, idOf(51), "name", "wang"), "as “Wang Yi” is called too"],
      [await splitAlias(actor, idOf(51), "Wang", new Set()), "“Ada” has no alias “Wang”."],
      [await deleteTopics(actor, [idOf(3)], idOf(3)), "“tariffs” is to be deleted itself."],
      [
        await createField(actor, { on: "article", name: "x", kind: "choice", choices: [" "] }),
        "There is nothing to choose from.",
      ],
    ] as const;
    for (const [result, reason] of refused) expect(refusal(result)).toContain(reason);
    expect(await recordsOf(actor.store)).toEqual(before);
  });

  test("a shortcut belongs to one topic", async () => {
    const actor = await openProject(fullBundle());
    must(await editTopic(actor, idOf(3), "shortcut", "W"));
    expect(refusal(await editTopic(actor, idOf(33), "shortcut", "w"))).toContain(
      "belongs to “tariffs”",
    );
  });
});

describe("deleting", () => {
  test("moves the label to another topic, or takes it away; topics below move up", async () => {
    const actor = await openProject(fullBundle());
    must(await deleteTopics(actor, [idOf(3)], null));
    let { topics, statements } = await recordsOf(actor.store);
    expect(topics.find(({ id }) => id === idOf(31))?.parentId).toBeNull();
    expect(statements[0]?.topics).toEqual([]);
    must(await undo(actor));
    must(await deleteTopics(actor, [idOf(3)], idOf(33)));
    ({ topics, statements } = await recordsOf(actor.store));
    expect(topics).toHaveLength(3);
    expect(statements[0]?.topics).toEqual([{ topicId: idOf(33), stance: "supports" }]);
  });

  test("of an organisation frees its speakers, or gives them another", async () => {
    const actor = await openProject(fullBundle());
    must(await deleteOrganisations(actor, [idOf(4)], idOf(41)));
    const { speakers } = await recordsOf(actor.store);
    expect(speakers[0]?.organisationId).toBe(idOf(41));
  });
});

describe("a speaker's alias", () => {
  test("becomes a speaker of its own, with the statements that were chosen", async () => {
    const actor = await openProject(fullBundle());
    const made = must(await splitAlias(actor, idOf(5), "Wang", new Set([idOf(81)])));
    const { speakers, statements } = await recordsOf(actor.store);
    expect(made).toMatchObject({ name: "Wang", role: "Foreign Minister" });
    expect(speakers.find(({ id }) => id === idOf(5))?.aliases).toEqual([]);
    const saying = statements.filter(({ speakerIds }) => speakerIds.includes(made.id));
    expect(saying.map(({ id }) => id)).toEqual([idOf(81)]);
    must(await mergeSpeakers(actor, idOf(5), [made.id]));
    expect((await recordsOf(actor.store)).speakers[0]?.aliases).toEqual(["Wang"]);
  });
});

describe("archiving a topic", () => {
  test("takes those below along; one that comes back brings those above it", async () => {
    const actor = await openProject(fullBundle());
    must(await archiveEntries(actor, "topics", [idOf(3)], true));
    const archived = async () =>
      (await recordsOf(actor.store)).topics.filter((one) => one.archived).map(({ name }) => name);
    expect((await archived()).toSorted()).toEqual(["duties", "steel", "tariffs"]);
    must(await archiveEntries(actor, "topics", [idOf(31)], false));
    expect(await archived()).toEqual(["duties"]);
  });
});

describe("a field of another kind", () => {
  test("keeps the values that fit, in the form of the new kind, and renamed choices", async () => {
    const bundle = fullBundle();
    const field = {
      id: idOf<"field">(70),
      projectId: idOf<"project">(1),
      on: "statement" as const,
      name: "Tone",
      kind: "text" as const,
      choices: [],
      archived: false,
      position: 0,
    };
    const values = ["calm", " Calm ", "7", "sharp"];
    const statements = bundle.statements.map((one, i) => ({
      ...one,
      fields: { [field.id]: values[i] ?? "" },
    }));
    const actor = await openProject({ ...bundle, fields: [field], statements });
    must(await reshapeField(actor, field.id, { kind: "choice", choices: ["calm", "sharp"] }));
    const tones = async () =>
      (await recordsOf(actor.store)).statements.map(({ fields }) => fields[field.id]);
    expect(await tones()).toEqual(["calm", "calm", undefined, "sharp"]);
    must(
      await reshapeField(
        actor,
        field.id,
        { kind: "choice", choices: ["quiet", "sharp"] },
        new Map([["calm", "quiet"]]),
      ),
    );
    expect(await tones()).toEqual(["quiet", "quiet", undefined, "sharp"]);
    must(await undo(actor));
    must(await undo(actor));
    must(await reshapeField(actor, field.id, { kind: "number", choices: [] }));
    expect(await tones()).toEqual([undefined, undefined, 7, undefined]);
  });
});

describe("merging fields", () => {
  const tone = {
    id: idOf<"field">(70),
    projectId: idOf<"project">(1),
    on: "statement" as const,
    name: "Tone",
    kind: "choice" as const,
    choices: ["calm", "sharp"],
    archived: false,
    position: 0,
  };
  const mood = { ...tone, id: idOf<"field">(71), name: "Mood", choices: ["Calm", "ironic"] };

  function bundle() {
    const full = fullBundle();
    const values = [
      { [tone.id]: "sharp" },
      { [mood.id]: "ironic" },
      { [tone.id]: "sharp", [mood.id]: "Calm" },
      {},
    ];
    const statements = full.statements.map((one, i) => ({ ...one, fields: values[i] ?? {} }));
    const view = {
      id: idOf<"view">(90),
      projectId: idOf<"project">(1),
      name: "Ironic ones",
      filter: { where: `field-${mood.id} is ironic` },
    };
    return { ...full, fields: [tone, mood], statements, views: [view] };
  }
  const tones = async (actor: Actor) =>
    (await recordsOf(actor.store)).statements.map(({ fields }) => fields);

  test("puts their values and choices together, as one action, and views go by the one that stays", async () => {
    const actor = await openProject(bundle());
    const before = await recordsOf(actor.store);
    must(await mergeFields(actor, tone.id, [mood.id]));
    const { fields, views } = await recordsOf(actor.store);
    expect(fields).toEqual([{ ...tone, choices: ["calm", "sharp", "ironic"] }]);
    expect(views[0]?.filter).toEqual({ where: `field-${tone.id} is ironic` });
    expect(await tones(actor)).toEqual([
      { [tone.id]: "sharp" },
      { [tone.id]: "ironic" },
      { [tone.id]: "sharp" },
      {},
    ]);
    must(await undo(actor));
    expect(await recordsOf(actor.store)).toEqual(before);
    must(await mergeFields(actor, tone.id, [mood.id], "replace"));
    expect((await tones(actor))[2]).toEqual({ [tone.id]: "calm" });
  });

  test("is done to fields of articles too", async () => {
    const full = bundle();
    const [article] = full.articles;
    if (!article) throw new Error("It has an article");
    const desk = {
      ...tone,
      id: idOf<"field">(72),
      on: "article" as const,
      kind: "text" as const,
      choices: [],
    };
    const beat = { ...desk, id: idOf<"field">(73), name: "Beat" };
    const actor = await openProject({
      ...full,
      fields: [...full.fields, desk, beat],
      articles: [{ ...article, fields: { [beat.id]: "steel" } }],
    });
    must(await mergeFields(actor, desk.id, [beat.id]));
    expect((await recordsOf(actor.store)).articles[0]?.fields).toEqual({ [desk.id]: "steel" });
  });

  test("that take different things is refused, and changes nothing", async () => {
    const full = bundle();
    const page = {
      ...tone,
      id: idOf<"field">(74),
      name: "Page",
      kind: "number" as const,
      choices: [],
    };
    const actor = await openProject({ ...full, fields: [...full.fields, page] });
    const before = await recordsOf(actor.store);
    expect(refusal(await mergeFields(actor, tone.id, [page.id]))).toBe(
      "“Page” takes number on statements, “Tone” takes choice on statements.",
    );
    expect(await recordsOf(actor.store)).toEqual(before);
  });
});

describe("archiving a field", () => {
  test("keeps every value, also when the article's details are edited, and moves it behind the others", async () => {
    const full = fullBundle();
    const [article] = full.articles;
    if (!article) throw new Error("It has an article");
    const field = {
      id: idOf<"field">(70),
      projectId: idOf<"project">(1),
      on: "article" as const,
      name: "Desk",
      kind: "text" as const,
      choices: [],
      archived: false,
      position: 0,
    };
    const beat = { ...field, id: idOf<"field">(71), name: "Beat", position: 1 };
    const tier = { ...field, id: idOf<"field">(72), name: "Tier", position: 2 };
    const actor = await openProject({
      ...full,
      fields: [field, beat, tier],
      articles: [{ ...article, fields: { [field.id]: "foreign" } }],
    });
    must(await archiveEntries(actor, "fields", [field.id], true));
    must(await moveField(actor, tier.id, 0));
    const { fields } = await recordsOf(actor.store);
    expect(fieldsOn(fields, "article").map(({ name }) => name)).toEqual(["Tier", "Beat"]);
    expect(fields.toSorted((a, b) => a.position - b.position).at(-1)?.name).toBe("Desk");
    must(
      await editArticle(actor, article.id, {
        metadata: article,
        note: "n",
        fields: { [beat.id]: "b" },
      }),
    );
    expect((await recordsOf(actor.store)).articles[0]?.fields).toEqual({
      [field.id]: "foreign",
      [beat.id]: "b",
    });
    must(await archiveEntries(actor, "fields", [field.id], false));
    must(await editArticle(actor, article.id, { metadata: article, note: "n", fields: {} }));
    expect((await recordsOf(actor.store)).articles[0]?.fields).toEqual({});
  });
});
