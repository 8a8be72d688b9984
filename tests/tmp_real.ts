import { createOpenAiModel } from "../src/llm/openai_model.ts";
import { modelRequest } from "./llm/model_request.ts";
import { createModelNotices } from "../src/llm/model_notices.ts";
const clock = { now: () => new Date(), monotonicMs: () => performance.now() };
const notices = createModelNotices(clock, (l) => console.log("NOTICE", l));
const model = createOpenAiModel({
  api_key: "x",
  model: "smollm2",
  base_url: "http://127.0.0.1:18091/v1",
  deadline_ms: 120_000,
  max_output_tokens: 600,
  onEvent: (e) => {
    notices(e);
    console.log(JSON.stringify(e));
  },
  fetch: async (u, i) => {
    const r = await fetch(u, i);
    const t = await r.clone().text();
    const j = JSON.parse(t);
    console.log(
      r.status,
      j.choices?.[0]?.message?.content?.slice(0, 700) ?? t.slice(0, 500),
      JSON.stringify(j.usage),
      JSON.stringify(j.timings)?.slice(0, 200),
    );
    return r;
  },
});
for (const m of [undefined, "Please add a dark theme, my eyes hurt at night."]) {
  const t = performance.now();
  const got = await model.consult(modelRequest(m), new AbortController().signal);
  console.log(Math.round(performance.now() - t), JSON.stringify(got));
}
