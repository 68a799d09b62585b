-- When a notice of which it is not known what came was first looked for and was not there.
ALTER TABLE notice ADD COLUMN missing INTEGER;
