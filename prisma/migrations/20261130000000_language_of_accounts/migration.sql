-- What was copied from an account when somebody was invited is no choice for this meeting: the account is asked instead.
UPDATE "Participant" p SET "locale" = NULLIF(p."locale", u."locale"), "timeZone" = NULLIF(p."timeZone", u."timeZone")
  FROM "User" u WHERE u."id" = p."userId";
