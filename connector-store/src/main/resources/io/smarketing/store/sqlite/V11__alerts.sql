-- What people are told outside of the CRMs: a row for each event and recipient, for good, so that nobody is told twice. What
-- it says may be personal, and is there only until it was sent (then: empty). message: with which others it is sent, from
-- before it is sent for the first time (before that: empty).
CREATE TABLE alert (
  no        INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  way       TEXT NOT NULL,
  recipient TEXT NOT NULL,
  event     TEXT NOT NULL,
  person    TEXT NOT NULL,
  document  TEXT NOT NULL,
  message   TEXT NOT NULL
);
CREATE UNIQUE INDEX alert_by_event ON alert (workspace, way, recipient, event);
CREATE INDEX alert_by_person ON alert (workspace, person);
CREATE INDEX alert_open ON alert (workspace, way, recipient, no) WHERE document <> '';
