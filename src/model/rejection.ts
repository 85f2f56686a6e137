import { z } from "zod";
import { idSchema } from "./id.ts";
import { instantSchema } from "./instant.ts";
import { rangeSchema } from "./range.ts";

/** A suggestion that the analyst turned down; it does not come back while the text stays as it is. */
export const rejectionSchema = z.object({
  id: idSchema<"rejection">(),
  projectId: idSchema<"project">(),
  articleId: idSchema<"article">(),
  /** The text it was proposed for: a correction makes a new one, and opens the matter again. */
  textId: idSchema<"text">(),
  ranges: z.array(rangeSchema).min(1).readonly(),
  coderId: idSchema<"coder">(),
  createdAt: instantSchema,
});
export type Rejection = Readonly<z.infer<typeof rejectionSchema>>;
