package madoguchi.bot.resolved;

import static java.util.stream.Collectors.toList;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An entry that residents of several conversations found useful for like questions.
 *
 * @param question of the first of them, masked
 * @param conversations how many
 */
public record Agreed(String question, String faqId, int conversations) {

  /** What so many different conversations agree on among some votes. */
  static List<Agreed> among(List<Vote> votes, int conversations) {
    return votes.stream()
        .filter(Vote::useful)
        .sorted(
            Comparator.comparing(Vote::at)
                .thenComparing(Vote::conversationId)
                .thenComparing(Vote::number))
        .collect(
            Collectors.groupingBy(
                vote -> vote.sameAs() + '\n' + vote.faqId(), LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(Agreed::of)
        .filter(agreed -> agreed.conversations >= conversations)
        .toList();
  }

  private static Agreed of(List<Vote> like) {
    Vote first = like.getFirst();
    long all = like.stream().map(Vote::conversationId).distinct().count();
    return new Agreed(first.question(), first.faqId(), (int) all);
  }
}
