package madoguchi.knowledge.pack;

/**
 * A fact that the pack asks of every town.
 *
 * @param key how entries name it between braces, such as {@code juminhyo.fee}
 * @param type what its value must look like
 * @param label what it is, for the town's staff: 住民票の写しの手数料（1通）
 */
public record LocalFact(String key, FactType type, String label) {}
