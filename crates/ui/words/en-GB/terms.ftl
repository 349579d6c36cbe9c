# Labels of practice, which an authority may set in its own words.
-danger-statement = danger statement
-worry-statement = worry statement
-safety-goal = goal
-strengths = strengths
-seen-safety = seen safety
-plan = plan
