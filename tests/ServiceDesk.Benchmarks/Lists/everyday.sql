-- Makes the loaded register look like one in use: the newest 5 % of the cases open, the rest closed; dates, kinds, channels, owners
-- spread; two clocks for each case and a breach for one in twelve. Numbers follow from the sequence, so every run is the same.
UPDATE "Cases" SET
  "Kind" = (ARRAY['Complaint','Question','Submission','Suggestion','Praise','Complaint','Question','Complaint'])[1 + "Sequence" % 8],
  "Channel" = (ARRAY['WebForm','Email','Phone','InPerson','EAddress','WebForm','Email'])[1 + "Sequence" % 7],
  "IsFormal" = "Sequence" % 6 = 0,
  "State" = CASE WHEN "Sequence" <= 99750 THEN 'Closed' WHEN "Sequence" % 10 = 0 THEN 'New' WHEN "Sequence" % 7 = 0 THEN 'Answered' ELSE 'InProgress' END,
  "Outcome" = CASE WHEN "Sequence" <= 99750 THEN 'Explained' END,
  "AnsweredAt" = CASE WHEN "Sequence" <= 99750 OR "Sequence" % 7 = 0 THEN "ReceivedAt" + ("Sequence" % 11) * interval '7 hours' END,
  "ClosedAt" = CASE WHEN "Sequence" <= 99750 THEN "ReceivedAt" + ("Sequence" % 23) * interval '9 hours' END,
  "AssigneeId" = CASE WHEN "Sequence" % 10 = 0 AND "Sequence" > 99750 THEN NULL ELSE "AssigneeId" END,
  "NextDueOn" = CASE WHEN "Sequence" > 99750 AND "Sequence" % 9 > 0 THEN current_date + ("Sequence" % 31) - 3 END,
  "NextDueLayer" = CASE WHEN "Sequence" > 99750 AND "Sequence" % 9 > 0 THEN CASE WHEN "Sequence" % 5 = 0 THEN 'PersonalPromise' ELSE 'Service' END END,
  "NextRuleId" = CASE WHEN "Sequence" > 99750 AND "Sequence" % 9 > 0 THEN 'reply' END,
  "DueSort" = CASE WHEN "Sequence" > 99750 AND "Sequence" % 9 > 0 THEN current_date + ("Sequence" % 31) - 3 ELSE 'infinity'::date END,
  "HasFailedMessage" = "Sequence" > 99750 AND "Sequence" % 700 = 0;
INSERT INTO "Clocks" ("Id", "CaseId", "Layer", "RuleId", "Clause", "StandardId", "StandardVersion", "CalendarVersion", "Meets", "StartedOn", "StartIsCounted",
  "DueOn", "DueUntil", "State", "SettledAt", "InterimAllowed", "AcknowledgementMeets", "Precise", "ExtensionCount")
SELECT gen_random_uuid(), c."Id", layer, CASE WHEN layer = 'Service' THEN 'reply' ELSE 'statute' END, '20.1', 'sigulda', 1, 1, 'Reply', c."ReceivedOn", false,
  c."ReceivedOn" + days, (c."ReceivedOn" + days + 1)::timestamptz, CASE WHEN c."AnsweredAt" IS NOT NULL THEN 'Met' ELSE 'Running' END, c."AnsweredAt", true, false, true, 0
FROM "Cases" c, (VALUES ('Service', 5), ('Statute', 30)) AS terms (layer, days);
INSERT INTO "Breaches" ("Id", "Version", "CaseId", "ClockId", "Layer", "RuleId", "Clause", "UnitId", "OwnerId", "Channel", "DueOn", "BreachedOn", "DetectedAt", "SettledAt",
  "State", "Cause", "EscalationLevel")
SELECT gen_random_uuid(), 0, c."Id", k."Id", k."Layer", k."RuleId", k."Clause", c."UnitId", c."AssigneeId", c."Channel", k."DueOn", k."DueOn" + 1, k."DueUntil" + interval '1 hour',
  c."AnsweredAt", CASE WHEN c."Sequence" % 24 = 0 THEN 'Accepted' ELSE 'AwaitingExplanation' END, CASE WHEN c."Sequence" % 24 = 0 THEN 'Workload' END, 0
FROM "Cases" c JOIN "Clocks" k ON k."CaseId" = c."Id" AND k."Layer" = 'Service' WHERE c."Sequence" % 12 = 0;
