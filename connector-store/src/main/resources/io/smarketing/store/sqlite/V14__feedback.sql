-- The leads that sales sent back, one row for each pass; a reason that is given later is filled in. And what marketing
-- answered: rows are added and never changed.
CREATE TABLE sent_back (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  verdict   TEXT NOT NULL,
  reason    TEXT NOT NULL,
  author    TEXT NOT NULL,
  touched   INTEGER NOT NULL,
  PRIMARY KEY (workspace, person, pass)
) WITHOUT ROWID;

CREATE TABLE sent_back_answer (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  author    TEXT NOT NULL,
  change    TEXT NOT NULL,
  PRIMARY KEY (workspace, person, pass)
) WITHOUT ROWID;
