package madoguchi.bot.answer;

import java.util.List;
import madoguchi.bot.town.Department;
import madoguchi.knowledge.index.Hit;
import org.jspecify.annotations.Nullable;

/**
 * How a turn ends. Every ending has a name here, a code for the outside ({@link #outcome}) and a
 * sentence in the resource file that {@link Sentences} reads.
 */
public sealed interface Answer {

  Outcome outcome();

  /** Why this ending, in a word for the journal, such as {@code below-threshold}. */
  String reason();

  /**
   * One entry answers.
   *
   * @param text what the writer made of it; with the verbatim writer the entry's answer
   */
  record Answered(Hit hit, String text, String reason) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.ANSWERED;
    }
  }

  /** Several entries may be meant; best first. */
  record Choose(List<Hit> candidates, String reason) implements Answer {
    public Choose {
      candidates = List.copyOf(candidates);
    }

    @Override
    public Outcome outcome() {
      return Outcome.CHOOSE;
    }
  }

  /**
   * Several questions stood in one message, and each is answered.
   *
   * @param parts in the order they were asked, each answered or asked back
   */
  record Several(List<Answer> parts) implements Answer {
    public Several {
      parts = List.copyOf(parts);
    }

    @Override
    public Outcome outcome() {
      return parts.stream().anyMatch(Choose.class::isInstance) ? Outcome.CHOOSE : Outcome.ANSWERED;
    }

    @Override
    public String reason() {
      return "several-questions";
    }
  }

  /** Nothing fits. */
  record Unanswered(String reason) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.UNANSWERED;
    }
  }

  /**
   * A person was asked for.
   *
   * @param department whose counter it is; null: the general desk
   */
  record HandedOver(@Nullable Department department) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.HANDED_OVER;
    }

    @Override
    public String reason() {
      return "asked-for-person";
    }
  }

  /** A person has the word. */
  record Silent() implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.STAFF;
    }

    @Override
    public String reason() {
      return "staff-speaking";
    }
  }

  /** A greeting, a thank-you or an arrival. */
  record Greeting(String reason) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.GREETING;
    }
  }

  /**
   * Danger to life, or abuse: hot lines and a person, never an entry.
   *
   * @param topic names the sentence and its hot lines, such as {@code suicide}
   */
  record Crisis(String topic) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }

    @Override
    public String reason() {
      return "crisis-" + topic;
    }
  }

  /**
   * The bot cannot or must not take this.
   *
   * @param reason names the sentence, such as {@code too-long} or {@code sticker}
   */
  record Refused(String reason) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.REFUSED;
    }
  }

  /** Something broke; the citizen gets the office's telephone number. */
  record Failed(String reason) implements Answer {
    @Override
    public Outcome outcome() {
      return Outcome.FAILED;
    }
  }
}
