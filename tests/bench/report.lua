-- What wrk measured, as one line of JSON for run.js. wrk counts in microseconds.
local cookie = os.getenv("BENCH_COOKIE")
local token = os.getenv("BENCH_TOKEN")
if cookie and cookie ~= "" then wrk.headers["Cookie"] = cookie end
if token and token ~= "" then wrk.headers["Authorization"] = "Bearer " .. token end

-- Posting: a body a request, the threads in turn. Searching: a query a request.
local threads = os.getenv("BENCH_THREADS")
local queries = os.getenv("BENCH_QUERIES")
if threads then
  local number, last = 0, tonumber(threads)
  local text = "We log each seal at both ends and have the second person read the number aloud. " ..
    "In our county of 19,500 that takes four minutes a site.\\n\\n- bag sealed\\n- number read back\\n"
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  request = function()
    number = number % last + 1
    return wrk.format("POST", "/api/v1/threads/" .. number .. "/posts", nil, '{"body":"' .. text .. number .. '"}')
  end
elseif os.getenv("BENCH_ANEW") then
  local path, number = os.getenv("BENCH_ANEW"), 0
  request = function()
    number = number + 1
    return wrk.format("GET", path .. "?run=" .. number)
  end
elseif queries then
  -- The number that goes along makes every address new, so that no kept answer is measured.
  local list, at = {}, 0
  for query in queries:gmatch("[^|]+") do list[#list + 1] = query end
  request = function()
    at = at + 1
    return wrk.format("GET", "/api/v1/search?q=" .. list[at % #list + 1] .. "&run=" .. at)
  end
end

done = function(summary, latency, requests)
  io.write(string.format(
    'RESULT {"requests":%d,"seconds":%.6f,"p50":%.1f,"p99":%.1f,"status":%d,"socket":%d,"bytes":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    summary.errors.status,
    summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout, summary.bytes))
end
