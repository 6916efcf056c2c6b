-- The lines of a turn are found by the key's beginning: a conversation has few enough to look at each.
DROP INDEX utterance_turn;
