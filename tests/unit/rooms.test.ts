import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

/** What each room may not import; a rule that matches nothing would be green without a word. */
const forbidden = {
  model: ["store", "reader", "suggest", "analysis", "import", "export", "ui"],
  store: ["reader", "suggest", "analysis", "import", "export", "ui"],
  reader: ["store", "suggest", "analysis", "import", "export", "ui"],
  suggest: ["store", "reader", "analysis", "import", "export", "ui"],
  analysis: ["store", "reader", "suggest", "import", "export", "ui"],
  import: ["store", "reader", "suggest", "analysis", "export", "ui"],
  export: ["store", "reader", "suggest", "analysis", "import", "ui"],
};

/** Runs the linter with our rules over one file for each import that is forbidden. */
function caughtIn(folder: string): string[] {
  copyFileSync(".oxlintrc.json", join(folder, ".oxlintrc.json"));
  for (const [room, others] of Object.entries(forbidden)) {
    mkdirSync(join(folder, "src", room), { recursive: true });
    for (const other of others)
      writeFileSync(
        join(folder, "src", room, `${other}.ts`),
        `export * from "../${other}/x.ts";\n`,
      );
  }
  const linter = resolve("node_modules/.bin/oxlint");
  const { stdout } = spawnSync(linter, ["--format", "json", "src"], {
    cwd: folder,
    encoding: "utf8",
  });
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; filename: string }[];
  };
  return diagnostics
    .filter(({ code }) => code === "eslint(no-restricted-imports)")
    .map(({ filename }) => filename.replaceAll("\\", "/"))
    .toSorted();
}

test("each import that a room may not make is caught by the linter", () => {
  const folder = mkdtempSync(join(tmpdir(), "rooms-"));
  try {
    const planted = Object.entries(forbidden)
      .flatMap(([room, others]) => others.map((other) => `src/${room}/${other}.ts`))
      .toSorted();
    expect(caughtIn(folder)).toEqual(planted);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
