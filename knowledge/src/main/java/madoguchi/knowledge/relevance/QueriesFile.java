package madoguchi.knowledge.relevance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Questions to ask: TSV with a header that has {@code query_id} and {@code query}; more columns are
 * ignored.
 */
public final class QueriesFile {

  private QueriesFile() {}

  /**
   * The questions in the order of the file.
   *
   * @throws MalformedInput at a missing header or cell, an unusable or repeated id
   * @throws IOException when the file cannot be read
   */
  public static List<Query> read(Path file) throws IOException, MalformedInput {
    List<String> lines = TextLines.of(file);
    if (lines.isEmpty()) {
      throw new MalformedInput(file, 1, "the header with query_id and query is missing");
    }
    List<String> header = List.of(lines.getFirst().split("\t", -1));
    int id = column(header, "query_id", file);
    int text = column(header, "query", file);
    List<Query> queries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      String[] cells = lines.get(i).split("\t", -1);
      if (cells.length <= Math.max(id, text)) {
        throw new MalformedInput(file, i + 1, "fewer cells than the header");
      }
      if (!cells[id].matches("\\S+")) {
        throw new MalformedInput(file, i + 1, "query_id is empty or has white space");
      }
      if (!ids.add(cells[id])) {
        throw new MalformedInput(file, i + 1, "query_id " + cells[id] + " stands there twice");
      }
      queries.add(new Query(cells[id], cells[text]));
    }
    return queries;
  }

  private static int column(List<String> header, String name, Path file) throws MalformedInput {
    int column = header.stream().map(String::strip).toList().indexOf(name);
    if (column < 0) {
      throw new MalformedInput(file, 1, "the header has no column " + name);
    }
    return column;
  }
}
