-- Since when something is aside is one time, when it was last tried another.
ALTER TABLE parked ADD COLUMN tried INTEGER NOT NULL DEFAULT 0;
UPDATE parked SET tried = at;
