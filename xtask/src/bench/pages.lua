-- Pages: any row of the cast, at random.

local asks = require("asks")
local requests, random = nil, math.random

function init(args)
   math.randomseed(7)
   requests = asks.put_together(args[1])
end

function request()
   return requests[random(#requests)]
end

function done(summary, latency)
   asks.say(summary, latency, 0)
end
