-- What wrk measured, as one line of JSON for run.js. wrk counts in microseconds.
local cookie = os.getenv("BENCH_COOKIE")
local token = os.getenv("BENCH_TOKEN")
if cookie and cookie ~= "" then wrk.headers["Cookie"] = cookie end
if token and token ~= "" then wrk.headers["Authorization"] = "Bearer " .. token end
if os.getenv("BENCH_PACKED") then wrk.headers["Accept-Encoding"] = "gzip" end

local function split(text)
  local parts = {}
  for part in text:gmatch("[^|]+") do parts[#parts + 1] = part end
  return parts
end

-- Posting: a body a request, the threads in turn. Searching: a query a request. Reading: some member, some page.
local threads = os.getenv("BENCH_THREADS")
local queries = os.getenv("BENCH_QUERIES")
if threads then
  local open, number = split(threads), 0
  local text = "We log each seal at both ends and have the second person read the number aloud. " ..
    "In our county of 19,500 that takes four minutes a site.\\n\\n- bag sealed\\n- number read back\\n"
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  request = function()
    number = number + 1
    return wrk.format("POST", "/api/v1/threads/" .. open[number % #open + 1] .. "/posts", nil, '{"body":"' .. text .. number .. '"}')
  end
elseif os.getenv("BENCH_ANEW") then
  local path, number = os.getenv("BENCH_ANEW"), 0
  request = function()
    number = number + 1
    return wrk.format("GET", path .. "?run=" .. number)
  end
elseif queries then
  -- The number that goes along makes every address new, so that no kept answer is measured.
  local list, at = split(queries), 0
  request = function()
    at = at + 1
    return wrk.format("GET", "/api/v1/search?q=" .. list[at % #list + 1] .. "&run=" .. at)
  end
elseif os.getenv("BENCH_COOKIES") then
  local cookies, paths = split(os.getenv("BENCH_COOKIES")), split(os.getenv("BENCH_PATHS"))
  request = function()
    return wrk.format("GET", paths[math.random(#paths)], {
      ["Cookie"] = cookies[math.random(#cookies)], ["Accept-Encoding"] = wrk.headers["Accept-Encoding"] })
  end
end

done = function(summary, latency, requests)
  io.write(string.format(
    'RESULT {"requests":%d,"seconds":%.6f,"p50":%.1f,"p99":%.1f,"status":%d,"socket":%d,"bytes":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout, summary.bytes))
end
