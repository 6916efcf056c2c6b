-- Nobody may send what was given up: its words are of no use.
UPDATE outbox SET payload = NULL WHERE state = 'GIVEN_UP';
