/**
 * Debian's Chromium, driven by playwright-core.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

const EXECUTABLE = "/usr/bin/chromium";
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
  .concat(["--disable-background-networking", "--disable-component-update", "--disable-sync"]);

/** Whether there is a browser. */
export const HAS_CHROMIUM: boolean = hasChromium();

/** Says behind a test's name why it is ignored. */
export const NO_CHROMIUM: string = HAS_CHROMIUM
  ? ""
  : ` (there is no ${EXECUTABLE}: apt-get install chromium)`;

function hasChromium(): boolean {
  try {
    return Deno.statSync(EXECUTABLE).isFile;
  } catch {
    return false;
  }
}

/** Starts the browser. Playwright looks into /proc, which takes all permissions. */
export async function startChromium(): Promise<Browser> {
  return await chromium.launch({ executablePath: EXECUTABLE, args: ARGUMENTS });
}

/** How a page is looked at. */
export interface View {
  readonly dark?: boolean;
  readonly width?: number;
  readonly javaScript?: boolean;
}

/** Opens a window; everything that goes wrong in it fails the test when it is closed. */
export async function openWindow(
  browser: Browser,
  origin: string,
  view: View = {},
): Promise<{ page: Page; close(): Promise<void> }> {
  const context: BrowserContext = await browser.newContext({
    baseURL: origin,
    colorScheme: view.dark ? "dark" : "light",
    viewport: { width: view.width ?? 1280, height: 900 },
    javaScriptEnabled: view.javaScript ?? true,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    // A refused policy or file shows here; the status of a page itself is the test's matter.
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) {
      faults.push(`${page.url()}: ${message.text()}`);
    }
  });
  page.on("request", (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== "data:" && asked !== origin) faults.push(`asks ${request.url()}`);
  });
  return {
    page,
    async close() {
      await context.close();
      assertEquals(faults, []);
    },
  };
}
