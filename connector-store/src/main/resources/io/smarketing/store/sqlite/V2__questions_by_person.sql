-- What happened to one person, what their records were, and what is parked for one cause.
CREATE INDEX journal_by_person ON journal (workspace, person);
-- The tombstones are few: an index of all records would cost each first load, and the person knows the live ones.
CREATE INDEX sighting_gone_by_person ON sighting (workspace, person) WHERE live = 0;
CREATE INDEX parked_by_cause ON parked (workspace, kind, at);
