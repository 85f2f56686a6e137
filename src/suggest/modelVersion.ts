/**
 * Version of what the features of the chain mean, from 2 to 255. To be raised whenever a feature changes:
 * base models and learning of other versions say nothing any more. Alone in its file, so that the page
 * need not load the engine to know it.
 */
export const modelVersion = 6;

/** Whether what was learnt (packed by `learn`) was learnt with the features of this version. */
export function isOfThisVersion(learnt: { readonly weights: Uint8Array }): boolean {
  return learnt.weights[0] === modelVersion;
}
