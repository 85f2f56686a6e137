import { z } from "zod";
import { dateSchema } from "./date.ts";
import { idSchema } from "./id.ts";
import { nameSchema, sameName } from "./name.ts";

export const fieldKinds = ["text", "number", "yes/no", "date", "choice"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** An attribute that the project adds to its statements or its articles. */
export const fieldSchema = z.object({
  id: idSchema<"field">(),
  projectId: idSchema<"project">(),
  on: z.enum(["statement", "article"]),
  name: nameSchema,
  kind: z.enum(fieldKinds),
  /** What may be chosen, where the kind is choice; else empty. */
  choices: z.array(nameSchema).readonly(),
  /** No longer offered; what has a value of it keeps it. */
  archived: z.boolean().default(false),
  /** Place among the fields of the same kind of record, from 0. */
  position: z.number(),
});
export type Field = Readonly<z.infer<typeof fieldSchema>>;

/** The fields of statements or of articles that are offered, in their order. */
export function fieldsOn(fields: readonly Field[], on: Field["on"]): Field[] {
  return fields
    .filter((field) => field.on === on && !field.archived)
    .toSorted((a, b) => a.position - b.position);
}

export type FieldValue = string | number | boolean;

/** A record's values by the field's id. A field without a value is not in it: not set is not "". */
export const fieldValuesSchema = z
  .record(idSchema<"field">(), z.union([z.string(), z.number(), z.boolean()]))
  .readonly();
export type FieldValues = Readonly<z.infer<typeof fieldValuesSchema>>;

/** What is wrong with a value for a field, in words that end a sentence; null when it fits. */
export function fieldFault(field: Field, value: FieldValue): string | null {
  switch (field.kind) {
    case "text":
      return typeof value === "string" ? null : "must be text";
    case "number":
      return typeof value === "number" && Number.isFinite(value) ? null : "must be a number";
    case "yes/no":
      return typeof value === "boolean" ? null : "must be yes or no";
    case "date":
      return value !== "" && dateSchema.safeParse(value).success
        ? null
        : "must be a date as YYYY, YYYY-MM or YYYY-MM-DD";
    case "choice":
      return field.choices.some((choice) => choice === value)
        ? null
        : `must be one of: ${field.choices.join(", ")}`;
  }
}

/** What a field takes: its kind, and what may be chosen. */
export type FieldShape = Pick<Field, "kind" | "choices">;

/**
 * A value as a field of another shape has it; null when it does not fit and would be lost.
 * @param renamed choices that have another name now, by their old one
 */
export function convertedValue(
  value: FieldValue,
  { kind, choices }: FieldShape,
  renamed: ReadonlyMap<string, string> = new Map(),
): FieldValue | null {
  const words = wordsOf(value).trim();
  switch (kind) {
    case "text":
      return typeof value === "string" ? value : words;
    case "number":
      if (typeof value === "number") return value;
      return /^[+-]?\d+(?:\.\d+)?$/.test(words) ? Number(words) : null;
    case "yes/no":
      if (/^(?:yes|true|1)$/i.test(words)) return true;
      return /^(?:no|false|0)$/i.test(words) ? false : null;
    case "date":
      return words !== "" && dateSchema.safeParse(words).success ? words : null;
    case "choice": {
      const sought = renamed.get(words) ?? words;
      return (
        choices.find((choice) => choice === sought) ??
        choices.find((choice) => sameName(choice, sought)) ??
        null
      );
    }
  }
}

/** A value as people read it. */
export function wordsOf(value: FieldValue): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
