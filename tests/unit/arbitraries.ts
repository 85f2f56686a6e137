import fc from "fast-check";
import { hashOf, progresses, type Article, type ArticleText } from "../../src/model/article.ts";
import type { ProjectBundle } from "../../src/model/bundle.ts";
import { palette } from "../../src/model/codebook.ts";
import type { Field } from "../../src/model/field.ts";
import type { BlockContent, Piece } from "../../src/model/document.ts";
import { newId, type Id } from "../../src/model/id.ts";
import type { NamedView } from "../../src/model/project.ts";
import { contentOf } from "../../src/model/projectFile.ts";
import { quotations } from "../../src/model/quotation.ts";
import { trimRange, type Range } from "../../src/model/range.ts";
import { anchored, stances, type Statement } from "../../src/model/statement.ts";

/** What news holds, and what breaks programs: each may come next to each. */
const pieces = [
  "Wang said",
  "“We oppose this,”",
  '"no"',
  "e\u0301", // a combining mark
  "👩‍👩‍👧", // joined by zero-width joiners
  "🇹🇯",
  "𝔘", // outside the basic plane
  "关税",
  "貿易は",
  "التعريفات",
  "שלום",
  "\u200f", // right-to-left mark
  "\u00a0",
  "\u200b",
  "-- ",
  "=1+1",
  "'",
  ",",
  ";",
  "\\",
  "\t",
  " ",
  ".",
  "[…]",
  "*a* _b_ `c` <d> &amp; # + - 1.",
];

const words = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 6 })), {
    maxLength: 12,
  })
  .map((each) => each.join(""));

/** Text as a file may hold it: any line ends, never half a character. */
export const rawText = fc
  .array(fc.tuple(words, fc.constantFrom("\n", "\r\n", "\n\n", "\r\n\r\n", "\r")), { maxLength: 8 })
  .map((lines) =>
    lines
      .map(([line, end]) => line + end)
      .join("")
      .toWellFormed(),
  );

const marked: fc.Arbitrary<Piece> = fc.record(
  {
    text: words.map((each) => each.toWellFormed()),
    em: fc.boolean(),
    strong: fc.boolean(),
    href: fc.constantFrom("https://example.org/a", "mailto:a@b.org", "javascript:alert(1)", "#x"),
  },
  { requiredKeys: ["text"] },
);

/** Blocks as a page or a Word file has them: headings, quotes and lists in one another. */
export const blockContents: fc.Arbitrary<readonly BlockContent[]> = fc.letrec<{
  block: BlockContent;
  blocks: BlockContent[];
}>((tie) => {
  const inline = fc.array(marked, { maxLength: 3 });
  const blocks = tie("blocks");
  return {
    blocks: fc.array(tie("block"), { maxLength: 4 }),
    block: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.record({ kind: fc.constant("paragraph" as const), pieces: inline }),
      fc.record({
        kind: fc.constant("heading" as const),
        level: fc.integer({ min: 0, max: 9 }),
        pieces: inline,
      }),
      fc.record({ kind: fc.constant("quote" as const), blocks }),
      fc.record({
        kind: fc.constant("list" as const),
        start: fc.option(fc.nat(20)),
        items: fc.array(blocks, { maxLength: 3 }),
      }),
    ),
  };
}).blocks;

/** An article text: LF alone, and something in it that is not white space. */
export const articleText = rawText
  .map((text) => text.replaceAll(/\r\n?/g, "\n"))
  .filter((text) => /[^\s\u200b]/u.test(text));

/** A text and a range of it as a selection would give it. */
export const textAndRange = articleText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([from, to]) => ({
      text,
      range: trimRange(text, from, to) ?? trimRange(text, 0, text.length),
    }))
    .filter((pair): pair is { text: string; range: Range } => pair.range !== null),
);

/** Not made smaller on failure: small ones are all the same. */
const id = <Kind extends string>() => fc.noShrink(fc.uuid().map((uuid) => uuid as Id<Kind>)); // a UUID is one
const colour = fc.constantFrom(...palette);
const name = fc
  .oneof(words, fc.constantFrom("=HYPERLINK(1)", "A; B", "Müller", "王毅", "one, two"))
  .map((each) => each.trim() || "Someone");
const instant = fc.integer({ min: 0, max: 8.64e15 });
const date = fc.constantFrom("", "2024", "2024-05", "2024-05-03");
const someOf = <T>(from: readonly T[]) => fc.subarray([...from], { minLength: 0 });

