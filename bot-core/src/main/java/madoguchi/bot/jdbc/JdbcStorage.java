package madoguchi.bot.jdbc;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.bot.inquiry.KeyedPseudonyms;
import madoguchi.bot.inquiry.Pseudonyms;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Leases;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.post.UnitOfWork;
import madoguchi.bot.resolved.ResolvedQuestions;
import madoguchi.bot.town.Municipalities;
import madoguchi.knowledge.faq.FaqCatalog;
import org.jdbi.v3.core.Jdbi;

/**
 * All ports on one database, H2 (in PostgreSQL mode) or PostgreSQL, whose schema the migrations
 * under {@code db/migration} have made; they throw {@link madoguchi.bot.town.StorageAway} while it
 * cannot be reached. Which settings of the two are expected, and what erasure means on each, stands
 * in the module's RATIONALE.md.
 */
public final class JdbcStorage {

  /**
   * What a logical backup leaves out, so that no backup brings an erased conversation's words back:
   * tables, and of each the columns; no columns stands for the whole table.
   */
  public static final Map<String, Set<String>> LEFT_OUT_OF_BACKUPS =
      Map.of(
          "conversation_key", Set.of(),
          "utterance", Set.of(),
          "erasure", Set.of(),
          "inbox", Set.of("payload", "fingerprint"),
          "outbox", Set.of("payload"),
          "errand", Set.of(),
          "attachment", Set.of(),
          "attachment_part", Set.of(),
          "journal", Set.of("question"),
          "vote", Set.of());

  private final DataSource source;
  private final Jdbi jdbi;
  private final TownKeys towns;
  private final ConversationKeys conversationKeys;
  private final Municipalities municipalities;
  private final Clock clock;
  private final JdbcUnitOfWork unitOfWork;
  private final JdbcInbox inbox;

  /**
   * Over a pool of connections in auto-commit mode.
   *
   * @param masterKey 32 secret bytes, the same ones always: without them nothing sealed can be read
   * @param clock tells when something was received or done
   */
  public JdbcStorage(DataSource source, byte[] masterKey, Clock clock) {
    this.source = source;
    this.jdbi = Database.open(source);
    this.towns = new TownKeys(jdbi, new SealingKey(masterKey));
    this.conversationKeys = new ConversationKeys(towns);
    this.municipalities =
        OutageNaming.of(Municipalities.class, new JdbcMunicipalities(jdbi, towns, clock));
    this.clock = clock;
    this.unitOfWork = new JdbcUnitOfWork(jdbi);
    this.inbox = new JdbcInbox(jdbi, conversationKeys);
  }

  public UnitOfWork unitOfWork() {
    return OutageNaming.of(UnitOfWork.class, unitOfWork);
  }

  public Leases leases() {
    return OutageNaming.of(Leases.class, new JdbcLeases(jdbi, unitOfWork));
  }

  public Inbox inbox() {
    return OutageNaming.of(Inbox.class, inbox);
  }

  public Outbox outbox() {
    return OutageNaming.of(Outbox.class, new JdbcOutbox(jdbi, conversationKeys));
  }

  public Errands errands() {
    return OutageNaming.of(Errands.class, new JdbcErrands(jdbi, conversationKeys, towns));
  }

  public Attachments attachments() {
    return OutageNaming.of(Attachments.class, new JdbcAttachments(jdbi, conversationKeys));
  }

  public Conversations conversations() {
    return OutageNaming.of(Conversations.class, new JdbcConversations(jdbi, conversationKeys));
  }

  public Handoffs handoffs() {
    return OutageNaming.of(Handoffs.class, new JdbcHandoffs(jdbi));
  }

  public Journal journal() {
    return OutageNaming.of(Journal.class, new JdbcJournal(jdbi, conversationKeys));
  }

  public ResolvedQuestions resolvedQuestions() {
    return OutageNaming.of(
        ResolvedQuestions.class, new JdbcResolvedQuestions(jdbi, towns, conversationKeys));
  }

  public FaqCatalog faqCatalog() {
    return OutageNaming.of(FaqCatalog.class, new JdbcFaqCatalog(jdbi, clock));
  }

  /**
   * The towns, always the same object: it remembers them for a second. Its reads throw {@link
   * WrongMasterKey} when the master key is not this database's.
   */
  public Municipalities municipalities() {
    return municipalities;
  }

  /** Pseudonyms under a key derived from each town's own. */
  public Pseudonyms pseudonyms() {
    return new KeyedPseudonyms(town -> towns.derive(town, "pseudonyms"));
  }

  /** How many callers wait for their messages to be stored. */
  public int waitingToStore() {
    return inbox.waiting();
  }

  /** How many units of work wait at present for their commit. */
  public int waitingToCommit() {
    return unitOfWork.waiting();
  }

  /** What the database's files need from time to time. */
  public Upkeep upkeep() {
    return new Upkeep(source, jdbi);
  }
}
