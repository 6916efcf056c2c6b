package madoguchi.knowledge.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A list of words that mean the same, as read from a file. Two forms are understood and told apart
 * by their first line: Solr's (see {@link SolrLines}) and Sudachi's (see {@link SudachiLines}).
 *
 * @param rules what may stand for what
 * @param refused the lines that were not understood; the others count
 */
public record WordList(List<SynonymRule> rules, List<Refusal> refused) {

  private static final String MUNICIPAL = "/madoguchi/words/municipal.txt";
  private static final Pattern SUDACHI = Pattern.compile("\\d{6},[^,]*,[^,]*,.*");

  public WordList {
    rules = List.copyOf(rules);
    refused = List.copyOf(refused);
  }

  /** A line that was not understood, counted from 1, and why. */
  public record Refusal(long line, String reason) {}

  /** The list of general town-hall words that comes with the program. */
  public static WordList municipal() {
    try (InputStream in =
        Objects.requireNonNull(WordList.class.getResourceAsStream(MUNICIPAL), MUNICIPAL)) {
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Reads a UTF-8 file of either form. */
  public static WordList read(Path file) throws IOException {
    return of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
  }

  /** Reads a text of either form. */
  public static WordList of(String text) {
    List<String> lines = text.lines().toList();
    boolean sudachi =
        lines.stream()
            .map(line -> line.replace("\ufeff", "").strip())
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .findFirst()
            .filter(line -> SUDACHI.matcher(line).matches())
            .isPresent();
    List<SynonymRule> rules = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    LineReader reader = sudachi ? new SudachiLines(rules) : new SolrLines(rules);
    for (int i = 0; i < lines.size(); i++) {
      try {
        reader.read(lines.get(i).replace("\ufeff", "").strip());
      } catch (Refused because) {
        refused.add(new Refusal(i + 1, because.reason));
      }
    }
    reader.end();
    return new WordList(rules, refused);
  }

  /** Takes a file line by line. */
  interface LineReader {

    void read(String line) throws Refused;

    void end();
  }

  /** Why a line is not understood. */
  static final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    private final String reason;

    Refused(String reason) {
      super(reason);
      this.reason = reason;
    }
  }
}
