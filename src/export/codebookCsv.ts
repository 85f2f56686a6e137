import type { ProjectCodebook } from "../model/codebookPlan.ts";
import type { TopicId } from "../model/id.ts";
import { folded } from "../model/name.ts";
import { branchesOf, topDown, waysTo } from "../model/topicTree.ts";
import { isFormula, list, quoted } from "./csv.ts";

/** The columns in their order: docs/file-formats.md says what each holds. */
const columns = [
  "kind",
  "name",
  "parent",
  "aliases",
  "colour",
  "definition",
  "keywords",
  "shortcut",
  "role",
  "organisation",
  "type",
  "note",
  "on",
  "takes",
  "choices",
  "archived",
  "id",
] as const;

type Row = { readonly [column in (typeof columns)[number]]?: string };

/** The codebook alone as a table for spreadsheets, one row an entry. Verbatim reads it back as it was. */
export function codebookCsv(codebook: ProjectCodebook): string {
  const rows = [
    ...topicRows(codebook),
    ...organisationRows(codebook),
    ...speakerRows(codebook),
    ...fieldRows(codebook),
  ];
  const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? "")).join(","));
  // Excel takes a file without a byte order mark for one in its own encoding.
  return `\uFEFF${[columns.join(","), ...lines].join("\r\n")}\r\n`;
}

function topicRows({ topics }: ProjectCodebook): Row[] {
  const byId = new Map(topics.map((topic) => [topic.id, topic]));
  const pathTo = (id: TopicId) => {
    const topic = byId.get(id);
    return topic ? path([...waysTo(byId, topic), topic].map(({ name }) => name)) : "";
  };
  const paths = Map.groupBy(topics, ({ id }) => folded(pathTo(id)));
  // A path that two topics have does not tell which is meant; an id does.
  const parent = (id: TopicId | null) => {
    if (id === null) return "";
    return (paths.get(folded(pathTo(id)))?.length ?? 0) > 1 ? id : pathTo(id);
  };
  return topDown(branchesOf(topics)).map((topic) => ({
    kind: "topic",
    name: topic.name,
    parent: parent(topic.parentId),
    colour: topic.colour,
    definition: topic.definition,
    keywords: list(topic.keywords),
    shortcut: topic.shortcut,
    archived: yesNo(topic.archived),
    id: topic.id,
  }));
}

function organisationRows({ organisations }: ProjectCodebook): Row[] {
  return organisations.map((one) => ({
    kind: "organisation",
    name: one.name,
    aliases: list(one.aliases),
    type: one.type,
    archived: yesNo(one.archived),
    id: one.id,
  }));
}

function speakerRows({ speakers, organisations }: ProjectCodebook): Row[] {
  const byId = new Map(organisations.map((one) => [one.id, one]));
  const names = Map.groupBy(organisations, ({ name }) => folded(name));
  return speakers.map((speaker) => {
    const employer = speaker.organisationId === null ? undefined : byId.get(speaker.organisationId);
    const shared = employer ? (names.get(folded(employer.name))?.length ?? 0) > 1 : false;
    return {
      kind: "speaker",
      name: speaker.name,
      aliases: list(speaker.aliases),
      colour: speaker.colour,
      role: speaker.role,
      organisation: (shared ? employer?.id : employer?.name) ?? "",
      note: speaker.note,
      archived: yesNo(speaker.archived),
      id: speaker.id,
    };
  });
}

function fieldRows({ fields }: ProjectCodebook): Row[] {
  return fields
    .toSorted((a, b) => b.on.localeCompare(a.on) || a.position - b.position)
    .map((field) => ({
      kind: "field",
      name: field.name,
      on: field.on,
      takes: field.kind,
      choices: list(field.choices),
      archived: yesNo(field.archived),
      id: field.id,
    }));
}

/** The names from the top level down, " > " between them; a backslash stands before > and \ in one. */
function path(names: readonly string[]): string {
  return names.map((name) => name.replaceAll(/[\\>]/g, String.raw`\$&`)).join(" > ");
}

function yesNo(value: boolean): string {
  return value ? "yes" : "no";
}

/**
 * A cell, with an apostrophe before what a spreadsheet would run as a formula; before what begins
 * with apostrophes and such a formula, one more, so that reading takes away exactly what this adds.
 */
function cell(words: string): string {
  return quoted(isFormula(words.replace(/^'+/, "")) ? `'${words}` : words);
}
