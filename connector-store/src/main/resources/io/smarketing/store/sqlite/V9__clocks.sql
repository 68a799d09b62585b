-- The versions of the agreement that were accepted: the stage with which leads are handed over, what each says key by key
-- (to compare), and the file as it was written (to judge by). Rows are added and never changed.
CREATE TABLE agreement (
  workspace INTEGER NOT NULL,
  version   TEXT NOT NULL,
  effective INTEGER NOT NULL,
  accepted  INTEGER NOT NULL,
  handed    TEXT NOT NULL,
  said      TEXT NOT NULL,
  document  TEXT NOT NULL,
  PRIMARY KEY (workspace, version)
);

-- One row for each promise about one handoff, as it stood when it was last looked at. Times of work are in seconds.
CREATE TABLE clock (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  promise   TEXT NOT NULL,
  version   TEXT NOT NULL,
  segment   TEXT NOT NULL,
  state     TEXT NOT NULL,
  started   INTEGER,
  due       INTEGER,
  ended     INTEGER,
  worked    INTEGER NOT NULL,
  marks     TEXT NOT NULL,
  PRIMARY KEY (workspace, person, pass, promise)
) WITHOUT ROWID;
CREATE INDEX clock_by_state ON clock (workspace, state);

-- Whom to look at next, and when (null: once something happens); open: something may still come of a promise; untold:
-- the CRMs do not show yet what came of the last look. Who has no row is looked at no more.
CREATE TABLE clock_watch (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  next      INTEGER,
  open      INTEGER NOT NULL,
  untold    INTEGER NOT NULL,
  PRIMARY KEY (workspace, person)
) WITHOUT ROWID;
CREATE INDEX clock_due ON clock_watch (workspace, next) WHERE next IS NOT NULL;
CREATE INDEX clock_untold ON clock_watch (workspace) WHERE untold = 1;
