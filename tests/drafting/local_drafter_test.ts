/**
 * What the drafts say, message by message.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { TICKET_ID_MARK } from "../../src/triage/domain/reply.ts";
import { draft } from "./drafting.ts";

const LOGIN =
  "I can't log in to the web portal. When I enter my password and click login, the button just spins and nothing happens.";
const REMINDER =
  "It would be really useful if the app could send me a notification 15 minutes before a scheduled workout instead of just 5 minutes before.";

Deno.test("the login report becomes a ticket about the login, with its two steps", () => {
  const { ticket, letter } = draft("bug_report", LOGIN, "1440 Web Portal");
  assertEquals(ticket, {
    title: "Button spins and nothing happens when I enter my password and click login",
    severity: "High",
    affected_component: "Login",
    reproduction_steps: ["Enter my password", "Click login"],
    priority: "High",
    assigned_team: "Identity",
  });
  assertStringIncludes(letter, TICKET_ID_MARK);
  assertStringIncludes(letter, "“I can't log in to the web portal. When I enter");
});

Deno.test("the reminder wish becomes a requirement about notifications", () => {
  const { requirement, letter } = draft("feature_request", REMINDER);
  assertEquals(requirement.title, "Send me a notification 15 minutes before a scheduled workout");
  assertEquals(requirement.affected_components[0], "Notifications");
  assertEquals(
    requirement.user_story,
    "As a member, I want the app to send me a notification 15 minutes before a scheduled workout " +
      "instead of just 5 minutes before, so that … (the message gives no reason).",
  );
  assertMatch(requirement.business_value, /^(High|Medium|Low): .+/);
  assertMatch(letter, /“[^”]*the app could send me a notification 15 minutes before[^”]*”/);
});

const FAULT = { name: "fault", probability: 0.9, grave: false, evidence: [] } as const;

const STEPS: readonly (readonly [message: string, steps: readonly string[]])[] = [
  ["The app crashes whenever I open the map.", ["Open the map"]],
  ["After importing a CSV, all names are upper case.", ["Importing a CSV"]],
  ["Every time I rotate the phone and tap Save, the text is gone.", [
    "Rotate the phone",
    "Tap Save",
  ]],
  ["I exported the list this morning and the file is empty.", ["Exported the list this morning"]],
  ["Broken.\n1. Open settings\n2. Tap Export\nExpected: a file. Actual: nothing.", [
    "Open settings",
    "Tap Export",
  ]],
  ["Steps to reproduce: open a note, type a word, close the lid. The word is lost.", [
    "Open a note",
    "Type a word",
    "Close the lid",
  ]],
  ["Sync has stopped working since Monday.", []],
  ["I tried to reinstall the app and restarted the phone, no luck. It just crashes.", []],
  ["Things I dislike:\n- the colour\n- the price\nAnd it crashes.", []],
  ["On the roster page I tap a shift, choose Swap and hit Send; the colleague never gets it.", [
    "Tap a shift",
    "Choose Swap",
    "Hit Send",
  ]],
  ["I typed in the voucher, clicked Apply and the total went up by five euros.", [
    "Typed in the voucher",
    "Clicked Apply",
  ]],
  ["At the moment I convert all amounts in a spreadsheet, the total is wrong.", []],
  ["The totals are wrong. I closed it and told my boss.", []],
  ["Sync with the watch broke yesterday.", []],
  ["They press Save if they leave the list, and it is blank.", []],
];

for (const [message, steps] of STEPS) {
  Deno.test(`steps of: ${message.slice(0, 50)}`, () => {
    assertEquals(draft("bug_report", message).ticket.reproduction_steps, [...steps]);
  });
}

const TITLES: readonly (readonly [message: string, title: string])[] = [
  [
    "Hi team, unfortunately since yesterday the PDF export cuts off the last column. Thanks!",
    "Since yesterday the PDF export cuts off the last column",
  ],
  ["Why does the weekly total show 0 km?", "Why does the weekly total show 0 km"],
  [
    "I love the app, but the timer stops when I lock the phone.",
    "Timer stops when I lock the phone",
  ],
  [
    "When I remove a member from one group, she is removed from the whole club.",
    "When I remove a member from one group, she is removed from the whole club",
  ],
  ["THE EXPORT BUTTON DOES NOTHING AT ALL!!!", "Export button does nothing"],
  [
    "The upload fails with error 1234 on my Pixel 8, Android 15.",
    "Upload fails with error 1234 on my Pixel 8 (Android 15)",
  ],
  ["There's water coming out of the back.", "There's water coming out of the back"],
  ["Why can I see what my boss earns?", "Why can I see what my boss earns"],
  [
    "Since your weekend update, when I sign in I land in a list of all patients.",
    "Since your weekend update, when I sign in I land in a list of all patients",
  ],
  ["The list wont load just a grey box", "List wont load just a grey box"],
  ["The confirmation says two seats. There is only one in my list.", "Confirmation says two seats"],
  [
    "Is the pass supposed to lose three rides each time I tap once?",
    "Is the pass supposed to lose three rides each time I tap once",
  ],
  [
    "When I sign one guest's slip it signs it for the other as well.",
    "When I sign one guest's slip it signs it for the other as well",
  ],
  [
    'The upload fails: it says "Quota exceeded (E-17)".',
    'Upload fails: it says "Quota exceeded (E-17)"',
  ],
];

for (const [message, title] of TITLES) {
  Deno.test(`title: ${title}`, () =>
    assertEquals(draft("bug_report", message).ticket.title, title));
}

const SEVERITIES: readonly (readonly [message: string, severity: string, priority: string])[] = [
  ["There is a typo on the start page.", "Low", "Low"],
  ["The list is sorted in the wrong order.", "Medium", "Medium"],
  ["I can't sign in any more.", "High", "High"],
  ["The portal is down for everyone.", "Critical", "Urgent"],
  ["Members can see the medical records of other members.", "Critical", "Urgent"],
  ["All my workouts are gone, five years of training.", "Critical", "Urgent"],
  ["The chart is blank, I need it fixed by tomorrow.", "Medium", "High"],
  ["The app crashes on large files, so I split them for now.", "Medium", "Medium"],
  ["I was charged twice for March.", "High", "High"],
  ["The freezer was at -6 and not -18. We lost about 40 kg of fish.", "High", "High"],
  ["The consent form for Ann is saved for the wrong child.", "High", "High"],
  ["Three columns are missing from my report. Not urgent, it's for June.", "Medium", "Medium"],
  ["The display goes blank below 20 m.", "High", "High"],
  [
    "The export cuts off the last page. The rest I can live with, that I can't.",
    "Medium",
    "Medium",
  ],
  ["Undo deleted all the stickers, not just the last one.", "High", "High"],
];

for (const [message, severity, priority] of SEVERITIES) {
  Deno.test(`severity ${severity}, priority ${priority}: ${message}`, () => {
    const { ticket } = draft("bug_report", message, "Ledgerly");
    assertEquals([ticket.severity, ticket.priority], [severity, priority]);
  });
}

const COMPONENTS:
  readonly (readonly [product: string, message: string, component: string, team: string])[] = [
    ["1440 Mobile App", "My watch does not sync.", "Sync & Devices", "Integrations"],
    ["1440 Mobile App", "I was charged for a subscription I cancelled.", "Payments", "Billing"],
    ["1440 Mobile App", "It is all upside down.", "App", "Mobile"],
    ["1440 Web Portal", "The attendance report is empty.", "Reports & Export", "Web"],
    ["1440 Web Portal (EU)", "I cannot invite a coach.", "Team Management", "Accounts"],
    ["Something else", "The page loads very slowly.", "Performance", "Support Engineering"],
    ["Something else", "It hums.", "General", "Support"],
    ["Something else", "Turning the lamps on turns them off again.", "General", "Support"],
    ["Something else", "Goes to sleep while I slowly pour flour.", "General", "Support"],
    // What was done on the way, tried or set aside names no part of what is not listed.
    [
      "Something else",
      "I logged in this morning to sign the form. The map shows the wrong street.",
      "General",
      "Support",
    ],
    [
      "Something else",
      "The reminder comes an hour late. I logged out and in, no change.",
      "Notifications",
      "Support Engineering",
    ],
  ];

for (const [product, message, component, team] of COMPONENTS) {
  Deno.test(`component of ${product}: ${message}`, () => {
    const { ticket } = draft("bug_report", message, product);
    assertEquals([ticket.affected_component, ticket.assigned_team], [component, team]);
  });
}

const STORIES: readonly (readonly [message: string, story: RegExp])[] = [
  [
    "As a parent I'd like to see a weekly summary so that I know how my kids do.",
    /^As a parent, I want to see a weekly summary, so that I know how my kids do\.$/,
  ],
  [
    "Please let me invite members from a spreadsheet.",
    /^As a member, I want to invite members from a spreadsheet, so that .+\.$/,
  ],
  ["Dark mode please", /^As a member, I want dark mode, so that .+\.$/],
  [
    "Could you add vertical tabs? Right now I scroll through fifty tabs every day.",
    /I want the app to add vertical tabs, so that this is taken care of: “Right now I scroll through fifty tabs every day”\.$/,
  ],
  [
    "I'd like to tag a note instead of putting it in a folder.",
    /I want to tag a note instead of putting it in a folder, so that … \(the message gives no reason\)\.$/,
  ],
];

for (const [message, story] of STORIES) {
  Deno.test(`story of: ${message}`, () => {
    assertMatch(draft("feature_request", message).requirement.user_story, story);
  });
}

Deno.test("the value of a wish names the words that decided", () => {
  const value = (message: string) => draft("feature_request", message).requirement.business_value;
  assertMatch(
    value("Please add SSO. Without it our IT won't sign the contract."),
    /^High: .*won't sign the contract/,
  );
  assertMatch(
    value("Please add quarterly invoices, I copy them by hand every month."),
    /^Medium: .*by hand/,
  );
  assertMatch(value("Please add more ringtones."), /^Low: /);
});

Deno.test("pages are suggested where they fit, and none where nothing fits", () => {
  const pages = (message: string, product?: string) =>
    draft("general_inquiry", message, product).inquiry.suggested_resources.map(({ title }) =>
      title
    );
  assertEquals(pages("I forgot my password. How do I get a new one?"), ["Reset your password"]);
  assertEquals(pages("Which day is the direct debit taken?", "1440 Web Portal"), [
    "Read your invoice",
  ]);
  assertEquals(pages("Are you open on Easter Monday?"), []);
  assertEquals(pages("How do I reset my password?", "Ledgerly"), []);
});

Deno.test("a language that is not known gets an English letter, with one line on who reads it", () => {
  const message =
    "No puedo entrar en el portal. Escribo mi contraseña, pulso el botón y no pasa nada.";
  const { letter } = draft("general_inquiry", message, "1440 Web Portal", {
    review: { required: true, reasons: ["language_not_supported"] },
  });
  assertMatch(letter, /a person will (?:therefore )?read your message/i);
  assert(!letter.includes("contraseña"));
});

Deno.test("what a short message also is stands in the letter, whole", () => {
  const { letter } = draft(
    "bug_report",
    "The export fails. An Excel format would be nice too.",
    "X",
    {
      secondary: ["feature_request"],
    },
  );
  assertStringIncludes(letter, "“The export fails. An Excel format would be nice too”");
  assert(!letter.includes("as well"), letter);
});

Deno.test("what a long message also is is said back with the matter", () => {
  const aside =
    " I have three of them in the office and one at home, where my son uses it for his " +
    "homework in the evenings, mostly without any complaint from anybody.";
  const { letter } = draft(
    "bug_report",
    `The export of the monthly list fails.${aside}${aside}${aside} An Excel format would be nice too.`,
    "X",
    { secondary: ["feature_request"], situation: FAULT },
  );
  assertStringIncludes(letter, "he export of the monthly list fails");
  assertStringIncludes(letter, "An Excel format would be nice too”");
});

Deno.test("a report by a form: headings say nothing, sections are told apart, commands are kept", () => {
  const { ticket } = draft(
    "bug_report",
    "### Describe the bug\ndevpulse scan exits with code 3 on a shallow clone.\n\n### To Reproduce\n" +
      "1. git clone --depth 1 repo\n2. cd repo\n3. devpulse scan .\n\n### Expected behavior\nIt exits with 0.\n\n" +
      "### Environment\nUbuntu 22.04\n\n- [x] I have searched the issues",
    "X",
  );
  assertEquals(ticket.title.startsWith("devpulse scan exits with code 3 on a shallow clone"), true);
  assertEquals(ticket.reproduction_steps, [
    "git clone --depth 1 repo",
    "cd repo",
    "devpulse scan .",
  ]);
});

Deno.test("a wrong word and a wrong charge are not asked for steps and devices", () => {
  for (
    const text of [
      "There is a typo in the menu: “Setings”.",
      "I was charged twice for order #88231 this month.",
    ]
  ) {
    assert(!/steps that lead|phone or tablet/.test(draft("bug_report", text).letter), text);
  }
});
