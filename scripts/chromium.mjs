import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const places = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

/**
 * The Chrome or Chromium of this machine; where there is none and apt may be used, Debian's is
 * installed.
 * @returns its path, or null after saying what to do
 */
export function findChromium() {
  const there = process.env.CHROMIUM ?? found();
  if (there) return there;
  if (mayInstall()) {
    console.log("Installing Debian's chromium for the browser tests …");
    const apt = (words) =>
      spawnSync("apt-get", words, {
        stdio: "inherit",
        env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
      });
    apt(["update", "-qq"]);
    apt(["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
    const installed = found();
    if (installed) return installed;
  }
  console.error(
    "The browser tests need Chrome or Chromium, and none was found.\n" +
      "  Debian, Ubuntu: sudo apt-get install chromium\n" +
      "  Fedora:         sudo dnf install chromium\n" +
      "  elsewhere:      install Chrome, or name one: CHROMIUM=/path/to/chrome npm test",
  );
  return null;
}

function found() {
  for (const name of names) {
    const { status, stdout } = spawnSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" });
    if (status === 0 && stdout.trim()) return stdout.trim();
  }
  return places.find((place) => existsSync(place)) ?? null;
}

function mayInstall() {
  const isRoot = process.platform === "linux" && process.getuid?.() === 0;
  return isRoot && spawnSync("sh", ["-c", "command -v apt-get"]).status === 0;
}
