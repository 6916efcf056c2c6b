package madoguchi.bot.desk;

import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.bot.journal.Journal;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Leases;
import madoguchi.bot.post.Outbox;
import madoguchi.bot.post.UnitOfWork;

/** The ports that one commit of a turn goes over; all of one kind of storage. */
public record Stores(
    UnitOfWork unitOfWork,
    Leases leases,
    Inbox inbox,
    Outbox outbox,
    Conversations conversations,
    Handoffs handoffs,
    Journal journal) {}
