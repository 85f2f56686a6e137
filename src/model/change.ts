import { articleSchema, type Article } from "./article.ts";
import {
  coderSchema,
  organisationSchema,
  speakerSchema,
  topicSchema,
  type Coder,
  type Organisation,
  type Speaker,
  type Topic,
} from "./codebook.ts";
import { newId, type ChangeId, type CoderId, type ProjectId } from "./id.ts";
import { fieldSchema, type Field } from "./field.ts";
import {
  pointSchema,
  projectSchema,
  viewSchema,
  type NamedView,
  type Point,
  type Project,
} from "./project.ts";
import { rejectionSchema, type Rejection } from "./rejection.ts";
import { statementSchema, type Statement } from "./statement.ts";

/** The records of a project by the table that keeps them: all that a `Change` can change. */
export interface Records {
  projects: Project;
  articles: Article;
  statements: Statement;
  speakers: Speaker;
  organisations: Organisation;
  topics: Topic;
  fields: Field;
  coders: Coder;
  views: NamedView;
  points: Point;
  rejections: Rejection;
}
export type TableName = keyof Records;

/** What each record must be; the one source of its type. */
const recordSchemas = {
  projects: projectSchema,
  articles: articleSchema,
  statements: statementSchema,
  speakers: speakerSchema,
  organisations: organisationSchema,
  topics: topicSchema,
  fields: fieldSchema,
  coders: coderSchema,
  views: viewSchema,
  points: pointSchema,
  rejections: rejectionSchema,
} as const satisfies Record<TableName, unknown>;

export const tableNames = Object.keys(recordSchemas) as readonly TableName[]; // its keys are these

type Fields = Readonly<Record<string, unknown>>;

/**
 * What happens to one record: made (`before` is null), deleted (`after` is null), or changed, and
 * then both hold just the fields that differ. Read backwards it is its own inverse.
 */
export interface Edit {
  readonly table: TableName;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
}

/** One user action, as a value that another device could apply. */
export interface Change {
  readonly id: ChangeId;
  readonly projectId: ProjectId;
  readonly coderId: CoderId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What it did, for people: "Tag a statement". */
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Undo and redo are changes too: each takes back the one it names. */
  readonly kind: "action" | "undo" | "redo";
  readonly takesBack: ChangeId | null;
}

/** A change without its edits: what the list of undoable actions needs. */
export type ChangeHead = Omit<Change, "edits">;

export function headOf(change: Change): ChangeHead {
  const { id, projectId, coderId, at, title, kind, takesBack } = change;
  return { id, projectId, coderId, at, title, kind, takesBack };
}

/** The edit that makes `after` of `before`; null when they are equal. */
export function editBetween<T extends TableName>(
  table: T,
  before: Records[T] | undefined,
  after: Records[T] | undefined,
): Edit | null {
  const id = (before ?? after)?.id;
  if (id === undefined) return null;
  if (!before || !after) return { table, id, before: before ?? null, after: after ?? null };
  const was: Record<string, unknown> = {};
  const is: Record<string, unknown> = {};
  for (const field of Object.keys(after) as (keyof Records[T] & string)[]) {
    if (sameValue(before[field], after[field])) continue;
    was[field] = before[field];
    is[field] = after[field];
  }
  return Object.keys(is).length === 0 ? null : { table, id, before: was, after: is };
}

/** The edits that take back `edits`. */
export function inverse(edits: readonly Edit[]): Edit[] {
  return edits.toReversed().map((edit) => ({ ...edit, before: edit.after, after: edit.before }));
}

/**
 * The record after an edit; undefined when the edit deletes it.
 * @returns "conflict" when the record is not what the edit starts from: something else changed it
 */
export function applyEdit(
  edit: Edit,
  record: Records[TableName] | undefined,
): Records[TableName] | undefined | "conflict" {
  if (edit.before === null) {
    if (record) return "conflict";
    return edit.after as unknown as Records[TableName]; // a made record is whole
  }
  if (!record) return "conflict";
  const current = record as unknown as Fields; // its fields are compared by name
  for (const [field, value] of Object.entries(edit.before))
    if (!sameValue(current[field], value)) return "conflict";
  if (edit.after === null) return undefined;
  return { ...record, ...edit.after };
}

/** A change for these edits, made now. */
export function newChange(
  by: { projectId: ProjectId; coderId: CoderId; at: number },
  title: string,
  edits: readonly Edit[],
): Change {
  return { id: newId(), ...by, title, edits, kind: "action", takesBack: null };
}

/**
 * What undo and redo would take back, from the newest changes of a project backwards. Undo is the
 * newest action that stands; redo is the newest undo, as long as no action came after it.
 * Stops reading as soon as both are known.
 */
export async function undoable(
  newestFirst: AsyncIterable<ChangeHead> | Iterable<ChangeHead>,
): Promise<{ undo: ChangeHead | null; redo: ChangeHead | null }> {
  const takenBack = new Set<ChangeId>();
  let redo: ChangeHead | null = null;
  let redoKnown = false;
  for await (const change of newestFirst) {
    // What was taken back takes nothing back itself: after a redo its action stands again.
    if (takenBack.has(change.id)) continue;
    if (change.takesBack) takenBack.add(change.takesBack);
    if (change.kind === "redo") continue;
    if (change.kind === "undo") {
      if (!redoKnown) redo = change;
      redoKnown = true;
    } else return { undo: change, redo };
  }
  return { undo: null, redo };
}

/** Deep equality of plain values (objects, arrays, strings, numbers, booleans, null). */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  const right = b as Fields; // an object, by the check above
  return (
    left.length === Object.keys(right).length &&
    left.every(([key, value]) => key in right && sameValue(value, right[key]))
  );
}
