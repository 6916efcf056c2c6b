package madoguchi.knowledge.relevance;

/**
 * A question that is asked to measure the answers.
 *
 * @param id of the form without white space that judgments refer to
 * @param text as a resident typed it
 */
public record Query(String id, String text) {}
