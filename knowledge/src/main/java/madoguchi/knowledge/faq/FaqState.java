package madoguchi.knowledge.faq;

/** How far an entry has come: only {@link #PUBLISHED} ones reach a resident. */
public enum FaqState {
  /** 下書き: being written. */
  DRAFT,
  /** 確認待ち: waits for a second person. */
  REVIEW,
  /** 公開: residents are answered with it, within its dates. */
  PUBLISHED,
  /** 終了: kept, but no longer answered with. */
  ENDED
}
