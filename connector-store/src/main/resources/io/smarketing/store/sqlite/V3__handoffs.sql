-- One row for each handoff of a lead whose source is known, as in the documents; rows of earlier passes stay as they
-- were. The index holds all that a source's track record is counted from.
CREATE TABLE handoff (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  source    TEXT NOT NULL,
  accepted  INTEGER NOT NULL,
  stage     TEXT NOT NULL,
  PRIMARY KEY (workspace, person, pass)
) WITHOUT ROWID;
CREATE INDEX handoff_by_source ON handoff (workspace, source, accepted, stage);
