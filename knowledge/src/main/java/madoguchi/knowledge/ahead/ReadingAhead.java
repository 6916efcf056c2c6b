package madoguchi.knowledge.ahead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.TextsOf;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.ReadAhead;
import madoguchi.knowledge.text.ReadAheadWriter;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.WordList;

/** A step of the build: takes apart the texts of the word list and of the pack, once for all. */
public final class ReadingAhead {

  private ReadingAhead() {}

  /** Given the folder of the classes. */
  public static void main(String[] folder) throws IOException {
    Path file = Path.of(folder[0] + ReadAhead.RESOURCE);
    Files.createDirectories(file.getParent());
    // What an earlier build has read is not to be believed.
    Files.deleteIfExists(file);
    Files.write(file, ReadAheadWriter.write(texts(), new TextAnalysis()));
  }

  private static SortedSet<String> texts() {
    var entries = TownFile.demo().fill(BasePack.load()).entries();
    SortedSet<String> texts = new TreeSet<>(TextsOf.index(Ingredients.of(entries)));
    WordList.municipal()
        .rules()
        .forEach(
            rule -> {
              texts.add(rule.trigger());
              texts.add(rule.alternative());
            });
    return texts;
  }
}
