package madoguchi.knowledge.faq;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** The columns of an FAQ file, with their headings in English and Japanese. */
public enum FaqColumn {
  ID("id", "番号"),
  QUESTION("question", "質問"),
  ANSWER("answer", "回答"),
  PHRASINGS("phrasings", "言い換え"),
  CATEGORY("category", "分類"),
  DEPARTMENT("department", "担当課"),
  SOURCE_URL("source_url", "出典"),
  VALID_FROM("valid_from", "公開日"),
  VALID_UNTIL("valid_until", "終了日"),
  STATE("state", "状態"),
  AUDIENCE("audience", "対象");

  private final String english;
  private final String japanese;

  FaqColumn(String english, String japanese) {
    this.english = english;
    this.japanese = japanese;
  }

  /** Whether a file without this column is refused. */
  boolean isRequired() {
    return this == ID || this == QUESTION || this == ANSWER;
  }

  /** The heading that is written to files. */
  String heading() {
    return english;
  }

  /** The heading in both languages, for sentences. */
  String title() {
    return japanese + " (" + english + ")";
  }

  /** The column of that heading; width, case and spaces do not matter. */
  static Optional<FaqColumn> of(String heading) {
    String plain = plain(heading);
    for (FaqColumn column : values()) {
      if (plain.equals(plain(column.english)) || plain.equals(column.japanese)) {
        return Optional.of(column);
      }
    }
    return Optional.empty();
  }

  /** Folds what people do to short words in a table: full-width letters, spaces, capitals. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[\\s\\p{Z}\\p{Cf}_]", "")
        .toLowerCase(Locale.ROOT);
  }
}
