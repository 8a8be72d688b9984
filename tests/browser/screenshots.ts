/**
 * Takes the screenshots in docs/screenshots anew: `deno task screenshots`.
 *
 * @module
 */
import { SAMPLE_MESSAGE } from "../readme_sections.ts";
import type { Page } from "playwright-core";
import { openWindow, startChromium, type View } from "./chromium.ts";
import { startConsole } from "./console_service.ts";

const FOLDER = "docs/screenshots";
const MESSAGE = SAMPLE_MESSAGE.message +
  " It started after yesterday's update, and nobody in our team can get in.";

const service = await startConsole({ cases: 500, checked: 260 });
const door = await startConsole({ keys: true });
const browser = await startChromium();

async function shoot(
  name: string,
  view: View,
  origin: string,
  steps: (page: Page) => Promise<unknown>,
  whole = false,
): Promise<void> {
  const { page, close } = await openWindow(browser, origin, view);
  await steps(page);
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: whole });
  await close();
}

async function tryIt(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Message from a customer").fill(MESSAGE);
  await page.getByLabel("Product").fill("1440 Web Portal");
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("heading", { name: "Letter to the customer" }).waitFor();
}

async function review(page: Page): Promise<void> {
  await page.goto("/console/review");
  await page.getByRole("button", { name: "Start" }).click();
  for (let skipped = 0; skipped < 6; skipped++) {
    await page.getByRole("button", { name: "Skip" }).click();
  }
  await page.getByRole("heading", { name: "Is this right?" }).waitFor();
}

async function oneCase(page: Page): Promise<void> {
  await page.goto("/console/cases?review=done&type=feature_request");
  await page.locator(".cases .excerpt a").first().click();
  await page.getByRole("heading", { name: "History" }).waitFor();
}

async function docs(page: Page): Promise<void> {
  await page.goto("/docs");
  await page.locator(".opblock").first().waitFor();
}

const { origin } = service;
await shoot("try-it", {}, origin, tryIt, true);
await shoot("try-it-dark-narrow", { dark: true, width: 375 }, origin, tryIt, true);
await shoot("cases", {}, origin, (page) => page.goto("/console/cases"));
await shoot("cases-narrow", { width: 375 }, origin, (page) => page.goto("/console/cases"));
await shoot("case", {}, origin, oneCase, true);
await shoot("review-dark", { dark: true }, origin, review);
await shoot("quality", {}, origin, (page) => page.goto("/console/quality"), true);
await shoot("quality-dark", { dark: true }, origin, (page) => page.goto("/console/quality"));
await shoot("api", {}, origin, docs);
await shoot("sign-in", {}, door.origin, (page) => page.goto("/"));

await browser.close();
await service.close();
await door.close();
