import { newTopic, shortcutFault, topicSchema, type Topic } from "../model/codebook.ts";
import type { TopicId } from "../model/id.ts";
import { keywordPattern } from "../model/keyword.ts";
import type { Result } from "../model/problem.ts";
import { branchesOf, moved } from "../model/topicTree.ts";
import { entriesOf, entryOf, refuseTaken, validName } from "./codebookDraft.ts";
import { commit, Refusal } from "./commit.ts";
import type { Actor } from "./store.ts";

/** Makes a topic, the last below its parent. */
export function createTopic(
  actor: Actor,
  name: string,
  parentId: TopicId | null = null,
): Promise<Result<Topic>> {
  return commit(actor, "Add a topic", async (draft) => {
    const topics = await entriesOf(draft, actor, "topics");
    if (parentId !== null) entryOf(topics, parentId, "topics");
    const topic = newTopic(actor.projectId, validName(name), topics, parentId);
    refuseSibling(topics, topic);
    await draft.put("topics", topic);
    return topic;
  });
}

/** What an analyst says of a topic; where it stands is `moveTopic`'s. */
export type TopicDetails = Pick<Topic, "name" | "colour" | "definition" | "keywords" | "shortcut">;

const titles: Readonly<Record<keyof TopicDetails, string>> = {
  name: "Rename a topic",
  colour: "Colour a topic",
  definition: "Define a topic",
  keywords: "Change a topic's keywords",
  shortcut: "Change a topic's shortcut",
};

export function editTopic<K extends keyof TopicDetails>(
  actor: Actor,
  id: TopicId,
  part: K,
  value: TopicDetails[K],
): Promise<Result<Topic>> {
  return commit(actor, titles[part], async (draft) => {
    const topics = await entriesOf(draft, actor, "topics");
    const given = { ...entryOf(topics, id, "topics"), [part]: value };
    const topic: Topic = { ...given, name: validName(given.name) };
    if (part === "name") refuseSibling(topics, topic);
    if (part === "colour" && !topicSchema.shape.colour.safeParse(topic.colour).success)
      throw new Refusal(`“${topic.colour}” is no colour.`, "Write it as #rrggbb.");
    if (part === "keywords") for (const [i, word] of topic.keywords.entries()) refuseBad(word, i);
    const fault = part === "shortcut" ? shortcutFault(topic.shortcut, id, topics) : null;
    if (fault) throw new Refusal(`The key “${topic.shortcut}” ${fault}.`, "Choose another letter.");
    const kept: Topic = { ...topic, shortcut: topic.shortcut.toLowerCase() };
    await draft.put("topics", kept);
    return kept;
  });
}

/** Puts a topic, and all below it, below `parentId`, at `index` among those there (itself not counted). */
export function moveTopic(
  actor: Actor,
  id: TopicId,
  parentId: TopicId | null,
  index: number,
): Promise<Result<void>> {
  return commit(actor, "Move a topic", async (draft) => {
    const topics = await entriesOf(draft, actor, "topics");
    const topic = entryOf(topics, id, "topics");
    if (parentId !== null) entryOf(topics, parentId, "topics");
    const changed = moved(topics, id, parentId, index);
    if (!changed)
      throw new Refusal(
        `“${topic.name}” cannot stand below itself.`,
        "Put it below a topic that is not one of its own.",
      );
    if (topic.parentId !== parentId) refuseSibling(topics, { ...topic, parentId });
    await draft.putAll("topics", changed);
  });
}

/** Two topics of one parent with the same name could not be told apart. */
function refuseSibling(topics: readonly Topic[], topic: Topic): void {
  const siblings = (branchesOf(topics).get(topic.parentId) ?? []).filter(
    ({ id }) => id !== topic.id,
  );
  const parent = topics.find(({ id }) => id === topic.parentId);
  refuseTaken("topics", topic.name, siblings, parent ? ` below “${parent.name}”` : "");
}

function refuseBad(keyword: string, index: number): void {
  const pattern = keywordPattern(keyword);
  if (pattern.ok) return;
  const { what, remedy } = pattern.problem;
  throw new Refusal(`Keyword ${index + 1}: ${what}`, remedy);
}
