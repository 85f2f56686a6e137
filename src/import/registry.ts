import { refused, type Result } from "../model/problem.ts";
import type { Imported, ImportFormat, InputFile } from "./format.ts";
import { plainText } from "./plainText.ts";
import { projectJson } from "./projectJson.ts";

/** The formats, asked in this order; plain text takes, or refuses, what no other one knows. */
const formats: readonly ImportFormat[] = [projectJson, plainText];

/** What a file chooser should offer: ".json,.txt,…" */
export const acceptedExtensions = formats.flatMap(({ extensions }) => extensions).join(",");

/** Reads a file in whichever format it is; nothing is kept of one that is refused. */
export async function readFile(file: InputFile): Promise<Result<Imported>> {
  const format = formats.find((candidate) => candidate.recognises(file)) ?? plainText;
  return file.bytes.length > format.maxBytes
    ? tooLarge(file.name, file.bytes.length, format.maxBytes)
    : format.read(file);
}

/** Reads a file that was chosen or dropped; one that no format would take is not even loaded. */
export async function readBlob(file: File): Promise<Result<Imported>> {
  const most = Math.max(...formats.map(({ maxBytes }) => maxBytes));
  if (file.size > most) return tooLarge(file.name, file.size, most);
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused(
      `“${file.name}” could not be read: it was moved or changed since, is a folder, or may not be opened.`,
      "Check that it is still there and opens elsewhere, then choose it again.",
    );
  }
  return readFile({ name: file.name, bytes });
}

function tooLarge(name: string, bytes: number, most: number): Result<never> {
  return refused(
    `“${name}” has ${megabytes(bytes)}; at most ${megabytes(most)} can be read.`,
    "Divide it into smaller files, one article each.",
  );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
