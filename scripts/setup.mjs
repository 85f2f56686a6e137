// Makes the folder ready to run: the right Node, and exactly the packages of the lock file.
// Runs before `npm start`, `npm run dev` and `npm test`, with nothing installed yet.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Verbatim needs Node 20.19 or newer; this is ${process.versions.node}. See https://nodejs.org.`,
  );
  process.exit(1);
}

const stamp = "node_modules/.verbatim-lock";
const lock = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== lock) {
  console.log("Installing packages (npm ci) …");
  const { status } = spawnSync("npm ci --no-audit --no-fund", { shell: true, stdio: "inherit" });
  if (status !== 0) {
    console.error(
      "npm ci failed; its message stands above. Check the network, then run the command again.",
    );
    process.exit(status ?? 1);
  }
  writeFileSync(stamp, lock);
}
