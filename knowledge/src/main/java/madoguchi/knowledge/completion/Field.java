package madoguchi.knowledge.completion;

/** What of an entry leads to its question. */
enum Field {
  QUESTION(0, 2, 5),
  PHRASING(1, 3, 6),
  CATEGORY(4, 4, 7);

  /** More than all ranks of one reading. */
  private static final int STEP = 8;

  private final int[] ranks;

  /** Beginnings go before word starts and those before middles; of these the question's first. */
  Field(int beginning, int wordStart, int middle) {
    this.ranks = new int[] {beginning, wordStart, middle};
  }

  /**
   * The rank of a find in this field; 0 is best. A likelier reading goes before any place.
   *
   * @param reading how the typed word was understood: 0 for the likeliest way, then upwards
   */
  int rank(int reading, Place place) {
    return reading * STEP + ranks[place.ordinal()];
  }
}
