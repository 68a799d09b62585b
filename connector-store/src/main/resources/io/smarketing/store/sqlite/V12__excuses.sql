-- Who said of which promise about one handoff that it need not be kept, or why it was broken. Rows are added and never
-- changed; they go with whoever is erased.
CREATE TABLE excuse (
  no        INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  promise   TEXT NOT NULL,
  at        INTEGER NOT NULL,
  who       TEXT NOT NULL,
  reason    TEXT NOT NULL
);
CREATE INDEX excuse_by_person ON excuse (workspace, person);
