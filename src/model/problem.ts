/** Why something was not done, in words for the person at the screen. */
export interface Problem {
  /** What is wrong, and where (file, line, record). */
  readonly what: string;
  /** What they can do about it. */
  readonly remedy: string;
}

/** A value, or the reason why there is none. Bugs are thrown; what a user can cause is returned. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refused(what: string, remedy: string): Result<never> {
  return { ok: false, problem: { what, remedy } };
}
