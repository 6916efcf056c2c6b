-- The message whose words a vote's question holds, so that they go when it is taken back; empty: not known.
ALTER TABLE vote ADD COLUMN asked_in VARCHAR(255) DEFAULT '' NOT NULL;
