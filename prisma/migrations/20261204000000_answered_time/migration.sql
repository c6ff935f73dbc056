-- To which time an answer is one. Of an answer from before: on the web what the meeting was at that moment, which the page
-- showed, and by mail what the person had been told with the SEQUENCE that was answered.
ALTER TABLE "ParticipantAnswer" ADD COLUMN "startsAt" TIMESTAMPTZ(3), ADD COLUMN "endsAt" TIMESTAMPTZ(3);
UPDATE "ParticipantAnswer" a SET "startsAt" = t."startsAt", "endsAt" = t."endsAt"
  FROM (SELECT x."id", coalesce(w."startsAt", d."startsAt", m."startsAt") AS "startsAt", coalesce(w."endsAt", d."endsAt", m."endsAt") AS "endsAt"
    FROM "ParticipantAnswer" x JOIN "Participant" p ON p."id" = x."participantId" JOIN "Meeting" m ON m."id" = p."meetingId"
      LEFT JOIN LATERAL (SELECT v."startsAt", v."endsAt" FROM "MeetingRevision" v
        WHERE x."via" = 'WEB' AND v."meetingId" = m."id" AND v."createdAt" <= x."createdAt"
        ORDER BY v."version" DESC LIMIT 1) w ON TRUE
      LEFT JOIN LATERAL (SELECT v."startsAt", v."endsAt" FROM "Delivery" l JOIN "MeetingRevision" v ON v."id" = l."revisionId"
        WHERE l."participantId" = p."id" AND l."kind" IN ('INVITATION', 'UPDATE') AND l."sequence" <= x."sequence"
        ORDER BY l."revisedAt" DESC, l."createdAt" DESC, l."id" DESC LIMIT 1) d ON TRUE) t
  WHERE t."id" = a."id";
ALTER TABLE "ParticipantAnswer" ALTER COLUMN "startsAt" SET NOT NULL, ALTER COLUMN "endsAt" SET NOT NULL;

ALTER TABLE "Participant" ADD COLUMN "answerStartsAt" TIMESTAMPTZ(3), ADD COLUMN "answerEndsAt" TIMESTAMPTZ(3);
UPDATE "Participant" p SET "answerStartsAt" = coalesce(a."startsAt", m."startsAt"), "answerEndsAt" = coalesce(a."endsAt", m."endsAt")
  FROM "Participant" x JOIN "Meeting" m ON m."id" = x."meetingId"
    LEFT JOIN LATERAL (SELECT * FROM "ParticipantAnswer" y WHERE y."participantId" = x."id"
      ORDER BY y."createdAt" DESC, y."id" DESC LIMIT 1) a ON TRUE
  WHERE x."id" = p."id" AND NOT p."isOrganiser" AND p."answeredAt" IS NOT NULL;
ALTER TABLE "Participant" ADD CONSTRAINT "Participant_answer_has_time"
  CHECK ("answer" = 'NONE' OR "isOrganiser" OR ("answerStartsAt" IS NOT NULL AND "answerEndsAt" IS NOT NULL));

-- How answers stood is written down with the notice that tells it. Those on their way say how they stand now.
ALTER TABLE "Delivery" ADD COLUMN "counts" JSONB;
UPDATE "Delivery" n SET "counts" = (
    SELECT jsonb_build_object('accepted', count(*) FILTER (WHERE x."answer" = 'ACCEPTED'), 'tentative', count(*) FILTER (WHERE x."answer" = 'TENTATIVE'),
      'declined', count(*) FILTER (WHERE x."answer" = 'DECLINED'), 'open', count(*) FILTER (WHERE x."answer" = 'NONE'))
    FROM "MeetingRevision" v CROSS JOIN LATERAL (
      SELECT CASE WHEN (p."answerStartsAt", p."answerEndsAt") = (v."startsAt", v."endsAt") THEN p."answer" ELSE 'NONE' END AS "answer"
      FROM "Participant" p WHERE p."meetingId" = v."meetingId" AND p."removedAt" IS NULL AND NOT p."isOrganiser") x
    WHERE v."id" = n."revisionId")
  WHERE n."notice" = 'ANSWERS' AND n."status" = 'QUEUED';
