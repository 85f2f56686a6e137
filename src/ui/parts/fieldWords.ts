import type { Edit } from "../../model/change.ts";
import { quoteOf, type Statement } from "../../model/statement.ts";

/** The name of an entry, a coder or a field by its id; undefined where it is no longer there. */
export type NameOf = (id: string) => string | undefined;

/** A field of a record that differs between two states of it, in words. */
export interface Difference {
  readonly key: string;
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** The fields of records that people know, by the words of the interface. */
const fieldNames: Readonly<Record<string, string>> = {
  ranges: "words",
  lost: "words gone from the text",
  speakerIds: "speakers",
  topics: "topics",
  quotation: "quotation",
  note: "note",
  comments: "comments",
  toDiscuss: "to discuss",
  coderId: "coder",
  name: "name",
  aliases: "aliases",
  role: "role",
  organisationId: "organisation",
  parentId: "stands below",
  position: "place",
  colour: "colour",
  definition: "definition",
  keywords: "keywords",
  shortcut: "shortcut",
  archived: "archived",
  type: "type",
  kind: "kind",
  choices: "choices",
  title: "title",
  publisher: "publisher",
  byline: "byline",
  place: "place",
  section: "section",
  publishedAt: "date",
  url: "URL",
  language: "language",
  progress: "progress",
  filter: "what it shows",
};

/** What differs between two states of a record, own fields each by its name. */
export function differencesOf(
  nameOf: NameOf,
  { before, after }: Pick<Edit, "before" | "after">,
): Difference[] {
  const own = Object.entries(fieldNames).flatMap(([key, field]) => {
    const was = wordsOf(nameOf, key, before?.[key]);
    const is = wordsOf(nameOf, key, after?.[key]);
    return was === is ? [] : [{ key, field, before: was, after: is }];
  });
  return [...own, ...valueDifferences(nameOf, before?.fields, after?.fields)];
}

/** What differs in the project's own fields. */
function valueDifferences(nameOf: NameOf, before: unknown, after: unknown): Difference[] {
  const was = new Map<string, unknown>(Object.entries(before ?? {}));
  const is = new Map<string, unknown>(Object.entries(after ?? {}));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const old = wordsOf(nameOf, "value", was.get(key));
    const now = wordsOf(nameOf, "value", is.get(key));
    const field = nameOf(key) ?? "a field that is no longer there";
    return old === now ? [] : [{ key, field, before: old, after: now }];
  });
}

/** A field's value in words: names for ids. */
function wordsOf(nameOf: NameOf, field: string, value: unknown): string {
  const known = { [field]: value } as Partial<Statement>; // a field of a statement, by its name
  if (value === undefined || value === null) return "nothing";
  if (known.ranges) return quoteOf({ ranges: known.ranges });
  if (known.speakerIds) return listed(known.speakerIds.map(nameOf));
  if (known.topics)
    return listed(
      known.topics.map(({ topicId, stance }) => `${nameOf(topicId) ?? "a topic"} (${stance})`),
    );
  if (known.comments) return listed(known.comments.map(({ text }) => text));
  if (typeof value === "string" && field.endsWith("Id"))
    return nameOf(value) ?? (field === "coderId" ? "a coder" : "one that is no longer there");
  if (Array.isArray(value)) return listed(value.map(String));
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return String(field === "position" ? value + 1 : value);
  if (typeof value === "object")
    return listed(Object.entries(value).map(([key, one]) => `${key} ${String(one)}`));
  return typeof value === "string" && value !== "" ? value : "nothing";
}

function listed(names: readonly (string | undefined)[]): string {
  return names.map((name) => name ?? "someone deleted").join(", ") || "nothing";
}
