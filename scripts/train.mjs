// Runs train.ts. Usage: npm run train
import { runBundled } from "./bundled.mjs";

await runBundled("scripts/train.ts");
