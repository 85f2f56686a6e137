// Runs suggest.ts through Vite, as Node 20 reads no TypeScript. Usage: npm run bench:suggest
import { runnerImport } from "vite";

await runnerImport(new URL("./suggest.ts", import.meta.url).pathname);
