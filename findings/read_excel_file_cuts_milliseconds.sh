#!/usr/bin/env bash
# read-excel-file 9.3.17, with xlsx files of write-excel-file 4.1.1, the same author's writer.
# One would guess: a cell that says 2025-03-31 00:05 is read as 2025-03-31T00:05:00.000Z.
# What happens: Excel stores a time as a fraction of a day, which no double holds exactly, and the
#   reader rounds the milliseconds down instead of to the nearest. The time comes out as
#   00:04:59.999, so whoever shows it to the minute, groups by hour or compares with the same time
#   from elsewhere is off by a whole minute, hour or row. Dates without a time are right, so the
#   first tests pass. exceljs 4.4.0 reads this very file without a fault.
# Output seen:
#   448 of 1440 minutes of a day come back early, by 1 ms
#   2025-03-31T00:05:00.000Z -> 2025-03-31T00:04:59.999Z
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline read-excel-file@9.3.17 write-excel-file@4.1.1 >/dev/null
cat > look.mjs <<'JS'
import { readSheet } from "read-excel-file/node";
import writeExcelFile from "write-excel-file/node";
const written = Array.from({ length: 1440 }, (_, minute) => new Date(Date.UTC(2025, 2, 31, 0, minute)));
const rows = written.map((value) => [{ value, type: Date, format: "yyyy-mm-dd hh:mm" }]);
await writeExcelFile(rows).toFile("times.xlsx");
const read = (await readSheet("times.xlsx")).map(([date]) => date);
const early = written.map((date, row) => [date, read[row]]).filter(([date, found]) => date - found !== 0);
const by = [...new Set(early.map(([date, found]) => date - found))];
console.log(`${early.length} of ${read.length} minutes of a day come back early, by ${by} ms`);
console.log(early[0].map((date) => date.toISOString()).join(" -> "));
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
448 of 1440 minutes of a day come back early, by 1 ms
2025-03-31T00:05:00.000Z -> 2025-03-31T00:04:59.999Z
TEXT
