package madoguchi.bot.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import madoguchi.bot.answer.Answer;
import madoguchi.bot.answer.Deeds;
import madoguchi.bot.answer.Lately;
import madoguchi.bot.answer.Responder;
import madoguchi.bot.answer.Step;
import madoguchi.bot.answer.Turn;
import madoguchi.bot.answer.Wording;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.ConversationState;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.conversation.Sender;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.inquiry.PersonalInfo;
import madoguchi.bot.inquiry.PersonalInfo.Kind;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.journal.JournalEntry;
import madoguchi.bot.journal.JournalEntry.Evidence;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.index.Hit;
import org.jspecify.annotations.Nullable;

/**
 * The funnel: every inquiry, by whatever door, becomes an answer here. Masks first, so that nothing
 * behind it meets a personal number. Stores nothing: the turn it returns is committed by its
 * caller.
 */
public final class Reception {

  /**
   * So many earlier lines are at hand for what was pressed: the choices in them are still valid.
   */
  private static final int REMEMBERED = 100;

  /**
   * And so many for what was typed: it goes on from what was said last, and each must be opened.
   */
  private static final int LATELY = 8;

  private final Conversations conversations;
  private final Responder responder;
  private final Responder brief;
  private final Wording wording;
  private final Deeds deeds;
  private final Clock clock;

  public Reception(Conversations conversations, Responder responder, Wording wording, Clock clock) {
    this.conversations = conversations;
    this.responder = responder;
    this.brief = responder.withoutSearch();
    this.wording = wording;
    this.deeds = wording.deeds();
    this.clock = clock;
  }

  /**
   * A turn that is ready to be stored.
   *
   * @param conversation as it stands after the turn
   * @param resident the citizen's own line, masked
   * @param said what the bot says, in order; numbers are given when stored
   */
  public record Received(
      Conversation conversation,
      Answer answer,
      Utterance resident,
      List<Utterance> said,
      JournalEntry journal) {}

  /** Answers an inquiry of this conversation. */
  public Received receive(Municipality town, Conversation before, Inquiry inquiry) {
    return receive(town, before, inquiry, responder);
  }

  /**
   * Hears an inquiry whose answer can reach nobody any more: a call for help or for a person counts
   * as ever, but nothing is searched for.
   */
  Received receiveTooLate(Municipality town, Conversation before, Inquiry inquiry) {
    return receive(town, before, inquiry, brief);
  }

  private Received receive(
      Municipality town, Conversation before, Inquiry inquiry, Responder answering) {
    Instant begun = clock.instant();
    Conversation open = before.state() == ConversationState.CLOSED ? before.reopened() : before;
    PersonalInfo.Masked masked = PersonalInfo.mask(words(inquiry.said()));
    Said said = inquiry.said() instanceof Said.Text ? new Said.Text(masked.text()) : inquiry.said();
    int lines = said instanceof Said.Text ? LATELY : REMEMBERED;
    Lately lately =
        Lately.readBy(() -> conversations.latest(before.municipality(), before.id(), lines));
    LocalDate today = LocalDate.ofInstant(begun, Municipality.ZONE);
    Step.Result.End end = answering.respond(new Turn(town, open, said, lately, today, List.of()));

    List<Wording.Line> answer = new ArrayList<>(wording.of(end.answer(), town));
    boolean secret = masked.found().contains(Kind.MY_NUMBER) || masked.found().contains(Kind.CARD);
    if (secret && !(end.answer() instanceof Answer.Silent)) {
      answer.add(wording.notice("notice.personal-number", town));
    }
    return new Received(
        end.answer() instanceof Answer.HandedOver ? open.waiting() : open,
        end.answer(),
        resident(inquiry, end.turn(), begun),
        said(answer, inquiry.messageId(), begun),
        journal(inquiry, open, end, begun));
  }

  /**
   * What is said for a message of which nobody knows what it says, for it broke us; nothing while a
   * person has the word.
   */
  Received apologise(Municipality town, Conversation before, Arrival arrival) {
    Instant now = clock.instant();
    Answer answer = new Answer.Failed("broken");
    List<Wording.Line> lines =
        before.state() == ConversationState.STAFF ? List.of() : wording.of(answer, town);
    String id = arrival.messageId();
    return new Received(
        before,
        answer,
        new Utterance(0, now, Sender.RESIDENT, id, "", List.of(), List.of()),
        said(lines, id, now),
        new JournalEntry(
            before.municipality(),
            before.id(),
            id,
            before.channel(),
            now,
            "",
            answer.outcome().code(),
            answer.reason(),
            null,
            List.of(),
            Duration.ZERO));
  }

  private static List<Utterance> said(List<Wording.Line> lines, String messageId, Instant now) {
    return lines.stream()
        .map(
            line ->
                new Utterance(
                    0, now, Sender.BOT, messageId, line.text(), line.sources(), line.choices()))
        .toList();
  }

  private static String words(Said said) {
    return said instanceof Said.Text(String text) ? text : "";
  }

  private Utterance resident(Inquiry inquiry, Turn turn, Instant now) {
    String text =
        switch (turn.said()) {
          case Said.Text(String typed) -> typed;
          case Said.Chosen(String value) -> label(turn, value);
          case Said.AskedForPerson() -> "職員に相談する";
          case Said.Arrived(), Said.Invited() -> "";
          case Said.Sent(String kind, String detail) ->
              deeds.name("sent." + kind) + PersonalInfo.mask(detail).text();
          case Said.Voted(String id, String faqId, boolean useful) ->
              deeds.name(useful ? "vote.useful" : "vote.useless");
        };
    return new Utterance(0, now, Sender.RESIDENT, inquiry.messageId(), text, List.of(), List.of());
  }

  private static String label(Turn turn, String value) {
    return turn.lately().lines().reversed().stream()
        .flatMap(line -> line.choices().stream())
        .filter(choice -> choice.value().equals(value))
        .map(choice -> choice.label())
        .findFirst()
        .orElse("");
  }

  private JournalEntry journal(
      Inquiry inquiry, Conversation conversation, Step.Result.End end, Instant begun) {
    return new JournalEntry(
        inquiry.municipality(),
        inquiry.conversationId(),
        inquiry.messageId(),
        conversation.channel(),
        begun,
        end.turn().text(),
        end.answer().outcome().code(),
        end.answer().reason(),
        answeredBy(end.answer()),
        end.turn().hits().stream().map(Reception::evidence).toList(),
        Duration.between(begun, clock.instant()));
  }

  /** The entry that answered; of several the first. */
  private static @Nullable String answeredBy(Answer answer) {
    return switch (answer) {
      case Answer.Answered(Hit hit, String text, String reason) -> hit.entry().id();
      case Answer.Several(List<Answer> parts) ->
          parts.stream()
              .filter(Answer.Answered.class::isInstance)
              .map(Reception::answeredBy)
              .findFirst()
              .orElse(null);
      default -> null;
    };
  }

  private static Evidence evidence(Hit hit) {
    String why = String.join("、", hit.why().stream().map(Hit.Signal::written).toList());
    return new Evidence(
        hit.entry().id(), hit.entry().question(), hit.score(), hit.confidence(), why);
  }
}
