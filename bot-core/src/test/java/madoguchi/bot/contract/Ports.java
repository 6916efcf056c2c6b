package madoguchi.bot.contract;

import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.handoff.Handoffs;
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

/** All ports over one storage that is empty. */
public record Ports(
    UnitOfWork unitOfWork,
    Leases leases,
    Inbox inbox,
    Outbox outbox,
    Conversations conversations,
    Handoffs handoffs,
    Journal journal,
    Errands errands,
    Attachments attachments,
    ResolvedQuestions resolved,
    Municipalities municipalities,
    FaqCatalog faqCatalog,
    Pseudonyms pseudonyms) {}
