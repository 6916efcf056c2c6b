package madoguchi.knowledge.completion;

import java.util.List;
import java.util.stream.IntStream;

/** Writes a {@link Column} line by line. */
final class ColumnWriter {

  private final StringBuilder text = new StringBuilder();
  private final IntStream.Builder lines = IntStream.builder();
  private final IntStream.Builder firstWords = IntStream.builder();
  private final IntStream.Builder words = IntStream.builder();
  private int wordCount;

  /** Adds a line; without words it is never found. */
  void line(List<String> lineOfWords) {
    lines.add(text.length());
    firstWords.add(wordCount);
    for (String word : lineOfWords) {
      words.add(text.length());
      text.append(word);
    }
    wordCount += lineOfWords.size();
    text.append(Column.END);
  }

  Column column() {
    lines.add(text.length());
    firstWords.add(wordCount);
    return new Column(
        text.toString(),
        lines.build().toArray(),
        firstWords.build().toArray(),
        words.build().toArray());
  }
}
