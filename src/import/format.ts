import type { Node } from "prosemirror-model";
import type { Metadata } from "../model/article.ts";
import type { ProjectBundle } from "../model/bundle.ts";
import type { FieldValues } from "../model/field.ts";
import type { Problem, Result } from "../model/problem.ts";

/** A file as somebody chose or dropped it, or as it lay in a folder or an archive. */
export interface InputFile {
  /** Its name, after those of the folders and the archive it lay in: "2024.zip/may/one.txt". */
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
  readonly from:
    | "header line"
    | "headline"
    | "byline"
    | "dateline"
    | "date line"
    | "markup"
    | "file name"
    | "column";
  /** What is not certain, for the person who checks it: "no year given". Else empty. */
  readonly remark: string;
}

/** An article that was read, to be looked over before it is added. */
export interface FoundArticle {
  /** What was read; everything else is empty. */
  readonly metadata: Metadata;
  readonly readings: readonly Reading[];
  readonly document: Node;
  /** What was done to the text that a person should know: "page numbers left out". */
  readonly remarks: readonly string[];
  readonly note?: string;
  readonly fields?: FieldValues;
}

/** One piece of a file that did not come in: "row 12", and why. */
export interface Skipped {
  readonly what: string;
  readonly why: string;
}

/** How the bytes of a text file became words. */
export interface Encoding {
  /** As `TextDecoder` names it: "utf-8", "windows-1251". */
  readonly name: string;
  /** Said by the file or proved by its bytes, chosen by the user; or else guessed. */
  readonly by: "file" | "user" | "guess";
}

/** Rows of a spreadsheet or of records, whose columns wait to be mapped to an article's parts. */
export interface Table {
  /** Of a workbook's sheet; else empty. */
  readonly sheet: string;
  /** At least one, with as many cells as each row. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly skipped: readonly Skipped[];
}

export interface TableRow {
  /** The row of the sheet, the record of a CSV, or the line of JSON Lines; from 1. */
  readonly number: number;
  readonly cells: readonly string[];
}

/** What a file holds. */
export type Imported =
  | {
      readonly kind: "articles";
      readonly articles: readonly FoundArticle[];
      readonly skipped: readonly Skipped[];
      readonly encoding: Encoding | null;
    }
  | {
      readonly kind: "tables";
      /** At least one. */
      readonly tables: readonly Table[];
      readonly encoding: Encoding | null;
    }
  | { readonly kind: "project"; readonly bundle: ProjectBundle };

export interface ReadOptions {
  /** The encoding of a text file, as the user says. */
  readonly encoding?: string | undefined;
  /** Calls the reading off. */
  readonly signal?: AbortSignal | undefined;
}

/** What one file gave. */
export interface FileRead {
  readonly file: InputFile;
  readonly result: Result<Imported>;
}

/** A format that can be read: one file of this folder, and one line of the registry. */
export interface ImportFormat {
  readonly label: string;
  /** Names of its files end so, with the dot; for the file chooser. */
  readonly extensions: readonly string[];
  /** Larger files are refused unread. */
  readonly maxBytes: number;
  /** Whether a file is in this format, by its first bytes and its name. */
  recognises(file: InputFile): boolean;
  /** @throws the signal's reason when the reading was called off */
  read(file: InputFile, options: ReadOptions): Promise<Result<Imported>>;
}

/** One article, of a file in no doubt about its encoding. */
export function articles(
  found: readonly FoundArticle[],
  encoding: Encoding | null = null,
  skipped: readonly Skipped[] = [],
): Imported {
  return { kind: "articles", articles: found, skipped, encoding };
}

export function hasExtension({ name }: Pick<InputFile, "name">, ...extensions: string[]): boolean {
  const lower = name.toLowerCase();
  return extensions.some((extension) => lower.endsWith(extension));
}

export function startsWith(bytes: Uint8Array, ...start: number[]): boolean {
  return start.every((byte, i) => bytes[i] === byte);
}

/** The name of a file without its folders. */
export function baseName(name: string): string {
  return name.slice(name.lastIndexOf("/") + 1);
}

/** Why a file is not what its name says, or has been cut off. */
export function damaged(name: string, what: string): { ok: false; problem: Problem } {
  return {
    ok: false,
    problem: {
      what: `“${name}” is damaged or was cut off: ${what}.`,
      remedy: "Choose another copy of the file, or save it again in its own program.",
    },
  };
}
