-- Records whose people are to be erased: noted before the CRM that told of it is answered.
CREATE TABLE erasure_asked (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  PRIMARY KEY (workspace, crm, type, record)
) WITHOUT ROWID;

-- What is kept of people who were erased, so that they never come back: their records' ids, and a keyed hash of each
-- address and external id they had.
CREATE TABLE erased_record (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  PRIMARY KEY (workspace, crm, type, record)
) WITHOUT ROWID;
CREATE TABLE erased_mark (
  workspace INTEGER NOT NULL,
  mark      TEXT NOT NULL,
  PRIMARY KEY (workspace, mark)
) WITHOUT ROWID;

-- The key of those hashes: random, made with the first of them.
CREATE TABLE erasure_salt (
  workspace INTEGER PRIMARY KEY,
  salt      TEXT NOT NULL
);
