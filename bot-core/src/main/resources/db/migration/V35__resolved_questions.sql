-- Questions that people have resolved, and what residents found useful.

-- Decisions of staff: they outlive the conversation that the question came from.
CREATE TABLE resolved_question (
  municipality VARCHAR(31) NOT NULL,
  id VARCHAR(64) NOT NULL,
  question BYTEA NOT NULL, -- masked, sealed with the town's key
  faq_id VARCHAR(100) NOT NULL,
  decided_by VARCHAR(255) NOT NULL,
  decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, id)
);

-- Residents' votes: they go with their conversation.
CREATE TABLE vote (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  number BIGINT NOT NULL, -- of the line that was voted on
  question BYTEA NOT NULL, -- masked, sealed with the conversation's key
  same_as VARCHAR(64) NOT NULL, -- HMAC of the question's terms under a key of the town: equal for like questions
  faq_id VARCHAR(100) NOT NULL,
  useful BOOLEAN NOT NULL,
  voted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  settled BOOLEAN NOT NULL, -- a curator has accepted or refused it
  PRIMARY KEY (municipality, conversation_id, number)
);
CREATE INDEX vote_agreement ON vote (municipality, same_as, faq_id);
CREATE INDEX vote_voted ON vote (municipality, settled, voted_at);

-- Raised whenever the search should learn or forget something; asked for each second.
CREATE TABLE resolved_revision (
  municipality VARCHAR(31) NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (municipality)
);
