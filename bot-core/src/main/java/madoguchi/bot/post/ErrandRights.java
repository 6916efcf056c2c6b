package madoguchi.bot.post;

import madoguchi.bot.conversation.Conversations;

/** Whether errands in memory may still be run, as their conversations stand now. */
record ErrandRights(Conversations conversations) {

  boolean lives(Errand errand) {
    return errand.conversationId().isEmpty()
        || conversations.find(errand.municipality(), errand.conversationId()).isPresent();
  }

  /** Whether its conversation lives and its message was not taken back. */
  boolean remains(Errand errand) {
    boolean recalled =
        !errand.conversationId().isEmpty()
            && conversations.wasTakenBack(
                errand.municipality(), errand.conversationId(), errand.belongsTo());
    return lives(errand) && !recalled;
  }

  boolean isCurrent(Errand errand) {
    return errand.epoch() == 0
        || conversations
            .find(errand.municipality(), errand.conversationId())
            .filter(c -> c.epoch() == errand.epoch())
            .isPresent();
  }
}
