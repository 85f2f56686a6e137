// Runs train.ts through Vite, as Node 20 reads no TypeScript. Usage: npm run train
import { runnerImport } from "vite";

await runnerImport(new URL("./train.ts", import.meta.url).pathname);
