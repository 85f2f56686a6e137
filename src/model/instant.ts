import { z } from "zod";

/** A moment in milliseconds since 1970-01-01T00:00:00Z. */
export const instantSchema = z.int().nonnegative();
