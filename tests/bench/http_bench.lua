-- Sends the bodies of the file named by BODIES in turn, each with a number of its own.
local bodies = {}
for line in io.lines(os.getenv("BODIES")) do
  local head, tail = line:match("^(.-)@@(.*)$")
  bodies[#bodies + 1] = { head, tail }
end
local run, n = os.getenv("RUN"), 0

wrk.method = "POST"
wrk.path = "/process-customer-message"
wrk.headers["content-type"] = "application/json"

function request()
  n = n + 1
  local body = bodies[n % #bodies + 1]
  return wrk.format(nil, nil, nil, body[1] .. run .. "-" .. n .. body[2])
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"duration_us":%d,"p50_us":%d,"p99_us":%d,"errors":%d}\n',
    summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.timeout + errors.status
  ))
end
