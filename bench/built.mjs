import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import react from "@vitejs/plugin-react";
import { build, preview } from "vite";

const root = fileURLToPath(new URL("pages", import.meta.url));

/**
 * Builds pages of `bench/pages/` as the app is built and serves them while `measure` runs.
 *
 * @param {readonly string[]} pages their file names without `.html`
 * @param {(address: string) => Promise<void>} measure gets the address that the file names follow
 * @param {Record<string, string>} headers sent with each file
 */
export async function withBuilt(pages, measure, headers = {}) {
  const outDir = fileURLToPath(new URL(`../.cache/bench-${pages[0]}`, import.meta.url));
  const options = { root, configFile: false, logLevel: "warn", worker: { format: "es" } };
  await build({
    ...options,
    plugins: [react()],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2024",
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: pages.map((name) => `${root}/${name}.html`) },
    },
  });
  const server = await preview({ ...options, build: { outDir }, preview: { headers } });
  try {
    await measure(server.resolvedUrls?.local[0] ?? "");
  } finally {
    await server.close();
    await rm(outDir, { recursive: true, force: true });
  }
}

/** What every browser of the benchmarks is started with. */
export const browserOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
  ],
};

/**
 * Runs `measure` with a browser that keeps its storage in a folder of its own, as a person's does:
 * one without would keep it in memory.
 *
 * @param {(browser: import("@playwright/test").BrowserContext) => Promise<void>} measure
 */
export async function withBrowser(measure) {
  const profile = await mkdtemp(join(tmpdir(), "verbatim-bench-"));
  const browser = await chromium.launchPersistentContext(profile, {
    ...browserOptions,
    viewport: { width: 1440, height: 900 },
  });
  try {
    await measure(browser);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

export function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}

export function round(value) {
  return Math.round(value * 10) / 10;
}

/** Prints a figure that is to stay below a limit. */
export function verdict(what, holds) {
  console.log(`${holds ? "holds " : "MISSED"}  ${what}`);
}
