package madoguchi.channel.line;

/**
 * How showing a rich menu ended.
 *
 * @param status LINE's, or 0
 */
public record MenuEnding(How how, int status) {

  /** In a word. */
  public enum How {
    /** The menu is shown. */
    SHOWN,
    /** Another one is shown, and was to stay. */
    KEPT,
    /** The town has no usable token or base URL. */
    NO_LINE,
    /** The town's setting names no field. */
    NO_FIELDS,
    /** There is no picture, and no font to draw one. */
    NO_FONT,
    /** LINE refuses; its status is beside it. */
    REFUSED,
    /** LINE does not answer. */
    SILENT
  }
}
