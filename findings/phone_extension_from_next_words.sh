#!/usr/bin/env bash
# libphonenumber-js 1.13.16.
# One would guess: findPhoneNumbersInText() finds a well-written number whatever ordinary words
#   follow, and startsAt and endsAt enclose the number and nothing else.
# What happens: a comma is read as the sign of an extension, so the first figure of the next clause
#   becomes one, and who masks from startsAt to endsAt masks it too; a figure after a mere blank
#   hides the whole number; and a bracket before the number belongs to it, the one behind does not.
# Output seen (number, extension, the text from startsAt to endsAt):
#   "I rang +1 213 373 4253, two days ago": +12133734253 undefined "+1 213 373 4253"
#   "I rang +1 213 373 4253, 2 days ago": +12133734253 2 "+1 213 373 4253, 2"
#   "I rang +1 213 373 4253 two times": +12133734253 undefined "+1 213 373 4253"
#   "I rang +1 213 373 4253 2 times": none
#   "I rang you (+12133734253) today": +12133734253 undefined "(+12133734253"
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline libphonenumber-js@1.13.16 >/dev/null
cat > look.mjs <<'JS'
import { findPhoneNumbersInText } from "libphonenumber-js/max";
for (const text of [
  "I rang +1 213 373 4253, two days ago",
  "I rang +1 213 373 4253, 2 days ago",
  "I rang +1 213 373 4253 two times",
  "I rang +1 213 373 4253 2 times",
  "I rang you (+12133734253) today",
]) {
  const found = findPhoneNumbersInText(text).map(({ number, startsAt, endsAt }) =>
    `${number.number} ${number.ext} ${JSON.stringify(text.slice(startsAt, endsAt))}`
  );
  console.log(`${JSON.stringify(text)}: ${found.join("; ") || "none"}`);
}
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
"I rang +1 213 373 4253, two days ago": +12133734253 undefined "+1 213 373 4253"
"I rang +1 213 373 4253, 2 days ago": +12133734253 2 "+1 213 373 4253, 2"
"I rang +1 213 373 4253 two times": +12133734253 undefined "+1 213 373 4253"
"I rang +1 213 373 4253 2 times": none
"I rang you (+12133734253) today": +12133734253 undefined "(+12133734253"
TEXT
