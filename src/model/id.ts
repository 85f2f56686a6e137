import { v7 } from "uuid";
import { z } from "zod";

/** An id of one kind of thing; an `ArticleId` is no `StatementId`. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type ProjectId = Id<"project">;
export type ArticleId = Id<"article">;
export type TextId = Id<"text">;
export type StatementId = Id<"statement">;
export type SpeakerId = Id<"speaker">;
export type OrganisationId = Id<"organisation">;
export type TopicId = Id<"topic">;
export type FieldId = Id<"field">;
export type ViewId = Id<"view">;
export type PointId = Id<"point">;
export type CoderId = Id<"coder">;
export type ChangeId = Id<"change">;

/**
 * A new id: a UUID version 7 (RFC 9562), so ids sort by the time they were made and those made on
 * several devices never meet.
 */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>; // the one place where a string becomes an id without being parsed
}

/** Parses an id at a border (file, address, storage): any UUID. */
export function idSchema<Kind extends string>() {
  return z.guid().transform((value) => value.toLowerCase() as Id<Kind>); // checked the line before
}
