-- Lets in over BOSH who shows a room token, in the order and with the words of Jitsi's own plug-in:
-- SASL ANONYMOUS, the token in the query (?room=…&token=…), every refusal is <not-allowed/> with a reason.
local base64 = require "util.encodings".base64;
local formdecode = require "util.http".formdecode;
local json = require "util.json";
local jwt = require "util.jwt";
local new_uuid = require "util.uuid".generate;

local app_secret = module:get_option_string("app_secret");
local issuers = module:get_option_set("asap_accepted_issuers", { module:get_option_string("app_id") });
local audiences = module:get_option_set("asap_accepted_audiences", { "*" });
local allow_empty_token = module:get_option_boolean("allow_empty_token", false);

module:hook_global("bosh-session", function(event)
	event.session.auth_token = formdecode(event.request.url.query or "").token;
end);

-- util.jwt neither looks at typ nor says which header was wrong.
local function header_of(token)
	local part = token:match("^([%w_-]+)%.") or "";
	local text = base64.decode(part:gsub("[-_]", { ["-"] = "+", ["_"] = "/" }) .. "==");
	local header = text and json.decode(text);
	return type(header) == "table" and header or {};
end

local function accepted(value, set)
	return type(value) == "string" and (set:contains(value) or set:contains("*"));
end

local function refusal_of_times(claims)
	local now = os.time();
	if claims.exp and type(claims.exp) ~= "number" then return "exp must be number"; end
	if claims.nbf and type(claims.nbf) ~= "number" then return "nbf must be number"; end
	if claims.exp and now >= claims.exp then return "Not acceptable by exp"; end
	if claims.nbf and now < claims.nbf then return "Not acceptable by nbf"; end
end

local function verify(token)
	local header = header_of(token);
	if header.typ ~= "JWT" then return nil, "Invalid typ"; end
	if header.alg ~= "HS256" then return nil, "Invalid or incorrect alg"; end
	local genuine, claims = jwt.verify(app_secret, token);
	if not genuine or type(claims) ~= "table" then return nil, "Invalid signature"; end
	local untimely = refusal_of_times(claims);
	if untimely then return nil, untimely; end
	if not accepted(claims.iss, issuers) then return nil, "invalid 'iss' claim"; end
	if not accepted(claims.aud, audiences) then return nil, "invalid 'aud' claim"; end
	if type(claims.room) ~= "string" then return nil, "'room' claim is missing"; end
	if type(claims.sub) ~= "string" then return nil, "'sub' claim is missing"; end
	return claims;
end

local function claims_of(session)
	local token = session.auth_token or "";
	if token ~= "" then return verify(token); end
	if allow_empty_token then return {}; end
	return nil, "token required";
end

local provider = {};

-- A handler of our own: the stock ANONYMOUS mechanism asks again for ever when it is refused.
function provider.get_sasl_handler(session)
	local handler = {};
	function handler:mechanisms() return { ANONYMOUS = true }; end
	function handler:clean_clone() return provider.get_sasl_handler(session); end
	function handler:select(mechanism)
		self.selected = mechanism == "ANONYMOUS" and mechanism or nil;
		return self.selected ~= nil;
	end
	function handler:process()
		local claims, reason = claims_of(session);
		if not claims then return "failure", "not-allowed", reason; end
		session.token_claims = claims;
		self.username = new_uuid();
		return "success";
	end
	return handler;
end

module:provides("auth", provider);
