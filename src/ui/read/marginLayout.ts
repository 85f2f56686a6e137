/** A card beside the text: where its words stand, and how high it is, in pixels. */
export interface Placed {
  readonly wanted: number;
  readonly height: number;
  /** How strongly it keeps to its words; the active card far outweighs its neighbours. */
  readonly weight: number;
}

/**
 * Tops for cards in a column, in the order given: none overlaps the next, and the weighted sum of
 * squared distances from the wanted places is the least. This is isotonic regression, solved by
 * pooling neighbours that collide (pool adjacent violators, Ayer et al. 1955) in O(n).
 *
 * @param gap pixels between two cards
 * @returns a top for each card, none above zero
 */
export function placeCards(cards: readonly Placed[], gap: number): number[] {
  // Moved up by the height of all before it, each card wants a place no lower than the one after it.
  const blocks: { sum: number; weight: number; count: number }[] = [];
  const before: number[] = [];
  let stacked = 0;
  for (const { wanted, height, weight } of cards) {
    before.push(stacked);
    let block = { sum: (wanted - stacked) * weight, weight, count: 1 };
    stacked += height + gap;
    for (let last = blocks.at(-1); last && mean(last) > mean(block); last = blocks.at(-1)) {
      blocks.pop();
      block = {
        sum: last.sum + block.sum,
        weight: last.weight + block.weight,
        count: last.count + block.count,
      };
    }
    blocks.push(block);
  }
  const shifts = blocks.flatMap((block) => Array.from({ length: block.count }, () => mean(block)));
  return shifts.map((shift, i) => Math.max(0, shift) + (before[i] ?? 0));
}

function mean({ sum, weight }: { sum: number; weight: number }): number {
  return sum / weight;
}
