import { defineConfig } from "@playwright/test";

const port = Number(process.env.VERBATIM_TEST_PORT ?? 4187);

/** The journeys run on the production build, in the Chromium that the machine has. */
export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: `http://localhost:${port}/`,
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    },
  },
  webServer: {
    command: `npx vite preview --port ${port} --strictPort --host localhost`,
    port,
    reuseExistingServer: false,
  },
});
