-- What happened in handoffs since something was agreed: a row for each stage reached, and for each moment of the handoff,
-- in each pass. Rows are added, and stay as they were. counted: 0 until it was looked whether a promise counts it.
CREATE TABLE handoff_event (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  name      TEXT NOT NULL,
  at        INTEGER NOT NULL,
  counted   INTEGER NOT NULL,
  PRIMARY KEY (workspace, person, pass, kind, name)
) WITHOUT ROWID;
CREATE INDEX handoff_event_uncounted ON handoff_event (workspace) WHERE counted = 0;

-- The leads that count for what marketing promised, each once in a period, with where they came from and whom they are.
CREATE TABLE delivered (
  workspace  INTEGER NOT NULL,
  commitment TEXT NOT NULL,
  period     TEXT NOT NULL,
  person     TEXT NOT NULL,
  pass       INTEGER NOT NULL,
  at         INTEGER NOT NULL,
  source     TEXT NOT NULL,
  persona    TEXT NOT NULL,
  PRIMARY KEY (workspace, commitment, period, person)
) WITHOUT ROWID;
CREATE INDEX delivered_by_person ON delivered (workspace, person);

-- What each period came to when it was over: rows are added and never changed. An empty owner: nobody was named.
CREATE TABLE verdict (
  no        INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  side      TEXT NOT NULL,
  name      TEXT NOT NULL,
  period    TEXT NOT NULL,
  version   TEXT NOT NULL,
  owner     TEXT NOT NULL,
  promised  INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  against   INTEGER NOT NULL,
  quality   REAL,
  kept      INTEGER NOT NULL,
  causes    TEXT NOT NULL,
  at        INTEGER NOT NULL
);
CREATE UNIQUE INDEX verdict_by_goal ON verdict (workspace, side, name, period);

-- What people said and decided about a verdict that was a miss: rows are added and never changed.
CREATE TABLE miss_remark (
  no        INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  miss      INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  at        INTEGER NOT NULL,
  author    TEXT NOT NULL,
  text      TEXT NOT NULL,
  owner     TEXT NOT NULL,
  deadline  TEXT NOT NULL
);
CREATE INDEX miss_remark_by_miss ON miss_remark (workspace, miss);

-- How a CRM shows a miss: its task there (an empty text before there is one), what it shows, and when it was about to be
-- made.
CREATE TABLE miss_task (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  miss      INTEGER NOT NULL,
  task      TEXT NOT NULL,
  state     TEXT NOT NULL,
  intended  INTEGER,
  PRIMARY KEY (workspace, crm, miss)
) WITHOUT ROWID;

-- The campaigns of a record, and the promises that were due in some time.
CREATE INDEX campaign_member_by_record ON campaign_member (workspace, crm, type, record);
CREATE INDEX clock_by_due ON clock (workspace, due, segment, promise, state) WHERE due IS NOT NULL;
