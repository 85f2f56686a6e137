// Trains the base model of suggestions from corpus/ and writes it to src/suggest/base-model.bin.
// The same corpus and code give the same bytes. Usage: npm run train [-- --folds 3]
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import {
  baseRuns,
  baseSchedule,
  calibrated,
  crossValidate,
  fit,
  thresholdFor,
} from "../src/suggest/fit.ts";
import { confidenceOf } from "../src/suggest/confidence.ts";
import { writeModel } from "../src/suggest/model.ts";
import { goldArticles, markedOf } from "./gold.ts";

const root = new URL("..", import.meta.url);
const foldsAt = process.argv.indexOf("--folds");
const folds = foldsAt < 0 ? 3 : Number(process.argv[foldsAt + 1]);

execFileSync(process.execPath, [new URL("corpus/build.mjs", root).pathname, "--quiet"], {
  stdio: ["ignore", "inherit", "inherit"],
});
const articles = goldArticles(readFileSync(new URL("corpus/corpus.jsonl", root), "utf8")).map(
  markedOf,
);

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
console.log(`${articles.length} articles`);
let calibration: number[] = [0, 1, 0];
if (folds > 1) {
  const trials = crossValidate(articles, baseSchedule, folds);
  calibration = calibrated(trials, calibration);
  const right = trials.filter((trial) => trial.right).length;
  console.log(
    `cross-validation: ${trials.length} suggestions, ${right} right; precision .88 from confidence ${thresholdFor(trials, calibration, 0.88)}; ${seconds()}`,
  );
  for (let low = 0; low < 10; low += 1) {
    const bin = trials.filter(
      (trial) => Math.min(9, Math.floor(confidenceOf(trial.signals, calibration) * 10)) === low,
    );
    if (bin.length > 0)
      console.log(
        `  said .${low}–: ${bin.length} suggestions, ${((100 * bin.filter((trial) => trial.right).length) / bin.length).toFixed(0)} % right`,
      );
  }
}
const fitted = fit(articles, baseSchedule, baseRuns, (pass, loss) =>
  console.log(`pass ${pass}: loss ${loss.toFixed(0)}; ${seconds()}`),
);
const bytes = writeModel({ ...fitted, calibration });
writeFileSync(new URL("src/suggest/base-model.bin", root), bytes);
console.log(`${bytes.length} bytes, ${gzipSync(bytes).length} compressed`);
