// Fails when what the page must load before it can be used weighs more than it may (kB, gzip).
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** First load: React, ProseMirror, Dexie, Zod and the interface. Fonts and the sample come apart. */
const most = { js: 340, css: 20 };

const html = readFileSync("dist/index.html", "utf8");
const first = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(js|css))"/g)];
const weights = { js: 0, css: 0 };
for (const [, file, kind] of first)
  weights[kind] += gzipSync(readFileSync(`dist/${file}`)).length / 1000;

let bad = weights.js === 0;
for (const kind of ["js", "css"]) {
  const over = weights[kind] > most[kind];
  bad ||= over;
  console.log(
    `first load ${kind}: ${weights[kind].toFixed(0)} kB of at most ${most[kind]}${over ? " TOO MUCH" : ""}`,
  );
}
const whole = readdirSync("dist/assets").length;
console.log(`${whole} files in all`);
process.exit(bad ? 1 : 0);
