import type { Topic } from "../model/codebook.ts";
import { chosenStatements, type ChosenStatement } from "./chosen.ts";
import type { ExportFormat, ExportInput } from "./format.ts";

/** Passages with their sources, to read or to paste into a report (CommonMark 0.31). */
export const markdown: ExportFormat = {
  id: "markdown",
  label: "Passages (Markdown)",
  describe:
    "The passages with their sources, gathered by speaker or topic; to read or to quote from.",
  extension: ".md",
  mimeType: "text/markdown",
  wholeProject: false,
  options: ["groupBy"],
  write: async (input) => markdownParts(input),
};

interface Group {
  readonly heading: string;
  readonly entries: ChosenStatement[];
}

function markdownParts({ bundle, chosen, options }: ExportInput): string[] {
  const statements = [...chosenStatements(bundle, chosen)];
  const groups =
    options.groupBy === "speaker" ? bySpeaker(statements) : byTopic(statements, bundle.topics);
  const count = `${statements.length} statement${statements.length === 1 ? "" : "s"}`;
  const parts = [`# ${inline(bundle.project.name)}\n\n${count}, by ${options.groupBy}.\n`];
  for (const { heading, entries } of groups) {
    parts.push(`\n## ${heading}\n`);
    for (const entry of entries) parts.push(`\n${passage(entry)}\n`);
  }
  return parts;
}

/** By name; a statement of several speakers stands under each, one without a speaker at the end. */
function bySpeaker(statements: readonly ChosenStatement[]): Group[] {
  const groups = new Map<string, Group>();
  const unnamed: Group = { heading: "No speaker", entries: [] };
  for (const entry of statements) {
    if (entry.speakers.length === 0) unnamed.entries.push(entry);
    for (const [i, { id, name, role }] of entry.speakers.entries()) {
      const about = [role, entry.organisations[i] ?? ""].filter((part) => !isBlank(part));
      const heading = inline(about.length === 0 ? name : `${name} (${about.join(", ")})`);
      const group = groups.get(id) ?? { heading, entries: [] };
      group.entries.push(entry);
      groups.set(id, group);
    }
  }
  const named = [...groups.values()].toSorted((a, b) => a.heading.localeCompare(b.heading, "en"));
  return unnamed.entries.length === 0 ? named : [...named, unnamed];
}

/** In the order of the topic tree; a statement on several topics stands under each. */
function byTopic(statements: readonly ChosenStatement[], topics: readonly Topic[]): Group[] {
  const groups = treeOrder(topics).map(({ path, topic }) => ({
    heading: inline(path),
    entries: statements.filter(({ statement }) =>
      statement.topics.some(({ topicId }) => topicId === topic.id),
    ),
  }));
  const without = statements.filter(({ topics: own }) => own.length === 0);
  return [...groups, { heading: "No topic", entries: without }].filter(
    ({ entries }) => entries.length > 0,
  );
}

/** The topics as the tree shows them, each with the names above it. */
function treeOrder(topics: readonly Topic[]): { path: string; topic: Topic }[] {
  const children = Map.groupBy(topics, ({ parentId }) => parentId);
  const order: { path: string; topic: Topic }[] = [];
  const visit = (parentId: Topic["parentId"], above: string) => {
    for (const topic of (children.get(parentId) ?? []).toSorted(
      (a, b) => a.position - b.position,
    )) {
      const path = above + topic.name;
      order.push({ path, topic });
      visit(topic.id, `${path} › `);
    }
  };
  visit(null, "");
  return order;
}

/** The exact words as a quotation, and under them where they come from and how they were coded. */
function passage(entry: ChosenStatement): string {
  const { statement, article, speakers, topics } = entry;
  const quote = statement.ranges.map(({ exact }) => exact).join(" […] ");
  const title = isBlank(article.title) ? "Untitled article" : article.title;
  const source = [
    `*${inline(title)}*`,
    ...[article.byline, article.publisher, article.place, article.publishedAt]
      .filter((part) => !isBlank(part))
      .map(inline),
    ...(isBlank(article.url) ? [] : [link(article.url)]),
  ];
  const stances = topics.map(
    ({ name }, i) => `${inline(name)}: ${statement.topics[i]?.stance ?? "not set"}`,
  );
  const coding = [
    speakers.map(({ name }) => inline(name)).join(" and ") || "no speaker",
    statement.quotation,
    stances.join(", ") || "no topic",
    ...(statement.lost ? ["words no longer in the article text"] : []),
  ];
  const note = isBlank(statement.note) ? "" : `\n\nNote: ${inline(statement.note)}`;
  return `${blockquote(quote)}\n\n— ${source.join(", ")}  \n${coding.join(" · ")}${note}`;
}

function blockquote(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map((line) => (isBlank(line) ? "" : literal(line)))
    .join("\n\n")
    .replaceAll(/^/gm, "> ")
    .replaceAll(/^> $/gm, ">");
}

function isBlank(words: string): boolean {
  return words.trim() === "";
}

/** Words within a line. */
function inline(words: string): string {
  return literal(words.trim().replaceAll(/\s+/g, " "));
}

/**
 * A line that Markdown shows as it stands. Every ASCII punctuation character may have a backslash;
 * those get one that mean something, wherever they stand or at the beginning of a line only.
 */
function literal(line: string): string {
  return line
    .replaceAll(/[\\`*_[\]<>~|&$^=]/g, String.raw`\$&`)
    .replace(/^(\s*)([#+-])/, String.raw`$1\$2`)
    .replace(/^(\s*\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^[ \t]/, (space) => `&#${space.charCodeAt(0)};`)
    .replace(/[ \t]$/, (space) => `&#${space.charCodeAt(0)};`);
}

/** An address as a link where it is one of the web, else as words: nothing else may be run by a click. */
function link(url: string): string {
  return /^https?:\/\/[^\s<>\\]+$/i.test(url) ? `<${url}>` : inline(url);
}
