package madoguchi.knowledge.faq;

import madoguchi.knowledge.faq.RowReader.BadCell;

/** The words that files use for states and audiences, in Japanese and English. */
final class StateWord {

  private StateWord() {}

  static FaqState state(String text) throws BadCell {
    return switch (FaqColumn.plain(text)) {
      case "下書き", "draft" -> FaqState.DRAFT;
      case "確認待ち", "review" -> FaqState.REVIEW;
      case "公開", "published" -> FaqState.PUBLISHED;
      case "終了", "ended" -> FaqState.ENDED;
      default -> throw new BadCell("知らない状態です。下書き、確認待ち、公開、終了のどれかにしてください");
    };
  }

  static Audience audience(String text) throws BadCell {
    return switch (FaqColumn.plain(text)) {
      case "resident", "住民", "市民" -> Audience.RESIDENT;
      case "staff", "職員" -> Audience.STAFF;
      default -> throw new BadCell("知らない対象です。resident（住民）かstaff（職員）にしてください");
    };
  }

  static String of(FaqState state) {
    return switch (state) {
      case DRAFT -> "下書き";
      case REVIEW -> "確認待ち";
      case PUBLISHED -> "公開";
      case ENDED -> "終了";
    };
  }

  static String of(Audience audience) {
    return switch (audience) {
      case RESIDENT -> "resident";
      case STAFF -> "staff";
    };
  }
}
