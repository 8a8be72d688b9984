// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import type { Browser, Page } from "playwright-core";
import { assertAccessible } from "./accessibility.ts";
import { HAS_CHROMIUM, NO_CHROMIUM, openWindow, startChromium, type View } from "./chromium.ts";
import { type ConsoleService, startConsole } from "./console_service.ts";

const MESSAGE = "When I click login on the web portal the button just spins and nothing happens.";

/** Views in which every page is held against axe. */
const VIEWS: readonly View[] = [
  {},
  { dark: true },
  { width: 375 },
  { dark: true, width: 375 },
  { width: 1920 },
];

/** Runs steps in a browser, on a service that is like the one in use. */
function browserTest(
  name: string,
  steps: (page: Page, service: ConsoleService) => Promise<void>,
  options: Parameters<typeof startConsole>[0] & { readonly view?: View } = {},
): void {
  Deno.test({
    name: `browser: ${name}${NO_CHROMIUM}`,
    ignore: !HAS_CHROMIUM,
    async fn() {
      const service = await startConsole(options);
      const browser = await startChromium();
      try {
        await inWindow(browser, service, options.view, (page) => steps(page, service));
      } finally {
        await browser.close();
        await service.close();
      }
    },
  });
}

async function inWindow(
  browser: Browser,
  service: ConsoleService,
  view: View | undefined,
  steps: (page: Page) => Promise<void>,
): Promise<void> {
  const { page, close } = await openWindow(browser, service.origin, view);
  try {
    await steps(page);
  } finally {
    await close();
  }
}

async function tryMessage(page: Page, keep: boolean): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Message from a customer").fill(MESSAGE);
  await page.getByLabel("Product").fill("1440 Web Portal");
  await page.getByLabel("Keep it as a case").setChecked(keep);
  await page.getByRole("button", { name: "Try it" }).click();
  await page.getByRole("heading", { name: "Letter to the customer" }).waitFor();
}

/** Sum of the three colours of "rgb(1, 2, 3)". */
function brightness(colour: string): number {
  return [...colour.matchAll(/\d+/g)].reduce((sum, [part]) => sum + Number(part), 0);
}

async function textOf(page: Page, selector = "main"): Promise<string> {
  return (await page.locator(selector).first().innerText()).replaceAll(/\s+/g, " ");
}

browserTest(
  "try a message: type, probability, marked words, scores, ticket, letter",
  async (page) => {
    await tryMessage(page, false);
    const text = await textOf(page);
    assertMatch(text, /Bug report (?:> )?\d+% sure/i);
    for (const part of ["BUG-0", "Severity", "By its words", "By the model", "Together"]) {
      assert(text.includes(part), part);
    }
    assertEquals(await textOf(page, "blockquote"), MESSAGE);
    const marked = await page.locator("blockquote mark.bug_report").allInnerTexts();
    assert(marked.some((words) => words.includes("spins")), marked.join(", "));
  },
);

const LONG_WORD = "The export hangs: " + "x".repeat(9_900);
for (const width of [375, 1_280]) {
  browserTest(`a word of any length never widens a page of ${width} pixels`, async (page) => {
    await page.goto("/");
    await page.getByLabel("Message from a customer").fill(LONG_WORD);
    await page.getByLabel("Product").fill("y".repeat(90));
    await page.getByLabel("Keep it as a case").setChecked(true);
    await page.getByRole("button", { name: "Try it" }).click();
    await page.getByRole("heading", { name: "Letter to the customer" }).waitFor();
    const open = await page.locator('main a[href^="/console/cases/"]').first().getAttribute("href");
    for (const path of ["", open ?? "", "/console/cases", "/console/matters"]) {
      if (path !== "") await page.goto(path);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert(wide <= width, `${path}: ${wide}`);
    }
  }, { view: { width } });
}

browserTest("on paper a page has nothing to press, and a list its cases", async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const path of ["/", "/console/cases", "/console/review", "/console/quality"]) {
    await page.goto(path);
    assertEquals(await page.locator("button:visible, input:visible, nav:visible").count(), 0, path);
  }
  await page.goto("/console/cases");
  const case_page = await page.locator("table.cases a[data-row]:visible").first();
  await page.goto(await case_page.getAttribute("href") ?? "");
  assertEquals(await page.locator("form:visible, button:visible").count(), 0);
  assert(await page.getByRole("heading", { name: "Letter to the customer" }).isVisible());
}, { cases: 6 });

for (const dark of [false, true]) {
  browserTest(`${dark ? "dark" : "light"} where the system is`, async (page) => {
    await page.goto("/");
    const [paper, ink] = await page.evaluate(
      "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]",
    ) as [string, string];
    assertEquals(brightness(paper) < brightness(ink), dark, `${ink} on ${paper}`);
  }, { view: { dark } });
}

