// `npm start`: builds the app and serves the built files on this machine.
import { build, preview } from "vite";

await build({ logLevel: "warn" });
const desktop =
  process.platform === "darwin" ||
  process.platform === "win32" ||
  Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const server = await preview({
  preview: { port: 4173, strictPort: false, open: desktop && !process.env.CI },
});
const address = server.resolvedUrls?.local[0];
console.log(`\n  Verbatim is running at ${address}\n  Stop it with Ctrl+C.\n`);
