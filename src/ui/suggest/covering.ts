import { overlap, type Range } from "../../model/range.ts";
import { coversSame } from "../../store/suggestions.ts";

interface Piece {
  readonly range: Range;
  readonly of: readonly Range[];
  /** The farthest end of this piece and of all before it. */
  readonly reach: number;
}

/**
 * Ranges that stand in a text, to be asked whether some others cover mostly the same words: by the
 * place, so that thousands of suggestions are held against thousands of statements in no time.
 */
export class Covering {
  readonly #pieces: readonly Piece[];

  constructor(all: readonly (readonly Range[])[]) {
    let reach = 0;
    this.#pieces = all
      .flatMap((of) => of.map((range) => ({ range, of })))
      .toSorted((a, b) => a.range.start - b.range.start)
      .map(({ range, of }) => {
        reach = Math.max(reach, range.end);
        return { range, of, reach };
      });
  }

  /** Whether one of them covers mostly the same words; in a transcript as `coversSame` tells. */
  covers(ranges: readonly Range[], inTranscript: boolean): boolean {
    return ranges.some((range) =>
      this.#near(range).some((of) => coversSame(of, ranges, inTranscript)),
    );
  }

  #near(range: Range): (readonly Range[])[] {
    let low = 0;
    let high = this.#pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#pieces[middle]?.range.start ?? Infinity) < range.end) low = middle + 1;
      else high = middle;
    }
    const near: (readonly Range[])[] = [];
    for (let i = low - 1; i >= 0; i -= 1) {
      const piece = this.#pieces[i];
      if (!piece || piece.reach <= range.start) break;
      if (overlap(piece.range, range)) near.push(piece.of);
    }
    return near;
  }
}
