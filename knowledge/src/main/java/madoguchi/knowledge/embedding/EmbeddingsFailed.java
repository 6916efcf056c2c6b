package madoguchi.knowledge.embedding;

/** The model outside gave nothing, or nothing of use; tried again later. */
public final class EmbeddingsFailed extends RuntimeException {

  private static final long serialVersionUID = 1;

  public EmbeddingsFailed(String why) {
    super(why);
  }
}
