package madoguchi.bot.attachment;

/** How far an attachment has come. */
public enum AttachmentState {
  /** It is being fetched. */
  AWAITED,
  /** It is here. */
  STORED,
  /** The channel no longer has it. */
  GONE,
  /** It is larger than the town keeps. */
  TOO_LARGE,
  /** It could not be fetched in time. */
  FAILED
}
