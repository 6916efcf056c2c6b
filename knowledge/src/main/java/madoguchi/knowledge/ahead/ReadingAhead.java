package madoguchi.knowledge.ahead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import madoguchi.knowledge.index.AspectsAhead;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.TextsOf;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import madoguchi.knowledge.text.ReadAhead;
import madoguchi.knowledge.text.ReadAheadWriter;
import madoguchi.knowledge.text.SynonymsAhead;
import madoguchi.knowledge.text.SynonymsWriter;
import madoguchi.knowledge.text.TextAnalysis;
import madoguchi.knowledge.text.WordList;

/** A step of the build: reads the word list and the texts of the pack, once for all starts. */
public final class ReadingAhead {

  private ReadingAhead() {}

  /** Given the folder of the classes. */
  public static void main(String[] folder) throws IOException {
    Path texts = Path.of(folder[0] + ReadAhead.RESOURCE);
    Path aspects = Path.of(folder[0] + AspectsAhead.RESOURCE);
    Path synonyms = Path.of(folder[0] + SynonymsAhead.RESOURCE);
    Files.createDirectories(texts.getParent());
    // What an earlier build has read is not to be believed.
    Files.deleteIfExists(texts);
    Files.deleteIfExists(aspects);
    Files.deleteIfExists(synonyms);
    Ingredients pack = Ingredients.of(TownFile.demo().fill(BasePack.load()).entries());
    Files.write(texts, ReadAheadWriter.write(texts(pack), new TextAnalysis()));
    Files.write(aspects, AspectsAhead.write(pack));
    Files.write(synonyms, SynonymsWriter.writeMunicipal());
  }

  private static SortedSet<String> texts(Ingredients pack) {
    SortedSet<String> texts = new TreeSet<>(TextsOf.index(pack));
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