browserTest("at 375 pixels a case is tried, found and corrected", async (page) => {
  await tryMessage(page, true);
  await page.goto("/console/cases");
  await page.getByRole("link", { name: /When I click login/ }).click();
  await page.getByLabel("Feature request").check();
  await page.getByRole("button", { name: "Save" }).click();
  assertMatch(await textOf(page), /Saved\. Feature request/);
  assertEquals(await page.evaluate("document.documentElement.scrollWidth"), 375);
}, { view: { width: 375 } });

browserTest("try a message by keyboard alone", async (page) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  assertEquals(await page.evaluate("document.activeElement.textContent"), "Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assertEquals(await page.evaluate("document.activeElement.name"), "message");
  await page.keyboard.type(MESSAGE);
  await page.keyboard.press("Control+Enter");
  await page.getByRole("heading", { name: "Letter to the customer" }).waitFor();
});

browserTest(
  "everything works without JavaScript",
  async (page) => {
    await tryMessage(page, true);
    await page.getByRole("link", { name: "open it" }).click();
    await page.getByLabel("Feature request").check();
    await page.getByRole("button", { name: "Save" }).click();
    assertMatch(await textOf(page), /Saved\..*Reviewed/);
    await page.goto("/console/review");
    await page.getByRole("button", { name: "Start" }).click();
    await page.getByRole("button", { name: "Skip" }).click();
    assertMatch(await textOf(page), /Skipped\./);
  },
  { cases: 60, view: { javaScript: false } },
);

browserTest("correct a case: the first verdict stays beside the person's", async (page) => {
  await tryMessage(page, true);
  await page.getByRole("link", { name: "open it" }).click();
  await page.getByLabel("Inquiry", { exact: true }).check();
  await page.getByLabel("Category, if it is an inquiry").selectOption("Billing");
  await page.getByLabel("Note").fill("It is about the bill.");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("status").waitFor();
  const text = await textOf(page);
  assertMatch(
    text,
    /Saved\. Inquiry by a person \(the service: Bug report, (?:> )?\d+% sure\) Billing/,
  );
  assertMatch(text, /anonymous said: Inquiry, Billing/);
  assertMatch(text, /It is about the bill\./);
  await page.goto("/console/cases?search=login");
  assertMatch(await textOf(page, ".cases tbody tr"), /Inquiry.*Reviewed/);
});

browserTest(
  "another type brings its number; the letter is edited and copied; z takes it back",
  async (page) => {
    await tryMessage(page, true);
    await page.getByRole("link", { name: "open it" }).click();
    await page.getByLabel("Feature request").check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    assertMatch(await textOf(page), /FR-1 .*Saved\. Feature request.*The answer until then: Bug/);
    await page.getByText("Edit the letter").click();
    await page.locator("textarea[name=customer_response]").fill(
      "Dear customer,\n\nit is on our list.",
    );
    await page.getByRole("button", { name: "Save the letter" }).click();
    await page.getByText("it is on our list.").first().waitFor();
    await page.getByRole("button", { name: "Copy letter" }).click();
    await page.getByRole("button", { name: /Copied|Not copied/ }).waitFor();
    await assertAccessible(page, "a case whose letter was edited");
    await page.keyboard.press("z");
    await page.getByText("Taken back.").waitFor();
    await page.keyboard.press("z");
    await page.getByRole("heading", { name: "BUG-1", exact: true }).waitFor();
  },
);

browserTest(
  "a list is walked by j and k, opened by o, searched by /, and ? shows the keys",
  async (page) => {
    await page.goto("/console/cases");
    const rows = await page.locator("[data-row]").allTextContents();
    for (const key of ["j", "j", "j", "k"]) await page.keyboard.press(key);
    assertEquals(await page.evaluate("document.activeElement.textContent"), rows[1]);
    await page.keyboard.press("/");
    assertEquals(await page.evaluate("document.activeElement.name"), "search");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await assertAccessible(page, "the keys");
    await page.getByRole("button", { name: "Close" }).click();
    await page.keyboard.press("j");
    await page.keyboard.press("o");
    await page.waitForURL(/\/console\/cases\/[\da-f-]{36}$/);
  },
  { cases: 30 },
);

