/**
 * Least confidence that is shown when the analyst has not chosen one: where precision over the corpus,
 * held out, reaches .88. Alone in its file, so that the page need not load the engine to know it.
 */
export const defaultConfidence = 0.5;
