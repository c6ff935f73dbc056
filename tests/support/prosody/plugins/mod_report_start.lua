-- The last thing that happens at a start: by now every host and plug-in is loaded, or has printed why not.
module:set_global();
module:hook_global("server-started", function() module:log("info", "Server started"); end);
