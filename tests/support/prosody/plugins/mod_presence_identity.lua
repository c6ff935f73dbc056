-- Shows the token's user to the room, as Jitsi's plug-in of this name does. This is where a control character in
-- a name does its harm: Prosody will not put it into XML, the handler dies, and the client never gets an answer.
module:hook("pre-presence/full", function(event)
	local claims = event.origin.token_claims or {};
	local user = type(claims.context) == "table" and claims.context.user;
	if type(user) ~= "table" then return; end
	event.stanza:tag("identity"):tag("user");
	for _, key in ipairs { "id", "name", "email", "avatar" } do
		if type(user[key]) == "string" then event.stanza:text_tag(key, user[key]); end
	end
	event.stanza:up():up();
end);