/** A whole project in which everything that one record names is there. */
export const projectBundle: fc.Arbitrary<ProjectBundle> = fc
  .record({
    projectId: id<"project">(),
    coders: fc.array(fc.record({ id: id<"coder">(), name, colour }), {
      minLength: 1,
      maxLength: 2,
    }),
    topics: fc.array(
      fc.record({
        id: id<"topic">(),
        name,
        colour,
        definition: words,
        keywords: fc.array(words),
        shortcut: fc.constantFrom("", "x"),
        archived: fc.boolean(),
        parent: fc.nat(),
      }),
      { maxLength: 4 },
    ),
    organisations: fc.array(
      fc.record({
        id: id<"organisation">(),
        name,
        aliases: fc.array(name, { maxLength: 2 }),
        type: words,
        archived: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
    speakers: fc.array(
      fc.record({
        id: id<"speaker">(),
        name,
        aliases: fc.array(name, { maxLength: 2 }),
        role: words,
        colour,
        note: words,
        archived: fc.boolean(),
        of: fc.nat(),
      }),
      { maxLength: 3 },
    ),
    fields: fc.array(
      fc.record({
        id: id<"field">(),
        name,
        on: fc.constantFrom("statement" as const, "article" as const),
        archived: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
    articles: fc.array(
      fc.record({
        id: id<"article">(),
        textId: id<"text">(),
        text: articleText,
        words,
        date,
        progress: fc.constantFrom(...progresses),
        createdAt: instant,
      }),
      { minLength: 1, maxLength: 3 },
    ),
    name,
    createdAt: instant,
  })
  .chain((parts) => {
    const projectId = parts.projectId;
    const topics = parts.topics.map(({ parent, ...topic }, i) => ({
      ...topic,
      projectId,
      // A topic stands at the top, or under an earlier one: the tree has no circle.
      parentId:
        parts.topics[parent % (i + 1)]?.id === topic.id
          ? null
          : (parts.topics[parent % (i + 1)]?.id ?? null),
      position: i,
    }));
    const speakers = parts.speakers.map(({ of, ...speaker }) => ({
      ...speaker,
      projectId,
      organisationId: parts.organisations[of % 3]?.id ?? null,
    }));
    const fields: Field[] = parts.fields.map((field, position) => ({
      ...field,
      projectId,
      kind: "text",
      choices: [],
      position,
    }));
    const views: NamedView[] = parts.topics.slice(0, 1).map((topic) => ({
      id: newId(),
      projectId,
      name: topic.name,
      filter: { topic: topic.id, text: "a = b" },
    }));
    const articles: Article[] = parts.articles.map((article) => ({
      id: article.id,
      projectId,
      textId: article.textId,
      textHash: hashOf(article.text),
      title: article.words,
      publisher: article.words,
      byline: "",
      place: article.words,
      section: article.words,
      publishedAt: article.date,
      url: "https://example.org/?a=1&b=2",
      language: "en",
      progress: article.progress,
      note: article.words,
      fields: Object.fromEntries(
        fields.filter(({ on }) => on === "article").map(({ id: of }) => [of, article.words]),
      ),
      createdAt: article.createdAt,
    }));
    const texts: ArticleText[] = parts.articles.map((article) => ({
      id: article.textId,
      projectId,
      content: contentOf(article.text),
      text: article.text,
    }));
    const statement = fc.nat(parts.articles.length - 1).chain((index) => {
      const text = texts[index]?.text ?? "";
      const offset = fc.nat(text.length);
      const range = fc.tuple(offset, offset).map(([from, to]) => trimRange(text, from, to));
      return fc
        .record({
          id: id<"statement">(),
          articleId: fc.constant(articles[index]?.id ?? ("" as Id<"article">)), // there is one at the index
          ranges: fc
            .array(range, { minLength: 1, maxLength: 3 })
            .map((each) => each.filter((one) => one !== null))
            .filter((each) => each.length > 0)
            .map((each) => anchored(text, each)),
          speakerIds: someOf(speakers.map((speaker) => speaker.id)),
          topics: someOf(topics.map((topic) => topic.id)).chain((ids) =>
            fc.tuple(
              ...ids.map((topicId) =>
                fc.record({ topicId: fc.constant(topicId), stance: fc.constantFrom(...stances) }),
              ),
            ),
          ),
          quotation: fc.constantFrom(...quotations),
          cue: fc.option(range),
          lost: fc.boolean(),
          note: words,
          fields: someOf(fields.filter(({ on }) => on === "statement")).map((some) =>
            Object.fromEntries(some.map(({ id: of }) => [of, "a value"])),
          ),
          comments: fc.array(
            fc.record({
              coderId: fc.constantFrom(...parts.coders.map((coder) => coder.id)),
              at: instant,
              text: name,
            }),
            { maxLength: 2 },
          ),
          coderId: fc.constantFrom(...parts.coders.map((coder) => coder.id)),
          origin: fc.constantFrom("manual" as const, "suggested" as const, "imported" as const),
          toDiscuss: fc.boolean(),
          createdAt: instant,
          updatedAt: instant,
        })
        .map((each): Statement => ({ ...each, projectId }));
    });
    return fc.array(statement, { maxLength: 5 }).map((statements) => ({
      project: { id: projectId, name: parts.name, createdAt: parts.createdAt, removedAt: null },
      coders: byId(parts.coders.map((coder) => ({ ...coder, projectId }))),
      topics: byId(topics),
      organisations: byId(parts.organisations.map((one) => ({ ...one, projectId }))),
      speakers: byId(speakers),
      fields: byId(fields),
      views,
      rejections: articles.slice(0, 1).map((article) => ({
        id: newId<"rejection">(),
        projectId,
        articleId: article.id,
        textId: article.textId,
        ranges: [{ start: 0, end: 1 }],
        coderId: parts.coders[0]?.id ?? newId<"coder">(),
        createdAt: article.createdAt,
      })),
      learning: {
        projectId,
        weights: Uint8Array.from([0, 127, 128, 255]),
        cueWords: ["opines"],
        statements: 12,
        heldOut: null,
        ...(texts[0] && { forgotten: [texts[0].id] }),
      },
      articles: byId(articles),
      texts: byId(texts),
      statements: byId(statements),
    }));
  });

/** In the order in which the store gives records back. */
function byId<T extends { readonly id: string }>(records: readonly T[]): T[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
