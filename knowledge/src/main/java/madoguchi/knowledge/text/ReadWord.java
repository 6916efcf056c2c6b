package madoguchi.knowledge.text;

/**
 * A word of a text and how it is read.
 *
 * @param from where it begins in the text
 * @param to where it ends, exclusive
 * @param kana its reading in hiragana; what has no reading, such as Latin letters, stands as it is
 */
public record ReadWord(int from, int to, String kana) {}
