import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";

/** Where the page finds them: `cmaps/NAME.bcmap`, as `src/import/pdf.ts` asks. */
const folder = "cmaps";

const source = join(
  dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json"))),
  "cmaps",
);

/**
 * Serves Adobe's character maps beside the page, as pdf.js brings them: what the codes of a Chinese,
 * Japanese or Korean PDF mean that has no table of its own. Only such a PDF asks for them, and for
 * those it names.
 */
export function characterMaps(): Plugin {
  return {
    name: "character-maps",
    async generateBundle() {
      for (const name of await readdir(source))
        this.emitFile({
          type: "asset",
          fileName: `${folder}/${name}`,
          source: await readFile(join(source, name)),
        });
    },
    configureServer(server) {
      server.middlewares.use(`/${folder}`, (request, response, next) => {
        const name = /^\/([\w-]+\.bcmap)$/.exec(request.url ?? "")?.[1];
        if (name === undefined) next();
        else readFile(join(source, name)).then((map) => response.end(map), next);
      });
    },
  };
}
