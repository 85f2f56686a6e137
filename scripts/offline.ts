import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Plugin } from "vite";

/**
 * Writes `sw.js` into the built app: a service worker that keeps every built file, so that the app
 * starts without a network. A new build has a new cache and takes over when the page asks it to, or
 * when no page is left that runs the old one.
 */
export function offline(): Plugin {
  let outDir = "dist";
  return {
    name: "offline",
    apply: "build",
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async closeBundle() {
      const files = (await readdir(outDir, { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile() && entry.name !== "sw.js")
        .map((entry) => join(entry.parentPath, entry.name))
        .toSorted();
      const hash = createHash("sha256");
      for (const file of files) hash.update(file).update(await readFile(file));
      const addresses = files.map((file) => "./" + relative(outDir, file).split(sep).join("/"));
      await writeFile(
        join(outDir, "sw.js"),
        serviceWorker(hash.digest("hex").slice(0, 16), addresses),
      );
    },
  };
}

function serviceWorker(version: string, addresses: readonly string[]): string {
  return `const cacheName = "verbatim-${version}";
const addresses = ${JSON.stringify(addresses)};
self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(["./", ...addresses])));
});
self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys().then((names) =>
      Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name))),
    ),
  );
});
self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  if (event.request.method !== "GET") return;
  event.respondWith(
    caches.open(cacheName)
      .then((cache) => cache.match(event.request, { ignoreSearch: true, ignoreVary: true }))
      .then((kept) => kept ?? fetch(event.request)),
  );
});
`;
}
