package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.Synonyms.Alternative;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.Token;

/**
 * Reads what a resident typed: terms, and what may stand for them. A rule of the word list applies
 * where its words stand, in their writing (particles and all) or in their terms; what applies to
 * overlapping words makes one group.
 */
final class QuestionReader {

  /** What is typed beyond this says nothing more about the question, and would cost time. */
  private static final int LONGEST_QUESTION = 1_000;

  private static final int MOST_TOKENS = 200;
  private static final int LONGEST_SPAN = 8;
  private static final int LONGEST_SPELLING = 4;
  private static final int MOST_SUBSTITUTES = 40;

  private final TextAnalysis analysis;
  private final Synonyms synonyms;
  private final Vocabulary vocabulary;
  private final WrittenForms forms;
  private final KanaRepair repair;

  QuestionReader(
      TextAnalysis analysis, Synonyms synonyms, Vocabulary vocabulary, WrittenForms forms) {
    this.analysis = analysis;
    this.synonyms = synonyms;
    this.vocabulary = vocabulary;
    this.forms = forms;
    this.repair = new KanaRepair(forms, vocabulary);
  }

  private record Match(int from, int to, Alternative alternative) {}

  Question read(String typed) {
    return readWhole(typed).question();
  }

  /** What is read of a text. */
  static String begun(String typed) {
    return typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION));
  }

  ReadQuestion readWhole(String typed) {
    String begun = begun(typed);
    Worded words = new Worded(begun, analysis.tokens(begun));
    return repaired(new ReadQuestion(words, words, readWords(words.words())));
  }

  private ReadQuestion repaired(ReadQuestion typed) {
    String begun = typed.typed().text();
    Question asWritten = typed.question();
    if (!KanaRepair.mayApply(begun)) {
      return typed;
    }
    int unknown = unknown(asWritten);
    KanaRepair.Repaired repaired = repair.repaired(begun, unknown > 0 || asWritten.isEmpty());
    if (unknown == 0 && !asWritten.isEmpty() && !repaired.whole()) {
      return typed;
    }
    Worded words = new Worded(repaired.text(), analysis.tokens(repaired.text()));
    Question other = readWords(words.words());
    int left = unknown(other);
    boolean better = asWritten.isEmpty() || left < unknown || repaired.whole() && left == unknown;
    return better && !other.isEmpty() ? new ReadQuestion(typed.typed(), words, other) : typed;
  }

  /** The text with all its kana read as the town's words. */
  String repaired(String typed) {
    return repair.withoutMending(begun(typed));
  }

  /** Ends the building of the index. */
  void finish() {
    repair.finish();
  }

  /** How many of the resident's words no entry has, and nothing stands for. */
  private int unknown(Question question) {
    int unknown = 0;
    for (Question.Group group : question.groups()) {
      for (String own : group.own()) {
        boolean replaced =
            group.substitutes().stream().anyMatch(other -> other.covered().contains(own));
        unknown += vocabulary.isWord(own) || replaced ? 0 : 1;
      }
    }
    return unknown;
  }

  private Question readWords(List<Token> words) {
    List<Token> tokens =
        words.stream()
            .limit(MOST_TOKENS)
            .map(
                token ->
                    token.term() != null && vocabulary.isSilent(token.term())
                        ? token.dropped()
                        : token)
            .toList();
    List<Match> matches = new ArrayList<>();
    matchWritings(tokens, matches);
    matchTerms(tokens, matches);
    matchSpellings(tokens, matches);
    matches.sort(Comparator.comparingInt(Match::from).thenComparingInt(Match::to));
    return new Question(groups(tokens, matches), Matter.of(tokens));
  }

  private void matchWritings(List<Token> tokens, List<Match> matches) {
    for (int from = 0; from < tokens.size(); from++) {
      StringBuilder before = new StringBuilder();
      for (int to = from; to < Math.min(tokens.size(), from + LONGEST_SPAN); to++) {
        Token last = tokens.get(to);
        add(from, to, synonyms.ofWriting(before + last.surface()), matches);
        if (!last.base().equals(last.surface())) {
          add(from, to, synonyms.ofWriting(before + last.base()), matches);
        }
        before.append(last.surface());
      }
    }
  }

  private void matchTerms(List<Token> tokens, List<Match> matches) {
    for (int from = 0; from < tokens.size(); from++) {
      List<String> terms = new ArrayList<>();
      if (tokens.get(from).term() == null) {
        continue;
      }
      for (int to = from; to < Math.min(tokens.size(), from + LONGEST_SPAN); to++) {
        String term = tokens.get(to).term();
        if (term != null) {
          terms.add(term);
          if (terms.size() > 1) {
            add(from, to, synonyms.ofTerms(terms), matches);
          }
        }
      }
    }
  }

  /** Other spellings of the same words, and what may stand for those. */
  private void matchSpellings(List<Token> tokens, List<Match> matches) {
    for (int from = 0; from < tokens.size(); from++) {
      StringBuilder surface = new StringBuilder();
      StringBuilder reading = new StringBuilder();
      for (int to = from; to < Math.min(tokens.size(), from + LONGEST_SPELLING); to++) {
        if (tokens.get(to).term() == null) {
          break;
        }
        surface.append(tokens.get(to).surface());
        reading.append(tokens.get(to).reading());
        for (WrittenForms.Variant other : forms.variants(surface.toString(), reading.toString())) {
          WrittenForms.Form form = other.form();
          add(from, to, List.of(new Alternative(form.terms(), other.weight())), matches);
          add(from, to, weakened(synonyms.ofWriting(form.surface()), other.weight()), matches);
        }
      }
    }
  }

  private static List<Alternative> weakened(List<Alternative> alternatives, double weight) {
    return alternatives.stream()
        .map(one -> new Alternative(one.terms(), one.weight() * weight))
        .toList();
  }

  private void add(int from, int to, List<Alternative> alternatives, List<Match> matches) {
    for (Alternative alternative : alternatives) {
      if (vocabulary.hasAll(alternative.terms())) {
        matches.add(new Match(from, to, alternative));
      }
    }
  }

  private List<Question.Group> groups(List<Token> tokens, List<Match> matches) {
    Set<Question.Group> groups = new LinkedHashSet<>();
    int next = 0;
    int at = 0;
    while (at < tokens.size()) {
      int end = at;
      List<Match> here = new ArrayList<>();
      while (next < matches.size() && matches.get(next).from() <= end) {
        end = Math.max(end, matches.get(next).to());
        here.add(matches.get(next++));
      }
      List<String> typed = terms(tokens.subList(at, end + 1));
      List<String> words = words(typed);
      List<Question.Substitute> substitutes = substitutes(tokens, here, words);
      List<String> own = substitutes.isEmpty() ? typed : words;
      if (!own.isEmpty() || !substitutes.isEmpty()) {
        groups.add(new Question.Group(own, substitutes));
      }
      at = end + 1;
    }
    return List.copyOf(groups);
  }

  /** Without kana that were cut at the wrong places. */
  private List<String> words(List<String> terms) {
    return terms.stream().filter(term -> !vocabulary.isFragment(term)).toList();
  }

  private static List<Question.Substitute> substitutes(
      List<Token> tokens, List<Match> matches, List<String> own) {
    Map<List<String>, Question.Substitute> best = new LinkedHashMap<>();
    for (Match match : matches) {
      List<String> covered = terms(tokens.subList(match.from(), match.to() + 1));
      if (covered.containsAll(match.alternative().terms())) {
        continue;
      }
      List<String> others = own.stream().filter(term -> !covered.contains(term)).toList();
      best.merge(
          match.alternative().terms(),
          new Question.Substitute(
              match.alternative().terms(), match.alternative().weight(), covered, others),
          (a, b) -> b.weight() > a.weight() ? b : a);
    }
    return best.values().stream()
        .sorted(Comparator.comparingDouble(Question.Substitute::weight).reversed())
        .limit(MOST_SUBSTITUTES)
        .toList();
  }

  private static List<String> terms(Collection<Token> tokens) {
    Set<String> terms = new LinkedHashSet<>();
    for (Token token : tokens) {
      if (token.term() != null) {
        terms.add(token.term());
      }
    }
    return List.copyOf(terms);
  }
}
