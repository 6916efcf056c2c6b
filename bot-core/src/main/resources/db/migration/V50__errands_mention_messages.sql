-- The channel's ids of the messages whose words an errand of no conversation holds, each between spaces, so that they
-- can be taken out when a message is taken back.
ALTER TABLE errand ADD COLUMN mentions VARCHAR DEFAULT '' NOT NULL;
