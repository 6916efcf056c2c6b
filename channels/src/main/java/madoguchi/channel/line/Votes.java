package madoguchi.channel.line;

import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Curation;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.post.Arrival;

/**
 * Whether answers were of use; only of those that were given in the same conversation. What a vote
 * is worth is one rule for all doors.
 */
record Votes(Conversations conversations, Curation curation) {

  void take(Arrival arrival, Said.Voted vote) {
    conversations
        .find(arrival.municipality(), arrival.conversationId())
        .ifPresent(in -> take(in, vote));
  }

  private void take(Conversation in, Said.Voted vote) {
    conversations.turn(in.municipality(), in.id(), vote.messageId()).stream()
        .filter(line -> line.from() == Sender.BOT && shows(line, vote.faqId()))
        .forEach(line -> curation.vote(in, line.number(), vote.useful()));
  }

  private static boolean shows(Utterance line, String faqId) {
    return line.sources().stream()
        .map(Source::faqId)
        .anyMatch(shown -> faqId.isEmpty() || shown.equals(faqId));
  }
}
