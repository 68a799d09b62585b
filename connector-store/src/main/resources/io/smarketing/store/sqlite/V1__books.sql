-- The books of one workspace (one account of each CRM). Every table carries the workspace, so that rows of many can
-- later stand side by side. Instants are milliseconds since 1970; an empty text means "none".

CREATE TABLE workspace (
  id       INTEGER PRIMARY KEY,
  accounts TEXT NOT NULL UNIQUE
);

-- The document is the truth about a person; the columns beside it are what is looked for.
-- Rows stand in the order of arrival: the ids are random, and long rows in random order cost ten times as much.
CREATE TABLE person (
  no           INTEGER PRIMARY KEY,
  workspace    INTEGER NOT NULL,
  id           TEXT NOT NULL,
  external_key TEXT NOT NULL,
  stage        TEXT NOT NULL,
  document     TEXT NOT NULL
);
CREATE UNIQUE INDEX person_by_id ON person (workspace, id);
CREATE UNIQUE INDEX person_by_key ON person (workspace, external_key);
CREATE INDEX person_by_stage ON person (workspace, stage);

-- The same stamps as in the document, for reports.
CREATE TABLE person_stage (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  stage     TEXT NOT NULL,
  entered   INTEGER NOT NULL,
  PRIMARY KEY (workspace, person, stage)
) WITHOUT ROWID;

-- Further records of a person, as in the document, for reports.
CREATE TABLE person_other (
  workspace INTEGER NOT NULL,
  person    TEXT NOT NULL,
  crm       TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  PRIMARY KEY (workspace, person, crm, type, record)
) WITHOUT ROWID;

CREATE TABLE sighting (
  workspace    INTEGER NOT NULL,
  crm          TEXT NOT NULL,
  type         TEXT NOT NULL,
  record       TEXT NOT NULL,
  person       TEXT NOT NULL,
  external_key TEXT NOT NULL,
  email        TEXT NOT NULL,
  created      INTEGER NOT NULL,
  stamp        INTEGER NOT NULL,
  ripe         INTEGER NOT NULL,
  live         INTEGER NOT NULL,
  PRIMARY KEY (workspace, crm, type, record)
) WITHOUT ROWID;
CREATE INDEX sighting_by_key ON sighting (workspace, crm, external_key) WHERE live = 1 AND external_key <> '';
CREATE INDEX sighting_by_email ON sighting (workspace, crm, email) WHERE live = 1 AND email <> '';
CREATE INDEX sighting_gone ON sighting (workspace, crm) WHERE live = 0;

CREATE TABLE intent (
  workspace INTEGER NOT NULL,
  id        INTEGER NOT NULL,
  target    TEXT NOT NULL,
  person    TEXT NOT NULL,
  document  TEXT NOT NULL,
  PRIMARY KEY (workspace, id)
);

CREATE TABLE parked (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  target    TEXT NOT NULL,
  field     TEXT NOT NULL,
  kind      TEXT NOT NULL,
  sentence  TEXT NOT NULL,
  attempt   TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (workspace, crm, type, record, target, field)
) WITHOUT ROWID;
CREATE INDEX parked_by_age ON parked (workspace, at);

-- Ids and field names only, never a value; rows are added and never changed.
CREATE TABLE journal (
  no        INTEGER PRIMARY KEY,
  workspace INTEGER NOT NULL,
  at        INTEGER NOT NULL,
  person    TEXT NOT NULL,
  event     TEXT NOT NULL,
  crm       TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  fields    TEXT NOT NULL,
  note      TEXT NOT NULL
);
CREATE INDEX journal_left_alone ON journal (workspace, event, fields) WHERE event IN ('DRIFT', 'LEFT_DIFFERENT');

CREATE TABLE bookmark (
  workspace  INTEGER NOT NULL,
  crm        TEXT NOT NULL,
  survey     TEXT NOT NULL,
  surveyed   INTEGER NOT NULL,
  pass       TEXT NOT NULL,
  loaded     INTEGER NOT NULL,
  last_round INTEGER,
  PRIMARY KEY (workspace, crm)
);

CREATE TABLE mapping (
  workspace   INTEGER NOT NULL,
  field       TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  PRIMARY KEY (workspace, field)
);

CREATE TABLE quota (
  workspace   INTEGER NOT NULL,
  crm         TEXT NOT NULL,
  calls       INTEGER NOT NULL,
  daily_used  INTEGER,
  daily_limit INTEGER,
  PRIMARY KEY (workspace, crm)
);

-- The next intent id that no process has reserved.
CREATE TABLE intent_id (
  workspace INTEGER PRIMARY KEY,
  next      INTEGER NOT NULL
);
