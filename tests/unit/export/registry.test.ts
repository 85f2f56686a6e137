import { describe, expect, test } from "vitest";
import { defaultOptions } from "../../../src/export/format.ts";
import { exportFile, formats } from "../../../src/export/registry.ts";
import { smallBundle } from "../smallBundle.ts";

describe("an export", () => {
  test("can be CSV, JSON and Markdown, each with its own ending and type", () => {
    expect(formats.map(({ id, extension, mimeType }) => [id, extension, mimeType])).toEqual([
      ["csv", ".csv", "text/csv"],
      ["json", ".json", "application/json"],
      ["markdown", ".md", "text/markdown"],
    ]);
  });

  test.each([
    ["Sample: Central Asia desk", "Sample Central Asia desk"],
    ["a/b\\c?*|<>\"'", "a b c '"],
    ["../etc", "etc"],
    ["关税 👍", "关税 👍"],
    ["...", "Project"],
    ["NUL", "Project"],
    ["👍".repeat(100), "👍".repeat(60)],
  ])("is a file named after its project: %s", async (name, file) => {
    for (const format of formats) {
      const bundle = smallBundle({ name });
      const written = await exportFile(format, { bundle, chosen: [], options: defaultOptions });
      expect(written.name).toBe(file + format.extension);
      expect(written.type).toBe(format.mimeType);
      expect(written.size).toBeGreaterThan(0);
    }
  });
});
