import { hashOf, type Article, type ArticleText } from "../../src/model/article.ts";
import type { Anchor } from "../../src/model/anchor.ts";
import type { ProjectBundle } from "../../src/model/bundle.ts";
import type { Coder, Speaker, Topic } from "../../src/model/codebook.ts";
import type { Id } from "../../src/model/id.ts";
import { contentOf } from "../../src/model/projectFile.ts";
import { anchored, type Statement } from "../../src/model/statement.ts";

/** What a test wants to be different in the small bundle below. */
export interface Changes {
  readonly name?: string;
  readonly coder?: Partial<Coder>;
  readonly topic?: Partial<Topic> | "own parent";
  readonly speaker?: Partial<Speaker>;
  readonly article?: Partial<Article>;
  readonly text?: Partial<ArticleText>;
  readonly statement?: Partial<Statement>;
  readonly range?: Partial<Anchor>;
  /** A list whose first record is to stand in it twice. */
  readonly twice?: "topics";
}

/** An id for tests: the same number gives the same one. */
export function idOf<Kind extends string>(number: number): Id<Kind> {
  return `00000000-0000-7000-8000-${String(number).padStart(12, "0")}` as Id<Kind>; // a UUID is one
}

/** A sound project of one of each: Wang Yi opposes tariffs in an article of three words. */
export function smallBundle(changes: Changes = {}): ProjectBundle {
  const projectId = idOf<"project">(1);
  const words = changes.text?.text ?? "We oppose this.";
  const topicId = idOf<"topic">(3);
  const topic: Topic = {
    id: topicId,
    projectId,
    parentId: null,
    name: "tariffs",
    colour: "#c2410c",
    definition: "",
    keywords: ["tariff"],
    shortcut: "",
    archived: false,
    position: 0,
    ...(changes.topic === "own parent" ? { parentId: topicId } : changes.topic),
  };
  const [range] = anchored("We oppose this.", [{ start: 3, end: 9 }]);
  if (!range) throw new Error("no range");
  return {
    project: { id: projectId, name: changes.name ?? "Test", createdAt: 0, removedAt: null },
    coders: [{ id: idOf(2), projectId, name: "Ada", colour: "#1d4ed8", ...changes.coder }],
    topics: changes.twice === "topics" ? [topic, topic] : [topic],
    organisations: [
      {
        id: idOf(4),
        projectId,
        name: "Government of China",
        aliases: [],
        type: "",
        archived: false,
      },
    ],
    speakers: [
      {
        id: idOf(5),
        projectId,
        name: "Wang Yi",
        aliases: ["Wang"],
        role: "Foreign Minister",
        organisationId: idOf(4),
        colour: "#0f766e",
        note: "",
        archived: false,
        ...changes.speaker,
      },
    ],
    fields: [],
    views: [],
    rejections: [],
    learning: null,
    articles: [
      {
        id: idOf(6),
        projectId,
        textId: idOf(7),
        textHash: hashOf(words.toWellFormed()),
        title: "Wang Yi meets Sirojiddin Muhriddin",
        publisher: "Agency",
        byline: "",
        place: "Almaty",
        section: "",
        publishedAt: "2025-04-26",
        url: "https://example.org/wang",
        language: "en",
        progress: "in work",
        note: "",
        fields: {},
        createdAt: 0,
        ...changes.article,
      },
    ],
    texts: [{ id: idOf(7), projectId, content: contentOf(words), text: words, ...changes.text }],
    statements: [
      {
        id: idOf(8),
        projectId,
        articleId: idOf(6),
        ranges: [{ ...range, ...changes.range }],
        speakerIds: [idOf(5)],
        topics: [{ topicId, stance: "opposes" }],
        quotation: "direct",
        cue: null,
        lost: false,
        note: "",
        fields: {},
        comments: [],
        coderId: idOf(2),
        origin: "manual",
        toDiscuss: false,
        createdAt: 0,
        updatedAt: 0,
        ...changes.statement,
      },
    ],
  };
}

/** The small project with so many statements, all on the same words. */
export function withStatements(count: number): ProjectBundle {
  const bundle = smallBundle();
  const statements = Array.from({ length: count }, (_, i) =>
    bundle.statements.map((one) => ({ ...one, id: idOf<"statement">(100_000 + i) })),
  ).flat();
  return { ...bundle, statements };
}
