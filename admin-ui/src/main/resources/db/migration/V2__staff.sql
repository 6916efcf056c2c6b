-- The staff's accounts, sessions and tokens. Only hashes: neither a password nor a session's id can be read back.

CREATE TABLE staff (
  municipality VARCHAR(31) NOT NULL,
  username VARCHAR(64) NOT NULL,
  password_hash VARCHAR(255) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, username)
);

CREATE TABLE staff_session (
  municipality VARCHAR(31) NOT NULL,
  id_hash VARCHAR(64) NOT NULL, -- SHA-256 of 256 random bits
  username VARCHAR(64) NOT NULL,
  opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  used_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, id_hash)
);
CREATE INDEX staff_session_username ON staff_session (municipality, username);

-- For programs that act for a person; ended by deleting it.
CREATE TABLE staff_token (
  municipality VARCHAR(31) NOT NULL,
  id_hash VARCHAR(64) NOT NULL, -- SHA-256 of 256 random bits
  username VARCHAR(64) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, id_hash)
);
