package madoguchi.knowledge.faq;

import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as a whole: the message is a Japanese sentence for the person who
 * chose the file, and holds nothing of the file's content.
 */
public final class FaqFileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  FaqFileRefused(String sentence) {
    super(sentence);
  }

  FaqFileRefused(String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
  }

  /** What is wrong, for the person who chose the file. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
