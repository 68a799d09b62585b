-- untold: 1 of a move that people are to be told of and have not been.
ALTER TABLE handoff_word ADD COLUMN untold INTEGER NOT NULL DEFAULT 0;
CREATE INDEX handoff_word_untold ON handoff_word (workspace) WHERE untold = 1;

-- unshown: 1 of an answer of marketing's that the CRMs do not show yet.
ALTER TABLE sent_back_answer ADD COLUMN unshown INTEGER NOT NULL DEFAULT 0;
CREATE INDEX sent_back_answer_unshown ON sent_back_answer (workspace) WHERE unshown = 1;

-- Channels, mailboxes and messages that rest after failures in a row, and until when, by our own clock.
CREATE TABLE alert_pause (
  workspace INTEGER NOT NULL,
  who       TEXT NOT NULL,
  failures  INTEGER NOT NULL,
  until     INTEGER NOT NULL,
  PRIMARY KEY (workspace, who)
) WITHOUT ROWID;

-- The promises of which a miss of sales' is made up, as they were when it was judged, and who owned each lead then: rows are
-- added and never changed; they go with whoever is erased.
CREATE TABLE miss_breach (
  workspace INTEGER NOT NULL,
  miss      INTEGER NOT NULL,
  person    TEXT NOT NULL,
  pass      INTEGER NOT NULL,
  due       INTEGER NOT NULL,
  late      INTEGER NOT NULL,
  owner     TEXT NOT NULL,
  PRIMARY KEY (workspace, miss, person, pass)
) WITHOUT ROWID;
CREATE INDEX miss_breach_by_person ON miss_breach (workspace, person);
