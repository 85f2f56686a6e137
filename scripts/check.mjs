// `npm test`: every check there is, in the order of how soon it tells. Ends with the counts of tests.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { findChromium } from "./chromium.mjs";

const reports = ".cache/reports";
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const chromium = findChromium();
const env = {
  ...process.env,
  VERBATIM_TEST_PORT: String(await freePort()),
  ...(chromium && { CHROMIUM: chromium }),
};

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
await check("format", "oxfmt --check");
await check("lint, rooms", "oxlint --type-aware --deny-warnings");
await check("types", "tsc -p .");
await check("unused code", "knip");
await check(
  "unit tests",
  `vitest run --reporter=default --reporter=json --outputFile.json=${reports}/unit.json`,
);
addUnit(`${reports}/unit.json`);
const built = await check("production build", "vite build --logLevel warn");
await check("bundle weight", "node scripts/weight.mjs");
if (built && chromium) {
  env.PLAYWRIGHT_JSON_OUTPUT_NAME = `${reports}/browser.json`;
  await check("browser journeys", "playwright test --reporter=list,json");
  addBrowser(`${reports}/browser.json`);
} else failures.push("browser journeys (not run)");

// A check that failed without a failed test of its own counts as one.
counts.failed = Math.max(counts.failed, failures.length);
if (failures.length > 0) console.log(`\nFailed: ${failures.join(", ")}`);
const skipped = counts.skipped > 0 ? `, ${counts.skipped} skipped` : "";
console.log(`\n${counts.passed} passed, ${counts.failed} failed${skipped}`);
process.exit(failures.length === 0 ? 0 : 1);

/** Runs one command of the packages; says how it ended and how long it took. */
async function check(name, command) {
  const start = Date.now();
  console.log(`\n— ${name}`);
  const status = await new Promise((resolve) => {
    const child = spawn(command, {
      shell: true,
      stdio: "inherit",
      env: { ...env, PATH: `node_modules/.bin:${env.PATH}` },
    });
    child.on("close", resolve);
  });
  const seconds = ((Date.now() - start) / 1000).toFixed(1);
  console.log(`${status === 0 ? "ok" : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) failures.push(name);
  return status === 0;
}

function addUnit(file) {
  const report = readReport(file);
  counts.passed += report?.numPassedTests ?? 0;
  counts.failed += report?.numFailedTests ?? 0;
  counts.skipped += report?.numPendingTests ?? 0;
}

function addBrowser(file) {
  const stats = readReport(file)?.stats;
  counts.passed += (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  counts.failed += stats?.unexpected ?? 0;
  counts.skipped += stats?.skipped ?? 0;
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null; // the runner died before it wrote one; its check has failed already
  }
}

/** A port that nothing listens on now. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "localhost", () => {
      const address = server.address();
      server.close(() => resolve(address.port));
    });
  });
}
