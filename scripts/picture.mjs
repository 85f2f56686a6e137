// Takes the picture of the README from the built app: the sample project, one statement chosen.
import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { findChromium } from "./chromium.mjs";

const executablePath = findChromium();
if (!executablePath) process.exit(1);
await build({ logLevel: "warn" });
const server = await preview({ preview: { port: 0, open: false } });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
try {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    colorScheme: "light",
  });
  await page.goto(server.resolvedUrls.local[0]);
  await page.getByRole("link", { name: /Steel tariffs/ }).click();
  const card = page
    .getByRole("list", { name: "Statements in this article" })
    .getByRole("listitem")
    .nth(1);
  await card.getByRole("button").first().click();
  await page.mouse.move(700, 20);
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: "docs/read-view.png", animations: "disabled" });
  console.log("docs/read-view.png");
} finally {
  await browser.close();
  server.httpServer.closeAllConnections();
  await server.close();
}
