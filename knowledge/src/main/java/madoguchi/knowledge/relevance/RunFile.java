package madoguchi.knowledge.relevance;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Rankings in TREC's form: {@code query_id Q0 faq_id rank score madoguchi}. */
public final class RunFile {

  /** The least step between two scores, so that they fall strictly when written. */
  private static final double STEP = 1e-6;

  private RunFile() {}

  /** Writes at most {@link Ranking#DEPTH} lines a question, scores strictly falling. */
  public static void write(Path file, List<Ranking> rankings) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      for (Ranking ranking : rankings) {
        double above = Double.POSITIVE_INFINITY;
        for (int i = 0; i < Math.min(Ranking.DEPTH, ranking.found().size()); i++) {
          Ranking.Found found = ranking.found().get(i);
          above = Math.min(found.score(), above - STEP);
          out.write(
              String.format(
                  Locale.ROOT,
                  "%s Q0 %s %d %.6f madoguchi\n",
                  ranking.query(),
                  found.entry(),
                  i + 1,
                  above));
        }
      }
    }
  }

  /**
   * Reads what {@link #write} wrote; confidences and times are not in such a file and are 0.
   *
   * @throws MalformedInput at a line of another form, or a score that does not fall
   * @throws IOException when the file cannot be read
   */
  public static List<Ranking> read(Path file) throws IOException, MalformedInput {
    Map<String, List<Ranking.Found>> found = new LinkedHashMap<>();
    List<String> lines = TextLines.of(file);
    for (int i = 0; i < lines.size(); i++) {
      String[] parts = lines.get(i).strip().split("\\s+");
      if (parts.length != 6 || !parts[4].matches("-?\\d+(\\.\\d+)?([eE]-?\\d+)?")) {
        throw new MalformedInput(file, i + 1, "must be: query_id Q0 faq_id rank score tag");
      }
      List<Ranking.Found> soFar = found.computeIfAbsent(parts[0], query -> new ArrayList<>());
      double score = Double.parseDouble(parts[4]);
      if (!soFar.isEmpty() && score >= soFar.getLast().score()) {
        throw new MalformedInput(file, i + 1, "the score does not fall");
      }
      soFar.add(new Ranking.Found(parts[2], score, 0));
    }
    return found.entrySet().stream().map(e -> new Ranking(e.getKey(), e.getValue(), 0)).toList();
  }
}
