import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { characterMaps } from "./scripts/character-maps.ts";
import { contentSecurityPolicy } from "./scripts/content-security-policy.ts";
import { offline } from "./scripts/offline.ts";

export default defineConfig({
  // Relative addresses: the built files run under any path of any static host.
  base: "./",
  plugins: [react(), characterMaps(), contentSecurityPolicy(), offline()],
  build: {
    target: "es2024",
    chunkSizeWarningLimit: 1100,
    modulePreload: { polyfill: false },
    // One chunk, so that what is said there is said before any schema is made, wherever that stands.
    rolldownOptions: {
      output: {
        codeSplitting: { groups: [{ name: "zod", test: /node_modules\/zod\/|withoutEval/ }] },
      },
    },
    license: { fileName: "licenses.md" },
  },
  worker: { format: "es" },
  test: {
    include: ["tests/unit/**/*.test.ts", "tests/unit/**/*.test.tsx"],
    // The build of pdf.js for browsers asks for more than Node 20 has.
    alias: [{ find: /^pdfjs-dist$/, replacement: "pdfjs-dist/legacy/build/pdf.mjs" }],
    setupFiles: ["tests/unit/setup.ts"],
    // A property test over the storage takes its time on a machine that does other things too.
    testTimeout: 60_000,
  },
});
