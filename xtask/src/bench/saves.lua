-- Saves: a form, answered with where it can be read. Whoever is sent to sign in has saved nothing.

local asks = require("asks")
local requests, random = nil, math.random
local threads = {}
wrong = 0

function setup(thread)
   threads[#threads + 1] = thread
end

function init(args)
   math.randomseed(7)
   requests = asks.put_together(args[1], asks.of_a_form)
end

function request()
   return requests[random(#requests)]
end

function response(status, headers)
   local where = headers["location"] or headers["Location"] or ""
   if status ~= 303 or where:find("sign-in", 1, true) then wrong = wrong + 1 end
end

function done(summary, latency)
   local all = 0
   for _, thread in ipairs(threads) do all = all + thread:get("wrong") end
   asks.say(summary, latency, all)
end
