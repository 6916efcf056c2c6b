package madoguchi.knowledge.completion;

/**
 * A question that begins with, or holds, what has been typed.
 *
 * @param faqId the entry that answers it
 * @param question in the town's words
 * @param from where the matched words begin in the question
 * @param to where they end, exclusive; equal to {@code from} when another wording or the category
 *     matched
 */
public record Completion(String faqId, String question, int from, int to) {}
