package madoguchi.channel.line;

import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.post.Errands;
import madoguchi.bot.post.Inbox;
import madoguchi.bot.post.Outbox;

/** The ports that LINE's door needs, all of one kind of storage. */
public record LineStores(
    Conversations conversations,
    Inbox inbox,
    Outbox outbox,
    Errands errands,
    Attachments attachments) {}
