/** Where one is in an article's text. */
export interface TextPlace {
  /** UTF-16 code units of the article text. */
  readonly caret: number;
  /** Pixels. */
  readonly scrollTop: number;
}
