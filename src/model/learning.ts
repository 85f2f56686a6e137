import { z } from "zod";
import { idSchema, type ProjectId, type TextId } from "./id.ts";

/** What the suggestions of a project have learnt from its coding: kept with it, never undone. */
export interface Learning {
  readonly projectId: ProjectId;
  /** Differences from the base model's weights, as `suggest/learn.ts` packs them, their version first. */
  readonly weights: Uint8Array;
  readonly cueWords: readonly string[];
  /** How many statements it was learnt from. */
  readonly statements: number;
  /** Of what was proposed for articles held out in turn, how many were right; null: too few to say. */
  readonly heldOut: { readonly proposed: number; readonly right: number } | null;
  /** Article texts whose coding the analyst had forgotten: nothing is learnt from them again. */
  readonly forgotten?: readonly TextId[];
}

/** Learning of nothing, from which the texts of earlier learning are left out. */
export function forgetful(projectId: ProjectId, forgotten: readonly TextId[]): Learning {
  return {
    projectId,
    weights: new Uint8Array(),
    cueWords: [],
    statements: 0,
    heldOut: null,
    forgotten,
  };
}

/** Learning as a file holds it: the weights in base64 (RFC 4648). */
export const learningFileSchema = z.strictObject({
  weights: z.base64(),
  cueWords: z.array(z.string()),
  statements: z.int().nonnegative(),
  heldOut: z
    .strictObject({ proposed: z.int().nonnegative(), right: z.int().nonnegative() })
    .nullable(),
  forgotten: z.array(idSchema<"text">()).optional(),
});
type LearningFile = z.infer<typeof learningFileSchema>;

export function learningOfFile(file: LearningFile, projectId: ProjectId): Learning {
  const { weights, forgotten, ...rest } = file;
  return {
    ...rest,
    ...(forgotten && { forgotten }),
    projectId,
    weights: Uint8Array.from(atob(weights), (character) => character.charCodeAt(0)),
  };
}

export function fileOfLearning(learning: Learning): LearningFile {
  const { weights, cueWords, statements, heldOut, forgotten } = learning;
  let bytes = "";
  for (const byte of weights) bytes += String.fromCharCode(byte);
  return {
    weights: btoa(bytes),
    cueWords: [...cueWords],
    statements,
    heldOut,
    ...(forgotten && { forgotten: [...forgotten] }),
  };
}
