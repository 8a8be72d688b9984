// Keys for what the pages can do without them too.

/** Whether keys are being typed into something. */
function isTyping(target) {
  return target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
    !/^(?:radio|checkbox)$/.test(target.type);
}

/** Goes through a list by j and k, opens by o, shows the keys by "?". Whether the key was for that. */
function walk(key) {
  if (key === "?") {
    const keys = document.getElementById("keys");
    if (keys.open) keys.close();
    else keys.showModal();
    return true;
  }
  const rows = [...document.querySelectorAll("[data-row]")];
  if (rows.length === 0 || !["j", "k", "o"].includes(key)) return false;
  const at = rows.indexOf(document.activeElement);
  if (key === "o") rows[at]?.click();
  else rows[Math.max(0, Math.min(rows.length - 1, at + (key === "j" ? 1 : -1)))].focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing) return;
  const { target } = event;
  if (event.key === "Escape" && isTyping(target)) return target.blur();
  if (event.key === "Enter" && event.ctrlKey && target.dataset?.submitOn === "Control+Enter") {
    event.preventDefault();
    return target.form.requestSubmit();
  }
  if (isTyping(target) || event.ctrlKey || event.altKey || event.metaKey) return;
  if (walk(event.key)) return event.preventDefault();
  if (event.repeat) return;
  const wanted = document.querySelector(`[data-shortcut="${CSS.escape(event.key.toLowerCase())}"]`);
  if (wanted === null) return;
  event.preventDefault();
  if (wanted instanceof HTMLButtonElement) wanted.click();
  else wanted.focus();
});

// A second click while the first is on its way would send the form twice.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "dialog") return;
  if (form.dataset.sent === "yes") event.preventDefault();
  form.dataset.sent = "yes";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// How many cases wait, without loading the page again.
for (const shown of document.querySelectorAll("[data-live]")) {
  new EventSource(shown.dataset.live).addEventListener("message", ({ data }) => {
    const text = Number(data) > 10_000 ? "10,000+" : Number(data).toLocaleString("en");
    if (shown.textContent !== text) shown.textContent = text;
    shown.title = `${text} waiting`;
    shown.hidden = data === "0";
  });
}

// Copies what a button names, and says so on the button.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener("click", async () => {
    try {
      const { copy, copyAs } = button.dataset;
      await navigator.clipboard.writeText(
        copyAs === "address" ? new URL(copy, location).href : copy,
      );
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not copied: the browser does not allow it";
    }
    setTimeout(() => button.textContent = label, 2_000);
  });
}

// What was asked for comes into view, without moving for those who want less motion.
const result = document.getElementById("result");
if (result !== null) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  result.scrollIntoView({ behavior: calm ? "auto" : "smooth", block: "start" });
}
