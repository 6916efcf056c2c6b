-- What is done beside the turns and tried again with patience: pushes, fetching what was attached, forwarding.
-- The payload is sealed with the conversation's key, or with the town's when it belongs to no conversation.

CREATE TABLE errand (
  municipality VARCHAR(31) NOT NULL,
  id VARCHAR(255) NOT NULL,
  kind VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL, -- empty: of no conversation
  epoch BIGINT NOT NULL, -- 0: holds whoever has the word
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  next_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  payload BYTEA, -- sealed; null once it has ended or was erased
  state VARCHAR(16) NOT NULL,
  attempts INTEGER NOT NULL,
  note VARCHAR(255) NOT NULL,
  PRIMARY KEY (municipality, id)
);
CREATE INDEX errand_due ON errand (municipality, kind, state, next_at);
CREATE INDEX errand_conversation ON errand (municipality, conversation_id);
