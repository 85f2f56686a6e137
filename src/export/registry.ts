import { csv } from "./csv.ts";
import type { ExportFormat, ExportInput } from "./format.ts";
import { markdown } from "./markdown.ts";
import { projectJson } from "./projectJson.ts";

/** The formats in the order in which they are offered. */
export const formats: readonly ExportFormat[] = [csv, projectJson, markdown];

/** The file of an export, named after the project. */
export async function exportFile(format: ExportFormat, input: ExportInput): Promise<File> {
  const name = fileName(input.bundle.project.name) + format.extension;
  return new File(await format.write(input), name, { type: format.mimeType });
}

/** A name without what Windows, macOS or Linux forbid in one, and no longer than they allow. */
function fileName(name: string): string {
  const visible = name.replaceAll(/[\p{Cc}\p{Cf}<>:"/\\|?*\s]+/gu, " ").replace(/^[. ]+/, "");
  const allowed = Array.from(visible)
    .slice(0, 60)
    .join("")
    .replace(/[. ]+$/, "");
  return allowed === "" || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(allowed) ? "Project" : allowed;
}
