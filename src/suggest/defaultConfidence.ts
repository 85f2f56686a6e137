/**
 * Least confidence that is shown when the analyst has not chosen one: F1 is as high as below it, and of
 * what is shown .88 is right over the corpus, held out (docs/suggestions.md). Alone in its file, so that the page need not load the
 * engine to know it.
 */
export const defaultConfidence = 0.5;
