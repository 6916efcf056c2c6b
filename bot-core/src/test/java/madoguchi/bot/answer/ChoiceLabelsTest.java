package madoguchi.bot.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;
import org.junit.jupiter.api.Test;

class ChoiceLabelsTest {

  /** What LINE shows of a label after the number before it. */
  private static final int SHOWN = 17;

  private final ChoiceLabels labels = Sentences.standard().choiceLabels();

  @Test
  void namesTheAspectThatOneAloneHas() {
    assertThat(labels.of(List.of("印鑑登録を廃止したい。", "印鑑登録の証明書はどこで取れますか。", "印鑑登録の手数料はいくらですか。")))
        .satisfiesExactly(
            end -> assertThat(end).startsWith("廃止：印鑑登録"),
            place -> assertThat(place).startsWith("場所：印鑑登録の証明書"),
            cost -> assertThat(cost).startsWith("費用：印鑑登録の手数料"));
  }

  @Test
  void leavesOutWhatIsOnlyPolite() {
    assertThat(labels.of(List.of("転入届の出し方を教えてください。"))).containsExactly("転入届の出し方");
    assertThat(labels.of(List.of("ごみ", "粗大"))).containsExactly("ごみ", "粗大");
  }

  @Test
  void leavesOutABeginningThatTwoShare() {
    List<String> told =
        labels.of(List.of("国民健康保険に現在加入している人が出産したときの給付", "国民健康保険に現在加入している人が死亡したときの給付"));

    assertThat(told).allMatch(label -> label.startsWith("…"));
    assertThat(told.getFirst()).contains("出産");
    assertThat(told.getLast()).contains("死亡");
  }

  @Test
  void tellsNearlyAllEntriesOfAFieldApartInWhatLineShows() {
    List<FaqEntry> entries = TownFile.demo().fill(BasePack.load()).entries();
    int alike = 0;
    for (int i = 0; i + 3 <= entries.size(); i++) {
      List<String> three =
          labels.of(entries.subList(i, i + 3).stream().map(FaqEntry::question).toList());
      Set<String> shown =
          three.stream()
              .map(label -> label.substring(0, Math.min(SHOWN, label.length())))
              .collect(Collectors.toCollection(HashSet::new));
      alike += shown.size() < 3 ? 1 : 0;
      assertThat(three).doesNotHaveDuplicates().allMatch(label -> label.length() >= 2);
    }
    assertThat(alike).isZero();
  }
}
