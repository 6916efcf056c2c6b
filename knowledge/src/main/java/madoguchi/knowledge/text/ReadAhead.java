package madoguchi.knowledge.text;

import java.lang.ref.SoftReference;
import java.util.List;
import java.util.Map;

/**
 * Texts that the build has taken apart: those of the program's word list and of its pack, so that
 * no start has to. For starting and learning only; what is not used for some minutes is forgotten.
 */
public final class ReadAhead {

  /** Beside the classes; made by the build, see knowledge/RATIONALE.md. */
  public static final String RESOURCE = "/madoguchi/text/read-ahead.bin";

  private static SoftReference<Map<String, List<Token>>> shipped = new SoftReference<>(null);

  private ReadAhead() {}

  /** The words of each text as an analysis gives them; empty where the build has read none. */
  public static synchronized Map<String, List<Token>> texts() {
    Map<String, List<Token>> known = shipped.get();
    if (known == null) {
      NumberedFile made = NumberedFile.at(RESOURCE);
      known = made == null ? Map.of() : new ReadAheadFile(made).texts();
      shipped = new SoftReference<>(known);
    }
    return known;
  }
}
