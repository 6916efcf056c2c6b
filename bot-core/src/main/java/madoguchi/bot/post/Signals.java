package madoguchi.bot.post;

import madoguchi.municipality.MunicipalityCode;

/**
 * Wakes those who wait for something new in a conversation. A signal may be lost: who waits also
 * looks again by itself each second.
 */
public interface Signals {

  /** Something was stored in this conversation. */
  void raise(MunicipalityCode municipality, String conversationId);

  /** Calls back on every signal of the conversation until closed; the callback must not block. */
  Registration listen(MunicipalityCode municipality, String conversationId, Runnable callback);

  /** Ends the listening. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
