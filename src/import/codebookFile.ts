import {
  codebookFault,
  codebookFileSchema,
  codebookFormat,
  codebookVersion,
  type Codebook,
} from "../model/codebookFile.ts";
import { done, refused, type Result } from "../model/problem.ts";
import { projectFormat } from "../model/projectFile.ts";
import { readCodebookCsv } from "./codebookCsv.ts";
import type { InputFile } from "./format.ts";
import { parseProject } from "./projectJson.ts";
import { decodeText } from "./encoding.ts";

/** A codebook that was read, to be looked over before anything is saved. */
export interface ReadCodebook {
  readonly codebook: Codebook;
  /** What the file has and that is not read, in whole sentences. */
  readonly remarks: readonly string[];
}

/** For the file chooser. */
export const codebookExtensions = ".json,.csv,.tsv,.txt";

/** Larger files are refused unread: a codebook of 100,000 entries has some 30 MB. */
const maxBytes = 50 * 2 ** 20;

/** Reads a codebook: Verbatim's own JSON, the codebook of a project file, or a table. */
export async function readCodebook(file: File): Promise<Result<ReadCodebook>> {
  if (file.size > maxBytes)
    return refused(
      `“${file.name}” is larger than ${maxBytes / 2 ** 20} MB; no codebook is.`,
      "Choose the file of a codebook.",
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  return parseCodebook({ name: file.name, bytes });
}

export async function parseCodebook(file: InputFile): Promise<Result<ReadCodebook>> {
  const decoded = await decodeText(file);
  if (!decoded.ok) return decoded;
  const text = decoded.value.text.replace(/^\uFEFF/, "");
  return /^\s*[{[]/.test(text) ? readJson(text, file.name) : readCodebookCsv(text, file.name);
}

function readJson(text: string, name: string): Result<ReadCodebook> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return refused(
      `“${name}” is damaged: it begins like JSON and is none.`,
      "Choose another copy of the file, or export the codebook again.",
    );
  }
  const format = typeof json === "object" && json !== null && "format" in json ? json.format : "";
  if (format === projectFormat) return ofProject(json, name);
  if (format !== codebookFormat)
    return refused(
      `“${name}” is JSON, but not a codebook: it does not begin with "format": "${codebookFormat}".`,
      "Choose a file that was exported from Verbatim as a codebook or as a project.",
    );
  const version = typeof json === "object" && json !== null && "version" in json && json.version;
  if (typeof version === "number" && version > codebookVersion)
    return refused(
      `“${name}” was written by a newer Verbatim: its format has version ${version}, and this one reads up to ${codebookVersion}.`,
      "Reload the page to get the newest Verbatim, then try again.",
    );
  const parsed = codebookFileSchema.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return wrong(
      name,
      issue?.path.map(String).join(".") ?? "",
      issue?.message ?? "not as it should be",
    );
  }
  const { format: _, version: __, ...codebook } = parsed.data;
  const fault = codebookFault(codebook);
  return fault ? wrong(name, fault.path, fault.what) : done({ codebook, remarks: [] });
}

/** The codebook that a project file has. */
function ofProject(json: unknown, name: string): Result<ReadCodebook> {
  const project = parseProject(json, name);
  if (!project.ok) return project;
  const { topics, organisations, speakers, fields } = project.value;
  return done({
    codebook: { topics, organisations, speakers, fields },
    remarks: [`“${name}” is a whole project; its codebook alone is read.`],
  });
}

function wrong(name: string, path: string, what: string): Result<never> {
  return refused(
    `“${name}” cannot be read. ${path || "the whole file"}: ${what}.`,
    "Correct the file at that place, or export the codebook again.",
  );
}