browserTest("several cases are confirmed, set and given away by keyboard", async (page) => {
  await page.goto("/console/cases?review=needed");
  const mark = async () => {
    for (const at of [0, 1]) {
      await page.getByRole("checkbox").nth(at).focus();
      await page.keyboard.press("Space");
    }
  };
  const send = async (name: string) => {
    await page.getByRole("button", { name, exact: true }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("2 cases are done.").waitFor();
  };
  const before = Number(/(\d+) cases? Export/.exec(await textOf(page))?.[1]);
  await mark();
  await page.keyboard.press("a");
  await page.keyboard.type("Maria");
  await send("Assign");
  assertEquals(await page.locator("tbody td", { hasText: "Maria" }).count(), 2);
  await mark();
  await send("Confirm");
  await mark();
  await send("Set to feature request");
  assertMatch(await textOf(page), new RegExp(`${before - 4} cases? Export`));
  await page.goto("/console/cases?assigned_to=Maria");
  assertMatch(await textOf(page), /2 cases Export: CSV NDJSON/);
  await page.keyboard.press("j");
  await page.keyboard.press("o");
  await page.waitForURL(/\/console\/cases\/[\da-f-]{36}$/);
  await page.keyboard.press("a");
  await page.keyboard.press("Control+a");
  await page.keyboard.type("Ben");
  await page.keyboard.press("Enter");
  await page.getByText("It is Ben's case now.").waitFor();
  assertMatch(await textOf(page, ".history"), /Assigned to Ben/);
}, { cases: 150 });

browserTest("an empty service is tried with a click, and the case is there", async (page) => {
  await page.goto("/console/quality");
  assertEquals(await page.locator("svg[role=img]").count(), 0);
  assertMatch(await textOf(page), /Too little to see yet: 0 of 2 days with cases, 2 to come\./);
  await page.goto("/console/cases");
  await page.getByRole("button", { name: "Send this example" }).click();
  await page.getByRole("link", { name: "open it" }).click();
  assertMatch(await textOf(page), /BUG-1/);
  await page.goto("/console/review");
  await page.getByRole("button", { name: "Send this example" }).click();
  await page.getByRole("heading", { name: "Letter to the customer" }).waitFor();
  await page.goto("/console/review");
  assertMatch(await textOf(page), /1 case waits for a person/);
}, { cases: 0 });

browserTest(
  "work the review queue by keyboard: confirm, change type, change category, note, skip",
  async (page) => {
    await page.goto("/console/review");
    const before = Number(/(\d+) cases wait/.exec(await textOf(page))?.[1]);
    await page.getByTitle(`${before} waiting`).waitFor();
    assert(before > 5, `${before} cases wait`);
    const seen: string[] = [];
    const press = async (key: string) => {
      seen.push(page.url());
      await Promise.all([
        page.waitForURL((url) => url.href !== seen.at(-1)),
        page.keyboard.press(key),
      ]);
      return await textOf(page);
    };
    await press("r");
    assertMatch(await press("c"), /Confirmed\./);
    assertMatch(await press("2"), /Now: Feature request\./);
    assertMatch(await press("b"), /Now: inquiry, Billing\./);
    const skipped = page.url().split("?")[0] ?? "";
    assertMatch(await press("s"), /Skipped\./);
    assertNotEquals(page.url().split("?")[0], skipped);
    // Letters typed into the note are no commands.
    await page.keyboard.press("n");
    await page.keyboard.type("cs1");
    assertEquals(await page.getByLabel("Note").inputValue(), "cs1");
    await page.keyboard.press("Escape");
    assertMatch(await press("1"), /Now: Bug report\./);
    await page.getByRole("link", { name: "Open it" }).click();
    assertMatch(await textOf(page, ".history"), /cs1/);
    await page.goto("/console/review");
    // Four are decided, one is in hand, the skipped one waits again.
    assertMatch(await textOf(page), new RegExp(`${before - 5} cases wait`));
  },
  { cases: 250 },
);

browserTest("two people work the queue and never meet", async (page, service) => {
  const { page: other, close } = await openWindow(
    page.context().browser() as Browser,
    service.origin,
  );
  const seen = new Set<string>();
  for (let turn = 0; turn < 3; turn++) {
    for (const person of [page, other]) {
      await person.goto("/console/review");
      await person.getByRole("button", { name: "Start" }).click();
      await person.getByRole("heading", { name: "Is this right?" }).waitFor();
      const path = new URL(person.url()).pathname;
      assert(!seen.has(path), path);
      seen.add(path);
    }
  }
  await close();
}, { cases: 120 });

browserTest("quality after 500 cases: every chart with its numbers beside it", async (page) => {
  await page.goto("/console/quality");
  assertMatch(
    await textOf(page, ".numbers"),
    /cases 500 looked at by people 260 of those right \d+%/,
  );
  const panels = page.locator("section.chart");
  assertEquals(await panels.count(), 6);
  for (const panel of await panels.all()) {
    const title = await panel.locator("h2").innerText();
    assertEquals(await panel.locator("svg[role=img]").count(), 1, title);
    assert(await panel.locator("svg[role=img] :is(rect, path, circle)").count() > 0, title);
    assert(await panel.locator("table tbody tr").count() > 0, title);
  }
  await page.getByRole("link", { name: "7 days" }).click();
  await page.waitForURL(/days=7/);
  assertEquals(await page.locator("#volume-title ~ .scroll tbody tr").count(), 7);
}, { cases: 500, checked: 260 });

browserTest("sign in with a key, work, sign out", async (page, service) => {
  await page.goto("/console/quality?days=7");
  await page.getByLabel("API key").fill("intake_wrong");
  await page.getByRole("button", { name: "Sign in" }).click();
  assertMatch(await textOf(page), /This is not a key of this service/);
  await assertAccessible(page, "the door after a wrong key");
  await page.getByLabel("API key").fill(service.key ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL(/quality\?days=7/);
  assertMatch(await textOf(page, "header"), /anna Sign out/);
  const [cookie] = await page.context().cookies();
  assertEquals([cookie?.httpOnly, cookie?.sameSite], [true, "Strict"]);
  await tryMessage(page, false);
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("API key").waitFor();
  await page.goto("/console/cases");
  assertMatch(await textOf(page), /Sign in/);
}, { keys: true });

browserTest("a message made to break the page is shown as it is", async (page) => {
  const hostile =
    `<img src=x onerror="document.title='broken'"><script>document.title='broken'</script>`;
  await page.goto("/");
  await page.getByLabel("Message from a customer").fill(hostile);
  await page.getByLabel("Keep it as a case").check();
  await page.getByRole("button", { name: "Try it" }).click();
  assertEquals(await textOf(page, "blockquote"), hostile);
  await page.getByRole("link", { name: "open it" }).click();
  assertEquals(await textOf(page, "blockquote"), hostile);
  await page.goto("/console/cases");
  assertMatch(await page.title(), /Cases/);
});

browserTest(
  "the API reference follows dark mode, and its plain version needs no script",
  async (page) => {
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto("/docs");
    await page.locator(".opblock").first().waitFor();
    const background = await page.evaluate("getComputedStyle(document.body).backgroundColor");
    assertEquals(background, "rgb(28, 32, 34)");
    assertEquals(await page.evaluate("document.documentElement.className"), "dark-mode");
    await assertAccessible(page, "/docs, dark");
    for (const colorScheme of ["dark", "light"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto("/docs/plain");
      await page.locator("section").first().waitFor();
      await assertAccessible(page, `/docs/plain, ${colorScheme}`);
    }
  },
);

browserTest("the API reference sends a request", async (page) => {
  await page.goto("/docs");
  const operation = page.locator("#operations-Messages-processCustomerMessage");
  await operation.locator(".opblock-summary-control").click();
  await operation.locator(".execute").click();
  const response = operation.locator(".live-responses-table .response");
  await response.waitFor();
  assertMatch(await response.innerText(), /^200/);
  assertMatch(await response.innerText(), /"message_type": "bug_report"/);
  await assertAccessible(page, "/docs");
});

Deno.test({
  name:
    "browser: no page breaks WCAG AA, light or dark, at 375 pixels or wide; none scrolls sideways" +
    NO_CHROMIUM,
  ignore: !HAS_CHROMIUM,
  async fn() {
    // Each view takes a case of the queue that the others then do not see.
    const service = await startConsole({ cases: 250, checked: 100 });
    const browser = await startChromium();
    try {
      for (const view of VIEWS) {
        await inWindow(browser, service, view, async (page) => {
          const check = async (name: string) => {
            const where = `${name} ${JSON.stringify(view)}`;
            const width = await page.evaluate("document.documentElement.scrollWidth");
            assert(Number(width) <= (view.width ?? 1280), `${where} is ${width} pixels wide`);
            await assertAccessible(page, where);
          };
          await page.goto("/");
          await check("try it");
          await tryMessage(page, true);
          await check("result");
          await page.getByRole("link", { name: "open it" }).click();
          await check("case");
          for (const path of ["cases", "review", "quality", "quality?days=90", "nothing"]) {
            await page.goto(`/console/${path}`);
            await check(path);
          }
          for (const path of ["requirements", "matters"]) {
            await page.goto(`/console/${path}`);
            await check(path);
          }
          await page.locator("main a[data-row]").first().click();
          await page.getByRole("heading", { name: "Cases and customers" }).waitFor();
          await check("matter");
          await page.goto("/console/review");
          await page.getByRole("button", { name: "Start" }).click();
          await page.getByRole("heading", { name: "Is this right?" }).waitFor();
          await check("review of a case");
        });
      }
    } finally {
      await browser.close();
      await service.close();
    }
  },
});
