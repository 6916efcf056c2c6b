package madoguchi.knowledge.embedding;

/** The model outside gave nothing, or nothing of use; tried again later. */
public final class EmbeddingsFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String why;

  public EmbeddingsFailed(String why) {
    super(why);
    this.why = why;
  }

  /** In a word or two, without anything of what was sent. */
  public String why() {
    return why;
  }
}
