-- What the scripts share: the requests, put together before the clock starts, and what is said at
-- the end. `make` makes one request of a row of the cast.

local asks = {}

function asks.put_together(cast, headers)
   local requests = {}
   for place, row in ipairs(dofile(cast)) do
      local with = { ["Cookie"] = row.cookie }
      for name, value in pairs(headers or {}) do with[name] = value end
      requests[place] = wrk.format(row.body and "POST" or "GET", row.path, with, row.body)
   end
   return requests
end

-- What a browser sends with a form of the page it is on.
asks.of_a_form = {
   ["Content-Type"] = "application/x-www-form-urlencoded",
   ["Sec-Fetch-Site"] = "same-origin",
}

-- One line of JSON; `more` is put into it as it is.
function asks.say(summary, latency, wrong, more)
   local errors = summary.errors
   local broken = errors.connect + errors.read + errors.write + errors.timeout + errors.status
   print(string.format(
      '{"requests":%d,"seconds":%.6f,"bytes":%d,"p50_ms":%.3f,"p99_ms":%.3f,"wrong":%d%s}',
      summary.requests, summary.duration / 1e6, summary.bytes,
      latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, broken + wrong, more or ""))
end

return asks
