import { progresses, type Article } from "../article.ts";
import type { Records, TableName } from "../change.ts";
import type { Field, FieldValues } from "../field.ts";
import { quotations } from "../quotation.ts";
import { quoteOf, stances, type Statement } from "../statement.ts";

/** What a query reads of a project. */
export interface ProjectRecords {
  get<T extends TableName>(table: T, id: string): Records[T] | undefined;
  all<T extends TableName>(table: T): readonly Records[T][];
}

/** The tables whose records are values of an attribute. */
type EntryTable = "articles" | "speakers" | "organisations" | "topics" | "coders";

/**
 * What kind of values an attribute has: ids of entries, one of few choices, short names that come
 * again (publishers), words to be read, dates (ISO 8601, to the year, month or day), numbers.
 */
type AttributeKind =
  | { readonly is: "entry"; readonly table: EntryTable }
  | { readonly is: "choice"; readonly choices: readonly string[] }
  | { readonly is: "name" }
  | { readonly is: "words" }
  | { readonly is: "date" }
  | { readonly is: "number" };

/** Something that a statement, or its article, has; what it can be filtered, sorted and grouped by. */
export interface Attribute {
  /** As the address names it: `speaker`, `field-ID`. */
  readonly id: string;
  readonly label: string;
  readonly kind: AttributeKind;
  /** An archived field: offered nowhere, and shown where it is asked for. */
  readonly archived?: boolean;
  /** The values it has, in its own order; an empty one is none. Entries are given by their id. */
  values(statement: Statement): readonly string[];
  /** What it is sorted by where that is a number. */
  rank?(statement: Statement): number | null;
}

/** All attributes of a project's statements, in the order in which they are offered. */
export function attributesOf(project: ProjectRecords): readonly Attribute[] {
  const article = (statement: Statement) => project.get("articles", statement.articleId);
  const ofArticle = (
    id: string,
    label: string,
    kind: AttributeKind,
    read: (article: Article) => string,
  ): Attribute => ({
    id,
    label,
    kind,
    values(statement) {
      const found = article(statement);
      return found ? some(read(found)) : [];
    },
  });
  const own = (
    id: string,
    label: string,
    kind: AttributeKind,
    values: (statement: Statement) => readonly string[],
    rank?: (statement: Statement) => number | null,
  ): Attribute => ({ id, label, kind, values, ...(rank && { rank }) });
  const fields = project.all("fields").toSorted((a, b) => a.position - b.position);

  return [
    own("article", "Article", entry("articles"), (s) => [s.articleId]),
    ofArticle("date", "Date", { is: "date" }, (a) => a.publishedAt),
    ofArticle("publisher", "Publisher", { is: "name" }, (a) => a.publisher),
    own("quote", "Quote", { is: "words" }, (s) => [quoteOf(s)]),
    own("speaker", "Speakers", entry("speakers"), (s) => s.speakerIds),
    own("organisation", "Organisations", entry("organisations"), (s) => organisations(project, s)),
    own("topic", "Topics", entry("topics"), (s) => s.topics.map(({ topicId }) => topicId)),
    own("stance", "Stances", choice(stances), (s) => [...new Set(s.topics.map((t) => t.stance))]),
    own("quotation", "Quotation", choice(quotations), (s) => [s.quotation]),
    own("note", "Note", { is: "words" }, (s) => some(s.note)),
    own("lost", "Words gone", choice(["yes", "no"]), (s) => [s.lost ? "yes" : "no"]),
    own("discuss", "To discuss", choice(["yes", "no"]), (s) => [s.toDiscuss ? "yes" : "no"]),
    own(
      "comments",
      "Comments",
      { is: "number" },
      (s) => (s.comments.length === 0 ? [] : [String(s.comments.length)]),
      (s) => s.comments.length,
    ),
    own("coder", "Coder", entry("coders"), (s) => [s.coderId]),
    ...fields
      .filter(({ on }) => on === "statement")
      .map((field) => fieldAttribute(field, (s) => s.fields)),
    ofArticle("byline", "Byline", { is: "name" }, (a) => a.byline),
    ofArticle("place", "Place", { is: "name" }, (a) => a.place),
    ofArticle("section", "Section", { is: "name" }, (a) => a.section),
    ofArticle("language", "Language", { is: "name" }, (a) => a.language),
    ofArticle("progress", "Progress", choice(progresses), (a) => a.progress),
    ofArticle("articleNote", "Article’s note", { is: "words" }, (a) => a.note),
    ...fields
      .filter(({ on }) => on === "article")
      .map((field) => fieldAttribute(field, (s) => article(s)?.fields ?? {})),
    own("origin", "Origin", choice(["manual", "suggested", "imported"]), (s) => [s.origin]),
    own(
      "created",
      "Created",
      { is: "date" },
      (s) => [dayOf(s.createdAt)],
      (s) => s.createdAt,
    ),
    own(
      "updated",
      "Updated",
      { is: "date" },
      (s) => [dayOf(s.updatedAt)],
      (s) => s.updatedAt,
    ),
  ];
}

