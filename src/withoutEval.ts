import { z } from "zod";

// The page's policy forbids `eval`, which Zod would try once for each schema that is made before
// this is said: so it must be the first import of whatever starts on a page or in a worker.
z.config({ jitless: true });
