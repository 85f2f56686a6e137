import { z } from "zod";
import { faultOf, type ProjectBundle } from "../model/bundle.ts";
import { done, refused, type Result } from "../model/problem.ts";
import {
  bundleOfFile,
  projectFileSchema,
  projectFormat,
  projectVersion,
} from "../model/projectFile.ts";
import type { ImportFormat, InputFile } from "./format.ts";
import { decodeUtf8 } from "./encoding.ts";

/** A Verbatim project file: docs/file-formats.md. */
export const projectJson: ImportFormat = {
  label: "Verbatim project",
  extensions: [".json"],
  // Some 500,000 statements; strings in Chromium end soon after.
  maxBytes: 500 * 2 ** 20,
  recognises: (file) => file.name.toLowerCase().endsWith(".json") || namesItself(file),
  async read(file) {
    const text = decodeUtf8(file);
    if (!text.ok) return text;
    let json: unknown;
    try {
      json = JSON.parse(text.value);
    } catch (error) {
      const where = placeOf(text.value, error);
      return refused(
        `“${file.name}” is damaged: it is not JSON${where}.`,
        "Choose another copy of the file, or export the project again.",
      );
    }
    const project = parseProject(json, file.name);
    return project.ok ? done({ kind: "project", bundle: project.value }) : project;
  },
};

const headSchema = z.object({ format: z.literal(projectFormat), version: z.int().positive() });

/** The project in the JSON of a project file that is called `name`. */
export function parseProject(json: unknown, name: string): Result<ProjectBundle> {
  const head = headSchema.safeParse(json);
  if (!head.success)
    return refused(
      `“${name}” is JSON, but not a Verbatim project: it does not begin with "format": "${projectFormat}" and a version.`,
      "Choose a file that was exported from Verbatim as a project.",
    );
  if (head.data.version > projectVersion)
    return refused(
      `“${name}” was written by a newer Verbatim: its format has version ${head.data.version}, and this one reads up to ${projectVersion}.`,
      "Reload the page to get the newest Verbatim, then try again.",
    );
  const file = projectFileSchema.safeParse(json);
  if (!file.success) {
    const issue = file.error.issues[0];
    return wrong(name, pathOf(issue?.path ?? []), issue?.message ?? "not as it should be");
  }
  const bundle = bundleOfFile(file.data);
  const fault = faultOf(bundle);
  return fault ? wrong(name, pathInFile(fault.path), fault.what) : done(bundle);
}

function wrong(name: string, path: string, what: string): Result<never> {
  return refused(
    `“${name}” cannot be read. ${path || "the whole file"}: ${what}.`,
    "Export the project again, or correct the file at that place.",
  );
}

/** In the file a text stands in its article. */
function pathInFile(path: string): string {
  return path.replace(/^texts(\[\d+\])\.id$/, "articles$1.textId").replace(/^texts/, "articles");
}

function pathOf(keys: readonly PropertyKey[]): string {
  return keys
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./, "");
}

/** Where the parser stopped, where the browser says so: " from line 3, column 14 on". */
function placeOf(text: string, error: unknown): string {
  const message = error instanceof Error ? error.message : "";
  const position = /position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const before = text.slice(0, Number(position)).split("\n");
    return ` from line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1} on`;
  }
  const place = /line (\d+) column (\d+)/.exec(message);
  return place ? ` from line ${place[1]}, column ${place[2]} on` : "";
}

/** Whether the first bytes name the format, whatever the file is called. */
function namesItself({ bytes }: InputFile): boolean {
  const start = new TextDecoder().decode(bytes.subarray(0, 400));
  return start.trimStart().startsWith("{") && start.includes(`"${projectFormat}"`);
}
