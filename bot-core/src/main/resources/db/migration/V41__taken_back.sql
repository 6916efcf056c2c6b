-- What a channel calls a message, so that it can be taken back; also before it has come. Ids only.
CREATE TABLE channel_message (
  municipality VARCHAR(31) NOT NULL,
  conversation_id VARCHAR(64) NOT NULL,
  channel_id VARCHAR(100) NOT NULL, -- the channel's own name of it
  message_id VARCHAR(255), -- ours; null: not come yet
  taken_back BOOLEAN NOT NULL,
  noted_at TIMESTAMP WITH TIME ZONE NOT NULL,
  PRIMARY KEY (municipality, conversation_id, channel_id)
);

-- The citizen has left the channel: nothing is pushed.
ALTER TABLE conversation ADD COLUMN has_left BOOLEAN DEFAULT FALSE NOT NULL;
