import { describe, expect, test } from "vitest";
import { serverSettings } from "@/lib/jitsi/server-settings";

const facts = {
  host: "meet.example.org",
  appId: "latchkey",
  secret: "mW3n7qk0T2cYV5sZr9dLx1hJ8fGpQaBu6eNoKiRtUyE",
  audience: "jitsi",
  subject: "meet.example.org",
};

describe("what an admin pastes", () => {
  test("Prosody: the token is checked, and alone makes moderators", () => {
    expect(serverSettings(facts).prosody).toBe(`VirtualHost "meet.example.org"
    authentication = "token"
    app_id = "latchkey"
    app_secret = "mW3n7qk0T2cYV5sZr9dLx1hJ8fGpQaBu6eNoKiRtUyE"
    asap_accepted_issuers = { "latchkey" }
    asap_accepted_audiences = { "jitsi" }
    allow_empty_token = false
    enable_domain_verification = true -- sub = "meet.example.org"

Component "conference.meet.example.org" "muc"
    -- token_affiliation makes the token's owners moderators; it is bundled since mid-2026, before that jitsi-contrib has it
    modules_enabled = { "token_verification"; "token_affiliation" }
    wait_for_host_disable_auto_owners = true
`);
  });

  test("jicofo: the first to arrive is no moderator", () => {
    expect(serverSettings(facts).jicofo).toMatch(/enable-auto-owner = false.*authentication \{ enabled = false \}/s);
  });

  test("docker: no stranger comes in, and nothing but the token makes a moderator", () => {
    const lines = serverSettings(facts).docker.split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        "ENABLE_AUTH=1",
        "AUTH_TYPE=jwt",
        "JWT_APP_ID=latchkey",
        `JWT_APP_SECRET=${facts.secret}`,
        "JWT_ACCEPTED_ISSUERS=latchkey",
        "JWT_ACCEPTED_AUDIENCES=jitsi",
        "JWT_ALLOW_EMPTY=0",
        "XMPP_MUC_MODULES=token_affiliation",
        "JICOFO_ENABLE_AUTH=0",
        "ENABLE_AUTO_OWNER=0",
        "WAIT_FOR_HOST_DISABLE_AUTO_OWNERS=1",
      ]),
    );
  });

  test("a sealed secret shows as a placeholder", () => {
    const { prosody, docker } = serverSettings({ ...facts, secret: null });
    expect(prosody).toContain('app_secret = "PASTE-THE-APP-SECRET-HERE"');
    expect(docker).toContain("JWT_APP_SECRET=PASTE-THE-APP-SECRET-HERE");
  });

  test("docker reads a value unchanged that has characters of docker or Lua", () => {
    const { docker } = serverSettings({ ...facts, appId: "it's $HOME", audience: 'a"b\\c' });
    expect(docker).toContain(String.raw`JWT_APP_ID='it\'s $HOME'`);
    expect(docker).toContain(String.raw`JWT_ACCEPTED_AUDIENCES='a\"b\\c'`);
  });

  test("no value brings a line or a setting of its own", () => {
    const hostile = 'x"\n    allow_empty_token = true -- \\';
    const count = (text: string) => text.split("\n").length;
    const { prosody, docker } = serverSettings({ ...facts, audience: hostile, subject: hostile });
    expect(count(prosody)).toBe(count(serverSettings(facts).prosody));
    expect(count(docker)).toBe(count(serverSettings(facts).docker));
    expect(prosody).toContain(String.raw`asap_accepted_audiences = { "x\"    allow_empty_token = true -- \\" }`);
  });
});
