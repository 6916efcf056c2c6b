package madoguchi.staff.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import madoguchi.bot.answer.Outcome;
import madoguchi.bot.handoff.HandoffState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that staff read is left in the program's own English codes. */
class StaffWordsTest {

  private static final Path BOT = Path.of("../bot-core/src/main");
  private static final Pattern REASON =
      Pattern.compile("new Answer\\.(?:Unanswered|Choose|Greeting|Refused|Answered)\\(([^;]*)");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
  private static final Pattern RETURNED =
      Pattern.compile("String reason\\(\\) \\{\\s*return \"([a-z-]+)\";");

  private final Properties words = words();

  private static Properties words() {
    Properties words = new Properties();
    try (InputStream in = StaffWordsTest.class.getResourceAsStream("/madoguchi/staff.properties")) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return words;
  }

  /** Those in the program's text and those that the rules give. */
  private static Set<String> reasons() throws IOException {
    Set<String> reasons = new HashSet<>();
    try (Stream<Path> files = Files.walk(BOT.resolve("java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String text = Files.readString(file);
        Matcher made = REASON.matcher(text);
        while (made.find()) {
          LITERAL.matcher(made.group(1)).results().forEach(found -> reasons.add(found.group(1)));
        }
        RETURNED.matcher(text).results().forEach(found -> reasons.add(found.group(1)));
      }
    }
    for (String line : Files.readAllLines(BOT.resolve("resources/madoguchi/rules_ja.tsv"))) {
      String name = line.split("\t", 2)[0];
      if (name.startsWith("crisis.")) {
        reasons.add("crisis-" + name.substring("crisis.".length()));
      } else if (name.startsWith("greeting")) {
        reasons.add(name.replaceFirst("^greeting\\.", ""));
      }
    }
    return reasons;
  }

  @Test
  void haveASentenceForEveryReason() throws Exception {
    assertThat(reasons())
        .contains("above-threshold", "nothing-found", "crisis-suicide", "thanks", "staff-speaking")
        .hasSizeGreaterThan(15)
        .allSatisfy(reason -> assertThat(words).containsKey("reason." + reason));
  }

  @Test
  void haveAWordForEveryOutcomeAndState() {
    for (Outcome outcome : Outcome.values()) {
      assertThat(words).containsKey("outcome." + outcome.code());
    }
    for (HandoffState state : HandoffState.values()) {
      assertThat(words).containsKey("case." + state.name());
    }
  }

  @Test
  void nameEachThingOnce() throws IOException {
    List<String> names = new ArrayList<>();
    for (String line :
        Files.readAllLines(Path.of("src/main/resources/madoguchi/staff.properties"))) {
      if (line.contains(" = ")) {
        names.add(line.substring(0, line.indexOf(" = ")));
      }
    }
    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"\", 記録なし",
        "expired, 送れる時間を過ぎた",
        "timeout, 相手の応答がなかった",
        "400, 相手の応答：400",
        "500, 相手の応答：500",
        "400 after retry, 相手の応答：400",
        "not sent ×3: connect, 相手につながらなかった",
        "not sent ×1: 429, 相手の応答：429",
        "no such channel, 届け先への送り方が、このサーバーにない",
        "no usable token or base URL, LINEのチャネルアクセストークンか接続先が設定されていない",
        "something new, そのほかの理由（something new）"
      })
  void sayWhyASendingFailed(String note, String sentence) {
    SendingNote shown = SendingNote.of(note);
    String other = words.getProperty("sending.note.other");
    String pattern = words.getProperty("sending.note." + shown.code(), other);
    assertThat(MessageFormat.format(pattern, shown.value())).isEqualTo(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reason.failed", "reason.other", "sending.note.other"})
  void showWhatIsUnknownWithinASentence(String name) {
    assertThat(words.getProperty(name)).contains("{0}").matches(".*[ぁ-んァ-ヶ一-龠].*");
  }
}
