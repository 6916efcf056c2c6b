package madoguchi.knowledge.completion;

/** Where in a line something was found, the best place first. */
enum Place {
  BEGINNING,
  WORD_START,
  MIDDLE
}
