package madoguchi.bot.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Lately;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.town.Municipality;

/** A conversation of a single question. */
final class OneTurn {

  private OneTurn() {}

  static Answer answer(Responder responder, Municipality town, LocalDate today, String text) {
    return end(responder, town, today, text).answer();
  }

  static Step.Result.End end(Responder responder, Municipality town, LocalDate today, String text) {
    Conversation conversation =
        new Conversation(
            town.code(), "c", "line", new Citizen("k"), ConversationState.BOT, 1, Instant.EPOCH);
    return responder.respond(
        new Turn(town, conversation, new Said.Text(text), Lately.of(), today, List.of()));
  }
}
