package madoguchi.knowledge.index;

import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;

/** A handful of entries that a town could have. */
final class SmallTown {

  static final List<FaqEntry> ENTRIES =
      List.of(
          entry(
              "tennyu",
              "他の市区町村から転入したときの届出を教えてください。",
              "新しい住所に住み始めてから14日以内に、転出証明書と本人確認書類を持って市民課で転入届をしてください。住民票も取れます。",
              "引っ越してきた",
              "ひっこしてきたときの手続き"),
          entry(
              "tenshutsu",
              "他の市区町村へ引っ越すときの届出を教えてください。",
              "引っ越しの前に市民課で転出届をしてください。転出証明書をお渡しします。",
              "ほかの町へ出る"),
          entry("juminhyo", "住民票の写しはどこで取れますか。", "市民課、支所、コンビニエンスストアで取れます。手数料は1通300円です。", "住民票がほしい"),
          entry(
              "sodai",
              "粗大ごみはどのように出せばよいですか。",
              "電話かインターネットで申し込み、処理券を貼って収集日の朝に出してください。",
              "タンスを捨てたい",
              "大きいごみ"),
          entry("gomi", "ごみの収集日はいつですか。", "燃やすごみは週2回、地区ごとに収集します。収集日のカレンダーをご覧ください。", "ごみの日"),
          entry(
              "kokuho-genmen",
              "国民健康保険料を払えないときはどうすればよいですか。",
              "災害や失業で納付が難しいときは、保険料の減免や分割納付ができることがあります。保険年金課へ相談してください。",
              "国保が高くて払えない"),
          entry("zei-bunkatsu", "市税を期限までに納められません。", "納税課で分割納付や猶予の相談を受け付けています。", "税金が払えない"),
          entry("inkan", "印鑑登録はどのようにしますか。", "登録する印鑑と本人確認書類を持って市民課で申請してください。", "はんこを登録したい"));

  private SmallTown() {}

  private static FaqEntry entry(String id, String question, String answer, String... wordings) {
    return FaqEntry.of(id, question, answer).withPhrasings(List.of(wordings));
  }
}
