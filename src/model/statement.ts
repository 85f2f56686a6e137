import { z } from "zod";
import { anchorOf, anchorSchema } from "./anchor.ts";
import { fieldValuesSchema } from "./field.ts";
import { idSchema } from "./id.ts";
import { instantSchema } from "./instant.ts";
import { quotationSchema } from "./quotation.ts";
import { joinRanges, rangeSchema, type Range } from "./range.ts";

/**
 * A statement's position on one of its topics. `not set` is where each starts: nobody has decided
 * yet. `neutral` is a decision.
 */
export const stances = ["supports", "opposes", "neutral", "not set"] as const;
export type Stance = (typeof stances)[number];

const topicStanceSchema = z.strictObject({
  topicId: idSchema<"topic">(),
  stance: z.enum(stances),
});

/** What a coder says about a statement, for the others. */
const commentSchema = z.object({
  coderId: idSchema<"coder">(),
  at: instantSchema,
  text: z.string().min(1),
});
export type Comment = Readonly<z.infer<typeof commentSchema>>;

/** One or more ranges of one article, said by one or more speakers, with topics. */
export const statementSchema = z.object({
  id: idSchema<"statement">(),
  projectId: idSchema<"project">(),
  articleId: idSchema<"article">(),
  /** At least one; sorted by position; they neither overlap nor touch. */
  ranges: z
    .array(anchorSchema)
    .min(1)
    .refine(inOrder, "ranges must be sorted and apart")
    .readonly(),
  speakerIds: z.array(idSchema<"speaker">()).refine(unique, "a speaker stands twice").readonly(),
  topics: z
    .array(topicStanceSchema)
    .refine((topics) => unique(topics.map((t) => t.topicId)), "a topic stands twice")
    .readonly(),
  quotation: quotationSchema,
  /** The words that attribute it, in the article text. */
  cue: rangeSchema.nullable(),
  /**
   * Whether its words are gone from the article text, which was corrected since: `ranges` then hold
   * the old words and where they stood, until it is placed again or deleted.
   */
  lost: z.boolean().default(false),
  note: z.string(),
  fields: fieldValuesSchema.default({}),
  comments: z.array(commentSchema).readonly().default([]),
  coderId: idSchema<"coder">(),
  origin: z.enum(["manual", "suggested", "imported"]),
  toDiscuss: z.boolean(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
});
export type Statement = Readonly<z.infer<typeof statementSchema>>;

/** The ranges as a statement keeps them: sorted, joined where they touch, each with its anchor. */
export function anchored(text: string, ranges: readonly Range[]): Statement["ranges"] {
  return joinRanges(ranges).map((range) => anchorOf(text, range));
}

/** The exact words of a statement as one line for a list; " … " stands where it was split. */
export function quoteOf(statement: Pick<Statement, "ranges">): string {
  return statement.ranges.map((range) => range.exact).join(" … ");
}

/** Orders statements as they stand in the text: by first range, the longer one first. */
export function byPlace(a: Pick<Statement, "id" | "ranges">, b: Pick<Statement, "id" | "ranges">) {
  return (
    (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0) ||
    (b.ranges.at(-1)?.end ?? 0) - (a.ranges.at(-1)?.end ?? 0) ||
    (a.id < b.id ? -1 : 1)
  );
}

function inOrder(ranges: readonly Range[]): boolean {
  return ranges.every((range, i) => i === 0 || (ranges[i - 1]?.end ?? 0) < range.start);
}

function unique(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
