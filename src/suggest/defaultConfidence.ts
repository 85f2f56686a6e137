/**
 * Least confidence that is shown when the analyst has not chosen one: where F1 is highest on newspapers
 * and on wire text alike (docs/suggestions.md). Alone in its file, so that the page need not load the
 * engine to know it.
 */
export const defaultConfidence = 0.4;
