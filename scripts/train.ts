// Trains the base model of suggestions from corpus/ and writes it to src/suggest/base-model.bin.
// The same corpus and code give the same bytes. Usage: npm run train
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import {
  baseRuns,
  baseSchedule,
  calibrated,
  crossValidate,
  fit,
  thresholdFor,
  type MarkedArticle,
} from "../src/suggest/fit.ts";
import { confidenceOf } from "../src/suggest/confidence.ts";
import { writeModel } from "../src/suggest/model.ts";
import { goldArticles, markedOf } from "./gold.ts";

const root = new URL("..", import.meta.url);
const folds = 3;
/** Given to the second process, which calibrates while the first trains. */
const calibrates = "--calibrate";

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;

/** What held-out suggestions tell of their confidence; printed as JSON, what people read beside it. */
function calibrate(articles: readonly MarkedArticle[]): void {
  const trials = crossValidate(articles, baseSchedule, folds);
  const calibration = calibrated(trials, [0, 1, 0]);
  const right = trials.filter((trial) => trial.right).length;
  console.error(
    `cross-validation: ${trials.length} suggestions, ${right} right; precision .88 from confidence ${thresholdFor(trials, calibration, 0.88)}; ${seconds()}`,
  );
  for (let low = 0; low < 10; low += 1) {
    const bin = trials.filter(
      (trial) => Math.min(9, Math.floor(confidenceOf(trial.signals, calibration) * 10)) === low,
    );
    if (bin.length > 0)
      console.error(
        `  said .${low}–: ${bin.length} suggestions, ${((100 * bin.filter((trial) => trial.right).length) / bin.length).toFixed(0)} % right`,
      );
  }
  console.log(JSON.stringify(calibration));
}

async function trainBase(articles: readonly MarkedArticle[]): Promise<void> {
  console.log(`${articles.length} articles`);
  const calibrating = promisify(execFile)(process.execPath, [
    fileURLToPath(import.meta.url),
    calibrates,
  ]);
  const fitted = fit(articles, baseSchedule, baseRuns, (pass, loss) =>
    console.log(`pass ${pass}: loss ${loss.toFixed(0)}; ${seconds()}`),
  );
  const { stdout, stderr } = await calibrating;
  console.log(stderr.trimEnd());
  const calibration = z.array(z.number()).parse(JSON.parse(stdout));
  const bytes = writeModel({ ...fitted, calibration });
  writeFileSync(new URL("src/suggest/base-model.bin", root), bytes);
  console.log(`${bytes.length} bytes, ${gzipSync(bytes).length} compressed; ${seconds()}`);
}

if (!process.argv.includes(calibrates))
  execFileSync(process.execPath, [new URL("corpus/build.mjs", root).pathname, "--quiet"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
const articles = goldArticles(readFileSync(new URL("corpus/corpus.jsonl", root), "utf8")).map(
  markedOf,
);
if (process.argv.includes(calibrates)) calibrate(articles);
else await trainBase(articles);