/** The attributes that are offered, those of archived fields only where they are in use already. */
export function offeredAttributes(
  attributes: readonly Attribute[],
  inUse: string,
): readonly Attribute[] {
  return attributes.filter(({ archived, id }) => !archived || id === inUse);
}

/** The attribute of a project's own field. */
export function fieldAttributeId(field: Pick<Field, "id">): string {
  return `field-${field.id}`;
}

/** A value in the words of the interface: an entry's name, else the value itself. */
export function valueName(project: ProjectRecords, attribute: Attribute, value: string): string {
  if (attribute.kind.is !== "entry") return value;
  const { table } = attribute.kind;
  if (table === "articles") return project.get(table, value)?.title || "Untitled article";
  return project.get(table, value)?.name ?? "no longer there";
}

/** All of a statement's values of an attribute in one line. */
export function valuesText(project: ProjectRecords, attribute: Attribute, statement: Statement) {
  return attribute
    .values(statement)
    .map((value) => valueName(project, attribute, value))
    .join(", ");
}

function fieldAttribute(field: Field, read: (statement: Statement) => FieldValues): Attribute {
  const id = fieldAttributeId(field);
  const values = (statement: Statement) => {
    const value = read(statement)[field.id];
    if (typeof value === "boolean") return [value ? "yes" : "no"];
    return value === undefined ? [] : some(String(value));
  };
  const plain: Attribute = {
    id,
    label: field.name,
    kind: kindOf(field),
    values,
    ...(field.archived && { archived: true }),
  };
  if (field.kind !== "number") return plain;
  const rank = (statement: Statement) => {
    const value = read(statement)[field.id];
    return typeof value === "number" ? value : null;
  };
  return { ...plain, rank };
}

function kindOf(field: Field): AttributeKind {
  switch (field.kind) {
    case "text":
      return { is: "name" };
    case "number":
      return { is: "number" };
    case "yes/no":
      return choice(["yes", "no"]);
    case "date":
      return { is: "date" };
    case "choice":
      return choice(field.choices);
  }
}

function entry(table: EntryTable): AttributeKind {
  return { is: "entry", table };
}

function choice(choices: readonly string[]): AttributeKind {
  return { is: "choice", choices };
}

function some(value: string): readonly string[] {
  return value === "" ? [] : [value];
}

function organisations(project: ProjectRecords, { speakerIds }: Statement): readonly string[] {
  const ids = speakerIds.flatMap((id) => project.get("speakers", id)?.organisationId ?? []);
  return ids.length < 2 ? ids : [...new Set(ids)];
}

/** The day of a moment where the device is, as YYYY-MM-DD. */
function dayOf(instant: number): string {
  const date = new Date(instant);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
