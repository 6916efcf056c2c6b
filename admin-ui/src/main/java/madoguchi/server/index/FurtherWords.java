package madoguchi.server.index;

import java.io.IOException;
import java.nio.file.Path;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.text.WordList;
import madoguchi.server.settings.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The word list of the program, with the operator's own. */
public final class FurtherWords {

  private static final Logger LOG = LoggerFactory.getLogger(FurtherWords.class);

  private FurtherWords() {}

  /**
   * The words; lines that cannot be read are logged and left out.
   *
   * @param file the operator's list; blank: none
   * @throws Problem when the file cannot be read
   */
  public static Synonyms of(String file) {
    if (file.isBlank()) {
      return Synonyms.municipal();
    }
    try {
      WordList further = WordList.read(Path.of(file));
      further
          .refused()
          .forEach(line -> LOG.warn("{}, line {}: {}", file, line.line(), line.reason()));
      return Synonyms.municipalAnd(further.rules());
    } catch (IOException unreadable) {
      throw Problem.failed(
          "言葉の一覧「%s」を読めません。MADOGUCHI_SYNONYMS_FILE を確かめてください。".formatted(file),
          "The word list cannot be read.");
    }
  }
}
