-- One set of migrations for H2 (in PostgreSQL mode) and PostgreSQL.
-- Every primary key begins with the municipality. There are no foreign keys: rows of ids and facts outlive an erased
-- conversation, and erasure names each table it touches.
-- BYTEA columns hold sealed words or wrapped keys; all else is in clear: ids, numbers, times, states.

CREATE TABLE municipality (
  municipality VARCHAR(31) NOT NULL,
  name VARCHAR NOT NULL,
  telephone VARCHAR NOT NULL,
  hours VARCHAR NOT NULL,
  departments VARCHAR NOT NULL, -- JSON
  settings BYTEA NOT NULL, -- JSON, sealed with the town's key
  wrapped_key BYTEA NOT NULL, -- the town's key, sealed with the master key
  PRIMARY KEY (municipality)
);

CREATE TABLE conversation (
  municipality VARCHAR(31) NOT NULL,
  id VARCHAR(64) NOT NULL,
  channel VARCHAR(31) NOT NULL,
  citizen VARCHAR(64) NOT NULL, -- a pseudonym
  state VARCHAR(16) NOT NULL,
  epoch BIGINT NOT NULL,
  opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  last_number BIGINT DEFAULT 0 NOT NULL, -- of its utterances
  waiting_since TIMESTAMP WITH TIME ZONE, -- null: nothing in the inbox, nothing to be sent
  lease_owner VARCHAR(255),
  lease_until TIMESTAMP WITH TIME ZONE, -- null: free
  lease_fence BIGINT DEFAULT 0 NOT NULL,
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, channel, citizen)
);
CREATE INDEX conversation_waiting ON conversation (waiting_since);

-- Erasure deletes the row here, and with it whatever was sealed with the key. Left out of every backup.
CREATE TABLE conversation_key (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  wrapped BYTEA NOT NULL, -- the conversation's key, sealed with the town's key
  PRIMARY KEY (municipality, conversation_id)
);

CREATE TABLE utterance (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  number BIGINT NOT NULL,
  said_at TIMESTAMP WITH TIME ZONE NOT NULL,
  sender VARCHAR(16) NOT NULL,
  in_reply_to VARCHAR(255) NOT NULL,
  words BYTEA NOT NULL, -- text, sources and choices as JSON, sealed
  PRIMARY KEY (municipality, conversation_id, number)
);
CREATE INDEX utterance_turn ON utterance (municipality, conversation_id, in_reply_to, number);

CREATE TABLE inbox (
  municipality VARCHAR(31) NOT NULL,
  message_id VARCHAR(255) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  channel VARCHAR(31) NOT NULL,
  sent_at TIMESTAMP WITH TIME ZONE NOT NULL,
  received_at TIMESTAMP WITH TIME ZONE NOT NULL,
  payload BYTEA, -- sealed; null once dealt with
  fingerprint BYTEA, -- HMAC of the payload under the conversation's key; null once erased
  outcome VARCHAR(40), -- null while it waits
  PRIMARY KEY (municipality, message_id)
);
CREATE INDEX inbox_waiting ON inbox (municipality, conversation_id, outcome, sent_at);

CREATE TABLE outbox (
  municipality VARCHAR(31) NOT NULL,
  id VARCHAR(255) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  epoch BIGINT NOT NULL,
  channel VARCHAR(31) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  expires_at TIMESTAMP WITH TIME ZONE NOT NULL,
  payload BYTEA, -- sealed; null once sent, cancelled or erased
  state VARCHAR(16) NOT NULL,
  attempts INTEGER NOT NULL,
  note VARCHAR(255) NOT NULL,
  PRIMARY KEY (municipality, id)
);
CREATE INDEX outbox_pending ON outbox (municipality, conversation_id, state, created_at);
CREATE INDEX outbox_troubled ON outbox (municipality, state, created_at);

CREATE TABLE handoff (
  municipality VARCHAR(31) NOT NULL,
  id VARCHAR(64) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  department VARCHAR(255),
  state VARCHAR(16) NOT NULL,
  opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  claimed_by VARCHAR(255),
  open_for VARCHAR(64), -- the conversation while it is open: at most one open case each
  PRIMARY KEY (municipality, id),
  UNIQUE (municipality, open_for)
);

CREATE TABLE journal (
  municipality VARCHAR(31) NOT NULL,
  message_id VARCHAR(255) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  channel VARCHAR(31) NOT NULL,
  asked_at TIMESTAMP WITH TIME ZONE NOT NULL,
  question BYTEA, -- masked and sealed; null once erased
  outcome VARCHAR(40) NOT NULL,
  reason VARCHAR(255) NOT NULL,
  faq_id VARCHAR(100),
  evidence VARCHAR NOT NULL, -- JSON; the town's own words only
  took_micros BIGINT NOT NULL,
  PRIMARY KEY (municipality, message_id)
);
CREATE INDEX journal_asked ON journal (municipality, asked_at, message_id);
CREATE INDEX journal_conversation ON journal (municipality, conversation_id);

CREATE TABLE feedback (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  number BIGINT NOT NULL,
  useful BOOLEAN NOT NULL,
  given_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, conversation_id, number)
);

CREATE TABLE faq_catalog (
  municipality VARCHAR(31) NOT NULL,
  revision BIGINT NOT NULL,
  PRIMARY KEY (municipality)
);

CREATE TABLE faq_entry (
  municipality VARCHAR(31) NOT NULL,
  id VARCHAR(100) NOT NULL,
  question VARCHAR NOT NULL,
  phrasings VARCHAR NOT NULL, -- JSON
  answer VARCHAR NOT NULL,
  category VARCHAR,
  department VARCHAR,
  source_url VARCHAR,
  valid_from DATE,
  valid_until DATE,
  state VARCHAR(16) NOT NULL,
  audience VARCHAR(16) NOT NULL,
  language VARCHAR(35) NOT NULL,
  pack VARCHAR(100),
  pack_version VARCHAR(40),
  pack_fingerprint VARCHAR(100), -- of what the pack gave: tells the town's own change from the pack's wording
  legal_basis VARCHAR,
  confirmed_on DATE,
  PRIMARY KEY (municipality, id)
);

-- Who did what and when: ids only.
CREATE TABLE audit (
  municipality VARCHAR(31) NOT NULL,
  number BIGINT GENERATED BY DEFAULT AS IDENTITY,
  done_at TIMESTAMP WITH TIME ZONE NOT NULL,
  actor VARCHAR(255) NOT NULL,
  action VARCHAR(100) NOT NULL,
  subject VARCHAR(255) NOT NULL,
  PRIMARY KEY (municipality, number)
);

-- Erased conversations whose deleted rows may still stand in the database's files; emptied once these were rewritten.
CREATE TABLE erasure (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  PRIMARY KEY (municipality, conversation_id)
);
