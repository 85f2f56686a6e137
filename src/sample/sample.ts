import { parseProject } from "../import/projectJson.ts";
import type { ProjectBundle } from "../model/bundle.ts";
import type { Result } from "../model/problem.ts";

/**
 * The sample project: invented articles, partly coded. It is a project file like any other, so its
 * ids are the same on every device.
 */
export async function readSample(): Promise<Result<ProjectBundle>> {
  const { default: json } = await import("./sample.json");
  return parseProject(json, "sample.json");
}
