-- Where a sweep, which goes through everybody of a CRM once more, goes on (null: none is under way), and when the last one,
-- or the first load, began.
ALTER TABLE bookmark ADD COLUMN sweep TEXT;
ALTER TABLE bookmark ADD COLUMN listed INTEGER;
