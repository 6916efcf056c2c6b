package madoguchi.channel.line;

/** A field of a rich menu: what stands on it, and what pressing it does. */
record MenuField(String label, String does) {}
