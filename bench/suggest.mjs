// Runs suggest.ts. Usage: npm run bench:suggest
import { runBundled } from "../scripts/bundled.mjs";

await runBundled("bench/suggest.ts");
