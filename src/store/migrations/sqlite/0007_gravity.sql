-- How grave the reasons for a review are (triage/gravity.ts), and the reasons as JSON.
ALTER TABLE cases ADD COLUMN gravity INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN review_reasons TEXT;
UPDATE cases SET review_reasons = json_extract(explanation, '$.review.reasons') WHERE review <> 'none' AND explanation IS NOT NULL;
UPDATE cases SET gravity = CASE
  WHEN review_reasons LIKE '%"account_security"%' THEN 7
  WHEN review_reasons LIKE '%"legal_or_privacy"%' THEN 5
  WHEN review_reasons LIKE '%"refund_requested"%' THEN 4
  WHEN review_reasons LIKE '%"escalation"%' THEN 3
  WHEN review_reasons LIKE '%"person_requested"%' THEN 2
  ELSE 1 END WHERE review_reasons IS NOT NULL;
CREATE INDEX cases_by_gravity ON cases (review, gravity DESC, case_id) WHERE review <> 'none';
