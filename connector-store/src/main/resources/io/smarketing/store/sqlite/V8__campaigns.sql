-- Campaigns as their CRMs have them (amounts as text: they are decimals; an empty text means none), who is in them, and how far
-- they have been read.
CREATE TABLE campaign (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  id        TEXT NOT NULL,
  name      TEXT NOT NULL,
  type      TEXT NOT NULL,
  starts    TEXT NOT NULL,
  ends      TEXT NOT NULL,
  budgeted  TEXT NOT NULL,
  spent     TEXT NOT NULL,
  won       TEXT NOT NULL,
  currency  TEXT NOT NULL,
  PRIMARY KEY (workspace, crm, id)
) WITHOUT ROWID;

CREATE TABLE campaign_member (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  campaign  TEXT NOT NULL,
  type      TEXT NOT NULL,
  record    TEXT NOT NULL,
  since     INTEGER,
  responded INTEGER NOT NULL,
  PRIMARY KEY (workspace, crm, campaign, type, record)
) WITHOUT ROWID;

CREATE TABLE campaign_read (
  workspace INTEGER NOT NULL,
  crm       TEXT NOT NULL,
  next      TEXT NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (workspace, crm)
) WITHOUT ROWID;
