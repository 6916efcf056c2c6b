-- What was learned from a town's entries, beside the revision of the catalog that it was learned from. It can be learned
-- again at any time.

CREATE TABLE word_vectors (
  municipality VARCHAR(31) NOT NULL,
  revision BIGINT NOT NULL,
  learned_at TIMESTAMP WITH TIME ZONE NOT NULL,
  vectors BYTEA NOT NULL,
  PRIMARY KEY (municipality)
);
