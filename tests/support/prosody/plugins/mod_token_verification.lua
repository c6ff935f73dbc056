-- On the MUC component: who shows a token enters the room that the token names, and no other.
local jid = require "util.jid";
local st = require "util.stanza";

local domain_prefix, domain = module.host:match("^([^.]+)%.(.+)$");
local verify_domain = module:context(domain):get_option_boolean("enable_domain_verification", true);

local function names_room(claims, room_jid)
	-- A client without a token got this far only where allow_empty_token says so.
	if claims.room == nil then return true; end
	local node, host = jid.split(room_jid);
	local room = claims.room:lower();
	local sub = claims.sub:lower();
	if room ~= "*" and room ~= node then return false; end
	return not verify_domain or sub == "*" or domain_prefix .. "." .. sub == host;
end

local function check(event)
	local claims = event.origin.token_claims;
	if claims and names_room(claims, event.room.jid) then return; end
	event.origin.send(st.error_reply(event.stanza, "cancel", "not-allowed", "Room and token mismatched"));
	return true;
end

-- Before a room exists, so that a wrong token cannot even make one, and before every later arrival.
module:hook("muc-room-pre-create", check, 100);
module:hook("muc-occupant-pre-join", check, 100);
