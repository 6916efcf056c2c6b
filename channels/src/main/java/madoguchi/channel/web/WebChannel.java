package madoguchi.channel.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.Utterance;
import madoguchi.bot.desk.Channel;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.inquiry.Inquiry;
import madoguchi.bot.inquiry.Said;
import madoguchi.bot.post.Arrival;
import madoguchi.bot.post.Dispatch;
import madoguchi.bot.post.SendState;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The web chat as the desk sees it. It needs no way out: residents' browsers fetch what was said.
 */
public final class WebChannel implements Channel {

  static final String NAME = "web";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Inquiry> read(Arrival arrival) {
    return Optional.ofNullable(said(arrival.payload()))
        .map(
            said ->
                new Inquiry(
                    arrival.municipality(),
                    arrival.conversationId(),
                    arrival.messageId(),
                    said,
                    arrival.sentAt()));
  }

  @Override
  public Optional<Dispatch> write(
      Arrival arrival, Conversation conversation, Outcome outcome, List<Utterance> lines) {
    return Optional.empty();
  }

  @Override
  public Delivery send(Dispatch dispatch) {
    return new Delivery(SendState.GIVEN_UP, "the web chat sends nothing");
  }

  /** What a resident did, in the form in which the inbox keeps it; equal deeds, equal payloads. */
  static String payload(Said said) {
    return JSON.writeValueAsString(
        switch (said) {
          case Said.Text(String text) -> Map.of("text", text);
          case Said.Chosen(String value) -> Map.of("choice", value);
          case Said.AskedForPerson() -> Map.of("action", "handoff");
          case Said.Arrived arrived -> Map.of();
          case Said.Invited invited -> Map.of();
          case Said.Sent sent -> Map.of();
          case Said.Voted voted -> Map.of();
        });
  }

  private static @Nullable Said said(String payload) {
    try {
      JsonNode node = JSON.readTree(payload);
      if (node.has("text")) {
        return new Said.Text(node.get("text").asString());
      }
      if (node.has("choice")) {
        return new Said.Chosen(node.get("choice").asString());
      }
      return node.has("action") ? new Said.AskedForPerson() : null;
    } catch (JacksonException garbled) {
      return null;
    }
  }
}
