package madoguchi.municipality;

import java.util.regex.Pattern;

/**
 * The short name of a municipality in addresses and keys, such as {@code demo}: 1 to 31 lower-case
 * letters, digits and hyphens, beginning with a letter or digit.
 */
public record MunicipalityCode(String value) {

  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,30}");

  /**
   * Refuses a malformed code.
   *
   * @throws IllegalArgumentException when the value is not of the form above
   */
  public MunicipalityCode {
    if (!isValid(value)) {
      throw new IllegalArgumentException("illegal municipality code: must be " + FORM.pattern());
    }
  }

  /** Whether the text could be a code; for doors that answer 404 instead of failing. */
  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
