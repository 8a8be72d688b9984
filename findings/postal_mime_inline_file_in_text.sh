#!/usr/bin/env bash
# postal-mime 4.0.0, beside Python's own email package.
# One would guess: a part of a mail that has a file name is an attachment, also where its disposition
#   is "inline", which its reference names among the dispositions of an attachment.
# What happens: a text part is an attachment only where it says "attachment". A log or a patch sent
#   "inline; filename=…" (as git format-patch --inline does) or with a name and no disposition is put
#   at the end of `text`, as if the writer had written it, and its name is told nowhere. The same
#   file as application/octet-stream is an attachment.
# Output seen:
#   attachment; text "See the log." files log.txt; Python: log.txt
#   inline; text "See the log. ERROR 42" files none; Python: log.txt
#   no disposition; text "See the log. ERROR 42" files none; Python: log.txt
#   inline, octet-stream; text "See the log." files log.txt; Python: log.txt
# Fails when that changes.
set -euo pipefail
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT; cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --prefer-offline postal-mime@4.0.0 >/dev/null
cat > files.py <<'PY'
import email, email.policy, sys
mail = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
print(",".join(part.get_filename() for part in mail.iter_attachments()) or "none")
PY
cat > look.mjs <<'JS'
import { execFileSync } from "node:child_process";
import PostalMime from "postal-mime";
async function look(name, type, disposition) {
  const mail = [
    "From: a@example.org", "Subject: s", "MIME-Version: 1.0", "Content-Type: multipart/mixed; boundary=x", "",
    "--x", "Content-Type: text/plain", "", "See the log.",
    "--x", `Content-Type: ${type}; name="log.txt"`, ...disposition, "", "ERROR 42", "--x--", "",
  ].join("\r\n");
  const { text, attachments } = await new PostalMime().parse(mail);
  const files = attachments.map(({ filename }) => filename).join() || "none";
  const python = String(execFileSync("python3", ["files.py"], { input: mail })).trim();
  console.log(`${name}; text "${text.trim().replace(/\s+/g, " ")}" files ${files}; Python: ${python}`);
}
const inline = ['Content-Disposition: inline; filename="log.txt"'];
await look("attachment", "text/plain", ['Content-Disposition: attachment; filename="log.txt"']);
await look("inline", "text/plain", inline);
await look("no disposition", "text/plain", []);
await look("inline, octet-stream", "application/octet-stream", inline);
JS
node look.mjs | tee seen
diff seen - <<'TEXT'
attachment; text "See the log." files log.txt; Python: log.txt
inline; text "See the log. ERROR 42" files none; Python: log.txt
no disposition; text "See the log. ERROR 42" files none; Python: log.txt
inline, octet-stream; text "See the log." files log.txt; Python: log.txt
TEXT
