// Starts Swagger UI on this service's own document, and asks nobody else anything.
globalThis.SwaggerUIBundle({
  url: "/openapi.json",
  dom_id: "#reference",
  // Links inside the buttons that open a path would be out of reach for screen readers.
  deepLinking: false,
  defaultModelsExpandDepth: 0,
  displayRequestDuration: true,
  tryItOutEnabled: true,
  validatorUrl: null,
});

// Its own dark colours, where the system is dark.
const dark = matchMedia("(prefers-color-scheme: dark)");
const follow = () => document.documentElement.classList.toggle("dark-mode", dark.matches);
dark.addEventListener("change", follow);
follow();

/** What Swagger UI leaves unsaid for those who do not see the page. */
const ATTRIBUTES = [
  [".servers select", { "aria-label": "Server" }],
  [".parameters-col_description :is(select, input)", { "aria-label": "Value" }],
  [".body-param__text", { "aria-label": "Request body" }],
  [".content-type", { "aria-label": "Media type" }],
  [".examples-select-element", { "aria-label": "Example" }],
  [".opblock-tag, .models h4", { "aria-level": "2" }],
  [".opblock-title", { "aria-level": "3" }],
  [".information-container", { role: "region", "aria-label": "About" }],
  [".schemes-server-container", { role: "region", "aria-label": "Server and key" }],
  [".microlight, .curl, .model-box", { tabindex: "0" }],
];

function completeAll() {
  for (const [selector, attributes] of ATTRIBUTES) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (!element.hasAttribute(name)) element.setAttribute(name, value);
      }
    }
  }
}
new MutationObserver(completeAll).observe(document.body, { childList: true, subtree: true });
