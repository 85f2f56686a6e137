import { refused, type Result } from "../model/problem.ts";
import { isHidden, type ChosenFile } from "./chosenFile.ts";
import { csv } from "./csv.ts";
import { docx } from "./docx.ts";
import {
  baseName,
  hasExtension,
  startsWith,
  type FileRead,
  type Imported,
  type ImportFormat,
  type InputFile,
  type ReadOptions,
} from "./format.ts";
import { html } from "./html.ts";
import { jsonLines } from "./jsonLines.ts";
import { markdown } from "./markdown.ts";
import { pdf } from "./pdf.ts";
import { plainText } from "./plainText.ts";
import { projectJson } from "./projectJson.ts";
import { rtf } from "./rtf.ts";
import { Slices } from "./slices.ts";
import { xlsx } from "./xlsx.ts";
import { unpack, zipEntries } from "./zip.ts";

/** The formats, asked in this order; plain text takes, or refuses, what no other one knows. */
const formats: readonly ImportFormat[] = [
  projectJson,
  jsonLines,
  csv,
  xlsx,
  docx,
  pdf,
  rtf,
  markdown,
  html,
  plainText,
];

const mostArchive = 500 * 2 ** 20;

/** What a file chooser should offer: ".json,.txt,…" */
export const acceptedExtensions = [...formats.flatMap(({ extensions }) => extensions), ".zip"].join(
  ",",
);

/** Reads a file in whichever format it is; nothing is kept of one that is refused. */
export async function readFile(
  file: InputFile,
  options: ReadOptions = {},
): Promise<Result<Imported>> {
  const format = formats.find((candidate) => candidate.recognises(file)) ?? plainText;
  return file.bytes.length > format.maxBytes
    ? tooLarge(file.name, file.bytes.length, format.maxBytes)
    : format.read(file, options);
}

/**
 * Reads a file that was chosen or dropped; the files in it where it is an archive, one after the
 * other. One that no format would take is not even loaded.
 * @throws the signal's reason when the reading was called off
 */
export async function* readBlob(
  blob: ChosenFile,
  options: ReadOptions = {},
): AsyncGenerator<FileRead & { readonly of: number }> {
  const { name } = blob;
  const none: InputFile = { name, bytes: new Uint8Array() };
  const most = mostBytes(name);
  if (blob.size > most) {
    yield { file: none, result: tooLarge(name, blob.size, most), of: 1 };
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await blob.arrayBuffer());
  } catch {
    const result = refused(
      `“${name}” could not be read: it was moved or changed since, is a folder, or may not be opened.`,
      "Check that it is still there and opens elsewhere, then choose it again.",
    );
    yield { file: none, result, of: 1 };
    return;
  }
  const file = { name, bytes };
  if (isArchive(file)) yield* readArchive(file, options);
  else yield { file, result: await readFile(file, options), of: 1 };
}

async function* readArchive(
  archive: InputFile,
  options: ReadOptions,
): AsyncGenerator<FileRead & { readonly of: number }> {
  const entries = await zipEntries(archive);
  if (!entries.ok) {
    yield { file: archive, result: entries, of: 1 };
    return;
  }
  const slices = new Slices(options.signal);
  const files = entries.value.filter(({ name }) => !isHidden(name));
  if (files.length === 0)
    yield {
      file: archive,
      result: refused(`“${archive.name}” holds no files.`, "Choose another archive."),
      of: 1,
    };
  for (const entry of files) {
    const name = `${archive.name}/${entry.name}`;
    const none: InputFile = { name, bytes: new Uint8Array() };
    const of = files.length;
    const most = mostBytes(name);
    if (hasExtension(entry, ".zip"))
      yield {
        file: none,
        result: refused(
          `“${name}” is an archive in an archive: it was not opened.`,
          "Unpack the outer one, then choose the inner one.",
        ),
        of,
      };
    else if (entry.size > most) yield { file: none, result: tooLarge(name, entry.size, most), of };
    else {
      const bytes = await unpack(archive.name, entry, slices);
      const file = bytes.ok ? { name, bytes: bytes.value } : none;
      yield { file, result: bytes.ok ? await readFile(file, options) : bytes, of };
    }
    await slices.turn();
  }
}

function isArchive(file: InputFile): boolean {
  return startsWith(file.bytes, 0x50, 0x4b) && !hasExtension(file, ".docx", ".xlsx", ".xlsm");
}

/** What may be loaded of a file by its name, before its first bytes tell its format. */
function mostBytes(name: string): number {
  const file = { name: baseName(name) };
  if (hasExtension(file, ".zip")) return mostArchive;
  const byName = formats.find(({ extensions }) => hasExtension(file, ...extensions));
  return byName?.maxBytes ?? mostArchive;
}

function tooLarge(name: string, bytes: number, most: number): Result<never> {
  return refused(
    `“${name}” has ${megabytes(bytes)}; at most ${megabytes(most)} can be read.`,
    "Divide it into smaller files.",
  );
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
