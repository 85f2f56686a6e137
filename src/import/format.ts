import type { Node } from "prosemirror-model";
import type { Metadata } from "../model/article.ts";
import type { ProjectBundle } from "../model/bundle.ts";
import type { Result } from "../model/problem.ts";

/** A file as somebody chose or dropped it. */
export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that an article says of itself, as it was read. */
export interface Reading {
  readonly field: keyof Metadata;
  /** What goes into the field. Empty when the words were not enough: see `remark`. */
  readonly value: string;
  /** The words it was read from, as they stand. */
  readonly words: string;
  readonly from: "header line" | "headline" | "byline" | "dateline" | "date line" | "markup";
  /** What is not certain, for the person who checks it: "no year given". Else empty. */
  readonly remark: string;
}

/** An article that was read, to be looked over before it is added. */
export interface FoundArticle {
  /** What was read; everything else is empty. */
  readonly metadata: Metadata;
  readonly readings: readonly Reading[];
  readonly document: Node;
}

/** What a file holds. */
export type Imported =
  | { readonly kind: "articles"; readonly articles: readonly FoundArticle[] }
  | { readonly kind: "project"; readonly bundle: ProjectBundle };

/** A format that can be read: one file of this folder, and one line of the registry. */
export interface ImportFormat {
  readonly label: string;
  /** Names of its files end so, with the dot; for the file chooser. */
  readonly extensions: readonly string[];
  /** Larger files are refused unread. */
  readonly maxBytes: number;
  /** Whether a file is in this format, by its first bytes and its name. */
  recognises(file: InputFile): boolean;
  read(file: InputFile): Promise<Result<Imported>>;
}
