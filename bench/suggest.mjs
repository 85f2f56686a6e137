// Runs suggest.ts. Usage: npm run bench:suggest
import { bundled } from "../scripts/bundled.mjs";

await bundled("bench/suggest.ts");
