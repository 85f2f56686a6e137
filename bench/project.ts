import { hashOf, type Article, type ArticleText } from "../src/model/article.ts";
import type { ProjectBundle } from "../src/model/bundle.ts";
import { palette } from "../src/model/codebook.ts";
import type { Id } from "../src/model/id.ts";
import { contentOf } from "../src/model/projectFile.ts";
import { quotations } from "../src/model/quotation.ts";
import { anchored, stances, type Statement } from "../src/model/statement.ts";
import { sample } from "./article.ts";

/** How large a project is. */
export interface Size {
  readonly articles: number;
  /** Of each article. */
  readonly words: number;
  /** Of the project; spread over the articles. */
  readonly statements: number;
}

const ids = {
  project: 1,
  coder: 2,
  organisation: 3,
  topic: 4,
  speaker: 5,
  article: 6,
  text: 7,
  statement: 8,
};

/** The same id for the same number, sorted as the numbers are. */
function idOf<Kind extends keyof typeof ids>(kind: Kind, number = 0): Id<Kind> {
  const tail = String(number).padStart(12, "0");
  return `00000000-0000-7000-800${ids[kind]}-${tail}` as Id<Kind>; // a UUID by its form
}

/** An invented project, the same for the same size: 200 speakers, 60 topics three deep. */
export function project({ articles, words, statements }: Size): ProjectBundle {
  const projectId = idOf("project");
  const each = Math.ceil(statements / articles);
  const texts: ArticleText[] = [];
  const list: Article[] = [];
  const coded: Statement[] = [];
  for (let i = 0; i < articles; i += 1) {
    const { text, marks } = sample(words, Math.min(each, statements - coded.length), i + 1);
    texts.push({ id: idOf("text", i), projectId, content: contentOf(text), text });
    list.push({
      id: idOf("article", i),
      projectId,
      textId: idOf("text", i),
      textHash: hashOf(text),
      title: `Article ${i}: ${text.slice(0, 40)}`,
      publisher: `Publisher ${i % 40}`,
      byline: "",
      place: "",
      section: "",
      publishedAt: `20${10 + (i % 15)}-${String(1 + (i % 12)).padStart(2, "0")}-0${1 + (i % 9)}`,
      url: "",
      language: "en",
      progress: "in work",
      note: "",
      fields: {},
      createdAt: 0,
    });
    for (const mark of marks) {
      const n = coded.length;
      coded.push({
        id: idOf("statement", n),
        projectId,
        articleId: idOf("article", i),
        ranges: anchored(text, mark.ranges),
        speakerIds: [idOf("speaker", (n * 7) % 200)],
        topics: [{ topicId: idOf("topic", (n * 11) % 60), stance: stances[n % 4] ?? "not set" }],
        quotation: quotations[n % 4] ?? "direct",
        cue: null,
        lost: false,
        note: n % 5 === 0 ? `note ${(n * 7919) % statements}` : "",
        fields: {},
        comments: [],
        coderId: idOf("coder"),
        origin: "manual",
        toDiscuss: n % 9 === 0,
        createdAt: n,
        updatedAt: n,
      });
    }
  }
  return {
    project: { id: projectId, name: "Bench", createdAt: 0, removedAt: null },
    coders: [{ id: idOf("coder"), projectId, name: "Ada", colour: "#1d4ed8" }],
    organisations: [
      {
        id: idOf("organisation"),
        projectId,
        name: "Council",
        aliases: [],
        type: "",
        archived: false,
      },
    ],
    speakers: Array.from({ length: 200 }, (_, i) => ({
      id: idOf("speaker", i),
      projectId,
      name: `Speaker ${(i * 37) % 200}`,
      aliases: [],
      role: "",
      organisationId: i % 3 === 0 ? null : idOf("organisation"),
      colour: palette[i % palette.length] ?? "#475569",
      note: "",
      archived: false,
    })),
    topics: Array.from({ length: 60 }, (_, i) => ({
      id: idOf("topic", i),
      projectId,
      parentId: i < 6 ? null : idOf("topic", Math.floor(i / 6) - 1),
      name: `topic ${i}`,
      colour: palette[i % palette.length] ?? "#475569",
      definition: "",
      keywords: [],
      shortcut: "",
      archived: false,
      position: i,
    })),
    fields: [],
    views: [],
    rejections: [],
    learning: null,
    articles: list,
    texts,
    statements: coded,
  };
}
