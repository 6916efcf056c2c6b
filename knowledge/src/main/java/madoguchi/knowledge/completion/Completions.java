package madoguchi.knowledge.completion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;

/**
 * What a resident may be about to ask: a town's questions by what has been typed so far, in kanji,
 * kana or romaji, from the beginning or from the middle. It also looks in the further wordings and
 * the category of an entry. Built once, never changed, safe for many threads.
 */
public final class Completions {

  /** Whoever has typed more, in characters, does not look for a question any more. */
  public static final int LONGEST_TYPED = 100;

  private static final int NONE = Integer.MAX_VALUE;

  private static final Comparator<FaqEntry> SHORT_FIRST =
      Comparator.<FaqEntry>comparingInt(entry -> entry.question().length())
          .thenComparing(FaqEntry::id);

  private final List<Question> questions = new ArrayList<>();
  private final List<Field> fieldOfLine = new ArrayList<>();
  private final List<Integer> questionOfLine = new ArrayList<>();
  private final Columns columns;

  private Completions(List<FaqEntry> entries) {
    Wordings wordings = new Wordings();
    for (FaqEntry entry : entries) {
      questions.add(new Question(entry, wordings.next(), wordings.add(entry.question())));
      led(Field.QUESTION);
      for (String phrasing : entry.phrasings()) {
        wordings.add(phrasing);
        led(Field.PHRASING);
      }
      if (entry.category() != null) {
        wordings.add(entry.category());
        led(Field.CATEGORY);
      }
    }
    this.columns = wordings.columns();
  }

  private void led(Field field) {
    fieldOfLine.add(field);
    questionOfLine.add(questions.size() - 1);
  }

  /**
   * The completions of the entries that residents may see on some day; the others are left out.
   *
   * @param entries in any order; the order of completions does not depend on it
   */
  public static Completions of(Collection<FaqEntry> entries) {
    return new Completions(
        entries.stream()
            .filter(entry -> entry.state() == FaqState.PUBLISHED)
            .filter(entry -> entry.audience() == Audience.RESIDENT)
            .sorted(SHORT_FIRST)
            .toList());
  }

  /**
   * The questions that fit best, best first: those that begin with what has been typed, then those
   * in which a word does, then the others; among equals the short ones. A single Latin letter is
   * looked for where words begin only.
   *
   * @param typed any text, also empty; words between spaces must all fit. Nothing fits an empty one
   *     or one over {@link #LONGEST_TYPED}
   * @param today only entries shown on this day are given
   * @param limit 1 or more
   */
  public List<Completion> complete(String typed, LocalDate today, int limit) {
    List<Typed> words = isTooLong(typed) ? List.of() : Typed.words(typed);
    if (words.isEmpty()) {
      return List.of();
    }
    int[] ranks = new int[questions.size()];
    for (Typed word : words) {
      int[] ofWord = ranks(word);
      Arrays.setAll(ranks, i -> Math.max(ranks[i], ofWord[i]));
    }
    Map<Integer, List<Question>> byRank = new TreeMap<>();
    for (int i = 0; i < ranks.length; i++) {
      if (ranks[i] != NONE && questions.get(i).entry().isShownOn(today)) {
        byRank.computeIfAbsent(ranks[i], rank -> new ArrayList<>()).add(questions.get(i));
      }
    }
    return byRank.values().stream()
        .flatMap(List::stream)
        .limit(limit)
        .map(question -> question.completion(words.getFirst(), columns))
        .toList();
  }

  private static boolean isTooLong(String typed) {
    return typed.codePointCount(0, typed.length()) > LONGEST_TYPED;
  }

  /** How well each question fits one typed word; 0 is best. */
  private int[] ranks(Typed word) {
    int[] ranks = new int[questions.size()];
    Arrays.fill(ranks, NONE);
    columns.find(
        word,
        (line, reading, place) -> {
          int question = questionOfLine.get(line);
          int rank = fieldOfLine.get(line).rank(reading, place);
          ranks[question] = Math.min(ranks[question], rank);
        });
    return ranks;
  }
}
