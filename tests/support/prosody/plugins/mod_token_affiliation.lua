-- On the MUC component: the token alone makes owners. Also takes ownership from whoever merely came first.
local jid_bare = require "util.jid".bare;

local owners = { owner = true, moderator = true, teacher = true };

local function affiliation_of(claims)
	local user = type(claims.context) == "table" and claims.context.user;
	if type(user) ~= "table" then return "member"; end
	local moderator = user.moderator == true or user.moderator == "true" or owners[user.affiliation];
	return moderator and "owner" or "member";
end

module:hook("muc-occupant-pre-join", function(event)
	local affiliation = affiliation_of(event.origin.token_claims or {});
	event.room:set_affiliation(true, jid_bare(event.stanza.attr.from), affiliation);
	event.occupant.role = event.room:get_default_role(affiliation);
end, 50);
