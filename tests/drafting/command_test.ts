/**
 * What is a command and what a sentence.
 *
 * @module
 */
// @ts-types="@std/types/assert/mod.d.ts"
import { assertEquals } from "@std/assert";
import { isCommand, isProgram, withoutPrompt } from "../../src/drafting/english/command.ts";

const COMMANDS = [
  "git clone --recursive https://host/repo",
  "cd into-it",
  "devpulse scan .",
  "./build.sh release",
  "$ make test",
  "frobnicate --deep -x",
];
const SENTENCES = [
  "go to Settings",
  "Open the portal",
  "click on Save",
  "git is not found",
  "run the scan again",
  "make a new plan",
];

Deno.test("commands are told from sentences", () => {
  assertEquals(COMMANDS.filter((line) => !isCommand(line)), []);
  assertEquals(SENTENCES.filter(isCommand), []);
});

Deno.test("a prompt is no part of a command", () => {
  assertEquals(withoutPrompt("$ npm ci"), "npm ci");
  assertEquals(withoutPrompt("npm ci"), "npm ci");
});

Deno.test("a program is known by its command line, a button between backticks is none", () => {
  assertEquals(isProgram("Devpulse", "devpulse scan exits with 3.\n1. devpulse scan ."), true);
  assertEquals(isProgram("Devpulse", "`devpulse scan` exits"), true);
  assertEquals(isProgram("Sync", "The `sync` button does nothing"), false);
  assertEquals(isProgram("Timer", "timer stops when I lock the phone"), false);
});
