-- Companies, people and deals of the same accounts stand side by side, each as a workspace.
CREATE TABLE workspace_of_subject (
  id       INTEGER PRIMARY KEY,
  accounts TEXT NOT NULL,
  subject  TEXT NOT NULL UNIQUE
);
INSERT INTO workspace_of_subject SELECT id, accounts, 'people' FROM workspace;
DROP TABLE workspace;
ALTER TABLE workspace_of_subject RENAME TO workspace;
