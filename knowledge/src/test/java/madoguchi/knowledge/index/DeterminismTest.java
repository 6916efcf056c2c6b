package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import madoguchi.knowledge.benchmark.JudgedQuestions;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same entries, words, vectors and memory give the same order everywhere and always. */
class DeterminismTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  /** Worked out once, for all that is compared with it. */
  private static Ingredients all;

  private static String expected;

  @BeforeAll
  static void worksItOut() throws Exception {
    all = ingredients(2);
    expected = fingerprint(KnowledgeIndex.of(all));
  }

  private static Ingredients ingredients(long shuffled) {
    List<FaqEntry> entries = new ArrayList<>(TownFile.demo().fill(BasePack.load()).entries());
    entries.subList(300, entries.size()).clear();
    List<Resolved> memory = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      memory.add(new Resolved(JudgedQuestions.all().get(i), entries.get(i * 3).id(), 1));
    }
    Collections.shuffle(entries, new Random(shuffled));
    Collections.shuffle(memory, new Random(shuffled));
    WordVectors learned = Learning.vectors(entries, Synonyms.municipal());
    // As one node learns them, and another reads them.
    WordVectors vectors = shuffled % 2 == 0 ? learned : WordVectors.read(learned.write());
    return Ingredients.of(entries).with(vectors).with(memory);
  }

  /** Every answer to many questions, with scores and confidences to the last bit, in short. */
  private static String fingerprint(KnowledgeIndex index) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (String question : JudgedQuestions.all().subList(0, 200)) {
      for (Hit hit : index.search(question, TODAY, 20)) {
        String line = hit.entry().id() + ' ' + hit.score() + ' ' + hit.confidence() + '\n';
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Test
  void doesNotDependOnTheOrderOfAnythingNorOnWhoLearned() throws Exception {
    assertThat(fingerprint(KnowledgeIndex.of(ingredients(3)))).isEqualTo(expected);
  }

  @Test
  void isTheSameRenewedAsBuiltFromNothing() throws Exception {
    Ingredients fewer =
        new Ingredients(all.entries().subList(0, 200), all.synonyms(), WordVectors.NONE, List.of());
    KnowledgeIndex renewed = KnowledgeIndex.of(fewer).renewed(all);
    assertThat(fingerprint(renewed)).isEqualTo(expected);
    assertThat(fingerprint(renewed.renewed(all))).isEqualTo(expected);
  }

  @Test
  void isTheSameInAnotherProcess(@TempDir Path folder) throws Exception {
    Path said = folder.resolve("errors.txt");
    Process other =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx700m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName())
            .redirectError(said.toFile())
            .start();
    String there = new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(other.waitFor()).as(Files.readString(said)).isZero();
    assertThat(there.strip()).isEqualTo(expected);
  }

  /** What another node works out. */
  static final class Other {

    private Other() {}

    public static void main(String[] arguments) throws Exception {
      System.out.println(fingerprint(KnowledgeIndex.of(ingredients(5))));
    }
  }
}
