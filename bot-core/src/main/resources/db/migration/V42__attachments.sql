-- What residents attached. Name and content are sealed with the conversation's key. Left out of every backup.
CREATE TABLE attachment (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  id VARCHAR(255) NOT NULL, -- of the message it came with
  kind VARCHAR(16) NOT NULL,
  name BYTEA NOT NULL, -- sealed
  media_type VARCHAR(100) NOT NULL, -- as its bytes look
  length BIGINT NOT NULL,
  state VARCHAR(16) NOT NULL,
  sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, conversation_id, id)
);
CREATE INDEX attachment_expires ON attachment (municipality, expires_at);

CREATE TABLE attachment_part (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  id VARCHAR(255) NOT NULL,
  number INTEGER NOT NULL,
  content BYTEA NOT NULL, -- up to 256 KiB, sealed
  PRIMARY KEY (municipality, conversation_id, id, number)
);
