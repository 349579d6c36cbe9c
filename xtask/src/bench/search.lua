-- A search is two requests: the words are sent, and what was found is read. One connection; both
-- together are timed here, from the first byte asked to the last byte answered.

local asks = require("asks")
local ffi = require("ffi")
ffi.cdef [[
   typedef struct { long seconds; long nanoseconds; } kith_time;
   int clock_gettime(int clock, kith_time *time);
]]

local requests, random = nil, math.random
local cookies, found, began = {}, nil, 0
local threads, times = {}, {}
local clock = ffi.new("kith_time")
wrong, pair_p50_ms = 0, 0

local function now()
   ffi.C.clock_gettime(1, clock)
   return tonumber(clock.seconds) * 1e3 + tonumber(clock.nanoseconds) / 1e6
end

function setup(thread)
   threads[#threads + 1] = thread
end

function init(args)
   math.randomseed(7)
   requests = asks.put_together(args[1], asks.of_a_form)
   for place, row in ipairs(dofile(args[1])) do cookies[place] = row.cookie end
end

local asked = 1

function request()
   if found then
      return wrk.format("GET", found, { ["Cookie"] = cookies[asked] })
   end
   asked = random(#requests)
   began = now()
   return requests[asked]
end

function response(status, headers)
   if found then
      found = nil
      if status ~= 200 then wrong = wrong + 1 end
      times[#times + 1] = now() - began
      -- Sorted seldom: a run is asked for its median only at its end.
      if #times % 64 == 1 then
         table.sort(times)
         pair_p50_ms = times[math.floor(#times / 2) + 1]
      end
      return
   end
   found = headers["location"] or headers["Location"]
   if status ~= 303 or not found or found:find("sign-in", 1, true) then
      wrong, found = wrong + 1, nil
   end
end

function done(summary, latency)
   local all, median = 0, 0
   for _, thread in ipairs(threads) do
      all = all + thread:get("wrong")
      median = thread:get("pair_p50_ms")
   end
   asks.say(summary, latency, all, string.format(',"pair_p50_ms":%.3f', median))
end
