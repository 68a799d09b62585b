-- What people are to be told on the timelines of a CRM: a row for each event, for good, so that nobody is told twice. What
-- it says may be personal, and is there only until it was told (then: empty). sent: when it was last about to be sent, while it
-- is not known what came of that.
CREATE TABLE notice (
  no        INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  event     TEXT NOT NULL,
  person    TEXT NOT NULL,
  document  TEXT NOT NULL,
  sent      INTEGER
);
CREATE UNIQUE INDEX notice_by_event ON notice (workspace, crm, event);
CREATE INDEX notice_by_person ON notice (workspace, person);
CREATE INDEX notice_open ON notice (workspace, crm, no) WHERE document <> '';
