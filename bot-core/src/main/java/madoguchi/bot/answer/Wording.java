package madoguchi.bot.answer;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import madoguchi.bot.conversation.Choice;
import madoguchi.bot.conversation.Source;
import madoguchi.bot.town.Municipality;
import madoguchi.knowledge.index.Hit;

/** Turns an answer into what the citizen reads and may press. */
public final class Wording {

  /** The value of the choice 「職員に相談する」. */
  public static final String HANDOFF = "handoff";

  /** The value of the choice 「どれでもない」. */
  public static final String NONE = "none";

  /** What a choice of an entry begins with; its id follows. */
  public static final String FAQ = "faq:";

  private final Sentences sentences;
  private final ChoiceLabels labels;

  public Wording(Sentences sentences) {
    this.sentences = sentences;
    this.labels = sentences.choiceLabels();
  }

  /** A line to be said. */
  public record Line(String text, List<Source> sources, List<Choice> choices) {
    public Line {
      sources = List.copyOf(sources);
      choices = List.copyOf(choices);
    }
  }

  /** What is said; empty when a person has the word. */
  public List<Line> of(Answer answer, Municipality town) {
    return switch (answer) {
      case Answer.Answered(Hit hit, String text, String reason) ->
          List.of(new Line(text, List.of(source(hit)), List.of()));
      case Answer.Choose choose ->
          List.of(
              new Line(
                  say(choose.candidates().size() == 1 ? "choose.one" : "choose", town),
                  List.of(),
                  choices(choose.candidates(), town)));
      case Answer.Several(List<Answer> parts) ->
          parts.stream().flatMap(part -> of(part, town).stream()).toList();
      case Answer.Unanswered unanswered ->
          withHandoff(special("unanswered", unanswered.reason()), town);
      case Answer.HandedOver handed -> List.of(handedOver(handed, town));
      case Answer.Silent silent -> List.of();
      case Answer.Greeting greeting ->
          List.of(line(say(special("greeting", greeting.reason()), town)));
      case Answer.Crisis crisis -> withHandoff("crisis." + crisis.topic(), town);
      case Answer.Refused refused -> withHandoff(special("refused", refused.reason()), town);
      case Answer.Failed failed -> List.of(line(say("failed", town)));
    };
  }

  /** A single sentence as a line. */
  public Line notice(String name, Municipality town) {
    return line(say(name, town));
  }

  /** How what a citizen did without words stands in the conversation. */
  public Deeds deeds() {
    return sentences.deeds();
  }

  private Line handedOver(Answer.HandedOver handed, Municipality town) {
    String name = handed.department() == null ? "handed_over" : "handed_over.department";
    return line(sentences.say(name, town, handed.department()));
  }

  private List<Choice> choices(List<Hit> candidates, Municipality town) {
    List<String> named = labels.of(candidates.stream().map(hit -> hit.entry().question()).toList());
    return Stream.concat(
            IntStream.range(0, candidates.size())
                .mapToObj(i -> new Choice(named.get(i), FAQ + candidates.get(i).entry().id())),
            Stream.of(new Choice(say("choice.none", town), NONE)))
        .toList();
  }

  private List<Line> withHandoff(String name, Municipality town) {
    return List.of(
        new Line(
            say(name, town), List.of(), List.of(new Choice(say("choice.handoff", town), HANDOFF))));
  }

  /** The sentence for this very reason where there is one, else the general one. */
  private String special(String name, String reason) {
    String special = name + '.' + reason;
    return sentences.has(special) ? special : name;
  }

  private String say(String name, Municipality town) {
    return sentences.say(name, town, null);
  }

  private static Line line(String text) {
    return new Line(text, List.of(), List.of());
  }

  private static Source source(Hit hit) {
    return new Source(hit.entry().id(), hit.entry().question(), hit.entry().sourceUrl());
  }
}
