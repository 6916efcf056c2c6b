-- The directions that a model outside gave a town's entries. They can be asked for again at any time.
CREATE TABLE entry_embedding (
  municipality VARCHAR(31) NOT NULL,
  entry_id VARCHAR(100) NOT NULL,
  model VARCHAR(255) NOT NULL,
  fingerprint VARCHAR(64) NOT NULL, -- SHA-256 of the text that was asked about
  direction BYTEA NOT NULL, -- floats of 32 bits, big-endian
  PRIMARY KEY (municipality, entry_id)
);
