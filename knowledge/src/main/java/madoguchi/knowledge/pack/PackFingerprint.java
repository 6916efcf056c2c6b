package madoguchi.knowledge.pack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an entry still says what the pack gave. State, dates and audience are not part of
 * it: with these a town decides whether an entry is shown, not what it says.
 */
final class PackFingerprint {

  private PackFingerprint() {}

  static String of(FaqEntry entry) {
    // Lengths before the texts, so that no two different entries read the same.
    String said =
        Stream.of(
                List.of(entry.question(), entry.answer()),
                entry.phrasings(),
                List.of(text(entry.category()), text(entry.department()), text(entry.sourceUrl())))
            .map(
                part ->
                    part.size() + part.stream().map(t -> t.length() + ":" + t).toList().toString())
            .collect(Collectors.joining());
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(said.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every JDK has SHA-256", impossible);
    }
  }

  /** The entry, marked as what the pack gave. */
  static FaqEntry sealed(FaqEntry entry) {
    Provenance from = entry.provenance();
    return entry.withProvenance(
        new Provenance(
            from.pack(), from.packVersion(), of(entry), from.legalBasis(), from.confirmedOn()));
  }

  /** Whether the town has changed the words since the pack gave them. */
  static boolean isOwn(FaqEntry entry) {
    return !of(entry).equals(entry.provenance().packFingerprint());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
