import { z } from "zod";

/** A moment in milliseconds since 1970-01-01T00:00:00Z, up to the last that a `Date` can hold. */
export const instantSchema = z.int().min(0).max(8.64e15);
