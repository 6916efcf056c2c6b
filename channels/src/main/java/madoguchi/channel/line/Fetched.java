package madoguchi.channel.line;

/** The bytes of a content, if they are here, and LINE's status or what broke. */
record Fetched(Kind kind, byte[] bytes, String note) {

  /** What is certain afterwards. */
  enum Kind {
    HERE,
    LATER,
    GONE,
    TOO_LARGE,
    REFUSED
  }

  static Fetched without(Kind kind, String note) {
    return new Fetched(kind, new byte[0], note);
  }
}
