package madoguchi.bot.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.municipality.MunicipalityCode;

/**
 * The conversations of every town. What was said is encrypted with a key per conversation; {@link
 * #erase} destroys that key.
 */
public interface Conversations {

  /** The living conversation of this citizen at this channel, begun when there is none. */
  Conversation open(MunicipalityCode municipality, String channel, Citizen citizen, Instant now);

  /** The living conversation of this citizen at this channel. */
  Optional<Conversation> of(MunicipalityCode municipality, String channel, Citizen citizen);

  /** By id; empty once erased. */
  Optional<Conversation> find(MunicipalityCode municipality, String id);

  /** How some of them stand, in one look; those that were erased are missing. */
  Map<String, Standing> standings(MunicipalityCode municipality, Collection<String> ids);

  /**
   * Stores state and epoch; nothing happens when the conversation was erased meanwhile.
   *
   * @throws EpochPassed when somebody else has taken the word since it was read
   */
  void save(Conversation conversation);

  /**
   * Adds lines in order and numbers them onwards; returns them with their numbers. Adds nothing to
   * a conversation that was erased. Words are kept as {@link madoguchi.bot.town.StorableText}.
   */
  List<Utterance> append(MunicipalityCode municipality, String id, List<Utterance> lines);

  /** Up to 500 lines with a number above {@code after}, in order. */
  List<Utterance> after(MunicipalityCode municipality, String id, long after);

  /** The last lines, in order. */
  List<Utterance> latest(MunicipalityCode municipality, String id, int limit);

  /** The lines of one turn, the resident's own first. */
  List<Utterance> turn(MunicipalityCode municipality, String id, String messageId);

  /**
   * Destroys the key and every word of the conversation, here and wherever else it was kept: in the
   * inbox, the outbox and the journal. Its open case is closed; ids and facts remain.
   */
  void erase(MunicipalityCode municipality, String id);

  /**
   * Notes what the channel calls a message, so that it can be taken back by that name. Within the
   * turn's commit.
   *
   * @param channelId the channel's own name of the message
   * @return false when it was taken back already: then nothing of it may be stored
   */
  boolean named(
      MunicipalityCode municipality, String id, String channelId, String messageId, Instant now);

  /**
   * The citizen takes a message back: its words go, here and wherever else they were kept, and what
   * was not yet said to it is not said. Before it has come this is remembered. Doing it again
   * changes nothing.
   */
  void takeBack(MunicipalityCode municipality, String id, String channelId, Instant now);

  /** Whether a message that was {@link #named} was taken back. */
  boolean wasTakenBack(MunicipalityCode municipality, String id, String messageId);

  /** Notes whether the citizen has left the channel: who has left is not written to unasked. */
  void left(MunicipalityCode municipality, String id, boolean gone);

  /** Whether the citizen has left the channel, or is not known any more. */
  boolean hasLeft(MunicipalityCode municipality, String id);
}
