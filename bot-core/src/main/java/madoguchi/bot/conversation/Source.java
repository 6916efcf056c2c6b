package madoguchi.bot.conversation;

import org.jspecify.annotations.Nullable;

/**
 * What an answer rests on.
 *
 * @param faqId the entry
 * @param title its question
 * @param url its page; null when it has none
 */
public record Source(String faqId, String title, @Nullable String url) {}
