package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must be true of the judged questions, by which everything is measured. */
class JudgedSetTest {

  private static final BasePack PACK = BasePack.load();

  private static List<String[]> lines(String file, String separator) throws IOException {
    try (var in = JudgedSetTest.class.getResourceAsStream("/madoguchi/judged/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(text).endsWith("\n").doesNotContain("\r").doesNotContain("\uFEFF");
      return text.lines().map(line -> line.split(separator, -1)).toList();
    }
  }

  private static Map<String, String> questions(String file, String... header) throws IOException {
    List<String[]> lines = lines(file, "\t");
    assertThat(lines.getFirst()).containsExactly(header);
    Map<String, String> questions = new HashMap<>();
    for (String[] cells : lines.subList(1, lines.size())) {
      assertThat(cells).as(String.join(" ", cells)).hasSize(header.length).doesNotContain("");
      assertThat(questions.put(cells[0], cells[1])).as("%s is there twice", cells[0]).isNull();
    }
    return questions;
  }

  private static Map<String, String> answerable() throws IOException {
    return questions("queries.tsv", "query_id", "query");
  }

  private static Map<String, String> unanswerable() throws IOException {
    return questions("unanswerable.tsv", "query_id", "query", "kind");
  }

  @Test
  void hasEnoughQuestionsOfBothKinds() throws IOException {
    assertThat(answerable()).hasSizeGreaterThanOrEqualTo(600);
    assertThat(unanswerable()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(answerable().keySet()).doesNotContainAnyElementsOf(unanswerable().keySet());
  }

  @Test
  void judgesEveryAnswerableQuestionAndNoOther() throws IOException {
    Set<String> ids = PACK.entries().stream().map(PackEntry::id).collect(Collectors.toSet());
    Set<String> pairs = new HashSet<>();
    Set<String> right = new HashSet<>();
    for (String[] cells : lines("qrels.txt", " ")) {
      assertThat(cells).hasSize(4);
      assertThat(cells[1]).isEqualTo("0");
      assertThat(ids).contains(cells[2]);
      assertThat(cells[3]).isIn("1", "2");
      assertThat(pairs.add(cells[0] + " " + cells[2])).as("%s is judged twice", cells[2]).isTrue();
      if (cells[3].equals("2")) {
        right.add(cells[0]);
      }
    }

    assertThat(right).isEqualTo(answerable().keySet());
    assertThat(pairs.stream().map(pair -> pair.split(" ")[0])).isSubsetOf(right);
  }

  @Test
  void asksAboutEveryEntry() throws IOException {
    Set<String> asked =
        lines("qrels.txt", " ").stream()
            .filter(cells -> cells[3].equals("2"))
            .map(cells -> cells[2])
            .collect(Collectors.toSet());

    assertThat(PACK.entries()).extracting(PackEntry::id).isSubsetOf(asked);
  }

  @Test
  void repeatsNoWordingOfAnEntry() throws IOException {
    Map<String, String> wordings = new HashMap<>();
    PACK.entries()
        .forEach(
            entry ->
                Stream.concat(Stream.of(entry.question()), entry.phrasings().stream())
                    .forEach(wording -> wordings.put(Wording.plain(wording), entry.id())));
    Map<String, String> all = new HashMap<>(answerable());
    all.putAll(unanswerable());

    assertThat(
            all.entrySet().stream()
                .filter(question -> wordings.containsKey(Wording.plain(question.getValue()))))
        .isEmpty();
  }

  @Test
  void asksNothingTwice() throws IOException {
    Map<String, String> all = new HashMap<>(answerable());
    all.putAll(unanswerable());

    assertThat(all.values().stream().map(Wording::plain).filter(plain -> !plain.isEmpty()))
        .doesNotHaveDuplicates();
  }

  @Test
  void hasEveryKindOfUnanswerableQuestion() throws IOException {
    Map<String, Long> kinds =
        lines("unanswerable.tsv", "\t").stream()
            .skip(1)
            .collect(Collectors.groupingBy(cells -> cells[2], Collectors.counting()));

    assertThat(kinds)
        .containsOnlyKeys(
            "other-town", "state", "smalltalk", "record-lookup", "nonsense", "near-miss");
    assertThat(kinds.values()).allSatisfy(count -> assertThat(count).isGreaterThanOrEqualTo(25));
  }

  @Test
  void freezesAThirdOfEachKind() throws IOException {
    List<String> frozen = lines("frozen.txt", "\t").stream().map(cells -> cells[0]).toList();

    assertThat(frozen).doesNotHaveDuplicates();
    for (Set<String> kind : List.of(answerable().keySet(), unanswerable().keySet())) {
      long here = frozen.stream().filter(kind::contains).count();
      assertThat(here / (double) kind.size()).isBetween(0.32, 0.35);
    }
    assertThat(frozen)
        .allMatch(
            Stream.concat(answerable().keySet().stream(), unanswerable().keySet().stream()).toList()
                ::contains);
  }
}
