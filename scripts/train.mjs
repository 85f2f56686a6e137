// Runs train.ts. Usage: npm run train
import { bundled } from "./bundled.mjs";

await bundled("scripts/train.ts");
