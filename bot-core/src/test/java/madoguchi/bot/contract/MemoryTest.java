package madoguchi.bot.contract;

import java.nio.charset.StandardCharsets;
import madoguchi.bot.attachment.InMemoryAttachments;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.KeyedPseudonyms;
import madoguchi.bot.journal.InMemoryJournal;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.post.InMemoryErrands;
import madoguchi.bot.post.InMemoryInbox;
import madoguchi.bot.post.InMemoryLeases;
import madoguchi.bot.post.InMemoryOutbox;
import madoguchi.bot.post.InMemoryUnitOfWork;
import madoguchi.bot.resolved.InMemoryResolvedQuestions;
import madoguchi.bot.town.InMemoryMunicipalities;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;

/** The in-memory twins keep every contract but the catalog's place in a commit. */
class MemoryTest extends AllContracts {

  @Override
  protected Ports fresh() {
    Memory memory = new Memory();
    InMemoryConversations conversations = new InMemoryConversations(memory);
    InMemoryInbox inbox = new InMemoryInbox(memory, conversations);
    InMemoryOutbox outbox = new InMemoryOutbox(memory, conversations);
    InMemoryLeases leases = new InMemoryLeases(memory, inbox, outbox);
    return new Ports(
        new InMemoryUnitOfWork(memory, leases),
        leases,
        inbox,
        outbox,
        conversations,
        new InMemoryHandoffs(memory, conversations),
        new InMemoryJournal(memory, conversations),
        new InMemoryErrands(memory, conversations),
        new InMemoryAttachments(memory, conversations),
        new InMemoryResolvedQuestions(memory, conversations),
        new InMemoryMunicipalities(),
        new InMemoryFaqCatalog(),
        new KeyedPseudonyms(
            town -> ("a secret of 32 bytes and more of " + town).getBytes(StandardCharsets.UTF_8)));
  }
}
