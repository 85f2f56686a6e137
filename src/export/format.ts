import type { ProjectBundle } from "../model/bundle.ts";
import type { StatementId } from "../model/id.ts";

/** What is exported: a project, and which of its statements, in this order. */
export interface ExportInput {
  readonly bundle: ProjectBundle;
  readonly chosen: readonly StatementId[];
  readonly options: ExportOptions;
}

/** What a person may choose; each format names those that it heeds. */
export interface ExportOptions {
  /** Put an apostrophe before what a spreadsheet would run as a formula. */
  readonly guardFormulas: boolean;
  /** What the passages are gathered under. */
  readonly groupBy: "speaker" | "topic";
}

export const defaultOptions: ExportOptions = { guardFormulas: true, groupBy: "speaker" };

/** A format that can be written: one file of this folder, and one line of the registry. */
export interface ExportFormat {
  readonly id: string;
  readonly label: string;
  /** What one gets and what it is good for, in a sentence. */
  readonly describe: string;
  /** With the dot. */
  readonly extension: string;
  readonly mimeType: string;
  /** Whether it always holds the whole project, whichever statements are chosen. */
  readonly wholeProject: boolean;
  readonly options: readonly (keyof ExportOptions)[];
  /** The file in parts of moderate size, as a `Blob` takes them. */
  write(input: ExportInput): Promise<BlobPart[]>;
}
