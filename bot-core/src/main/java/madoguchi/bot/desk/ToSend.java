package madoguchi.bot.desk;

import madoguchi.bot.post.Dispatch;

/**
 * What must be sent next in a conversation.
 *
 * @param dispatch as it stood before a try
 * @param begun whether the storage says already that it is tried: then it has its place among the
 *     sendings, and must be tried now
 */
record ToSend(Dispatch dispatch, boolean begun) {

  /** One that waited. */
  static ToSend waiting(Dispatch dispatch) {
    return new ToSend(dispatch, false);
  }
}
