package madoguchi.knowledge.relevance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Lines of a UTF-8 file, whatever its line ends, without a byte order mark. */
final class TextLines {

  private TextLines() {}

  static List<String> of(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.lines().map(TextLines::withoutMark).toList();
  }

  private static String withoutMark(String line) {
    return line.startsWith("\ufeff") ? line.substring(1) : line;
  }
}
