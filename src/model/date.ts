import { z } from "zod";

/** A calendar date as news gives it: a year, a month or a day (ISO 8601). Empty: not known. */
export const dateSchema = z
  .string()
  .regex(
    /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/,
    "expected YYYY, YYYY-MM or YYYY-MM-DD",
  );
