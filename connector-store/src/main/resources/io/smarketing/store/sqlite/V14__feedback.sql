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

-- What the CRMs said of when things in handoffs happened, how they knew, and when we learnt of it: rows are added and never
-- changed.
CREATE TABLE handoff_word (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  event     TEXT NOT NULL,
  at        INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  how       TEXT NOT NULL,
  noted     INTEGER NOT NULL,
  PRIMARY KEY (workspace, person, pass, event, at, crm, type, record, how)
) WITHOUT ROWID;

-- Leads as they were handed over: what each mapped field said, as one document.
CREATE TABLE handoff_snapshot (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  taken     INTEGER NOT NULL,
  document  TEXT NOT NULL,
  PRIMARY KEY (workspace, person, pass)
);
