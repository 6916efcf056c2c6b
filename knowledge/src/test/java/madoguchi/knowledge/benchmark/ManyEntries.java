package madoguchi.knowledge.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;

/**
 * As many entries as a test of speed wants: those of the demo town as they are, then the same for
 * one district after the other, with other places, other sentences left out and a sentence of
 * another entry added. The same number always gives the same entries.
 */
public final class ManyEntries {

  private static final String[] NAMES = {
    "青葉", "旭", "泉", "梅園", "大手", "柏木", "川原", "桔梗", "栗林", "小坂", "桜台", "汐見", "杉並木", "瀬戸口", "高砂",
    "千鳥", "月見", "寺前", "中洲", "楢山", "西浜", "沼田", "野々宮", "萩原", "日向", "藤枝", "堀端", "松風", "水元", "紅葉",
    "柳瀬", "弓削", "吉野", "若草", "渡瀬", "東雲", "美里", "緑丘", "星川", "福住"
  };
  private static final String[] KINDS = {"町", "地区", "団地", "台", "新町", "本町", "島", "谷", "原", "ヶ丘"};

  private ManyEntries() {}

  /** The demo town's entries first. */
  public static List<FaqEntry> of(int count) {
    List<FaqEntry> pack = TownFile.demo().fill(BasePack.load()).entries();
    List<FaqEntry> entries = new ArrayList<>(count);
    Random random = new Random(20260401);
    for (int i = 0; entries.size() < count; i++) {
      FaqEntry entry = pack.get(i % pack.size());
      entries.add(i < pack.size() ? entry : varied(i, entry, pack, random));
    }
    return entries;
  }

  private static FaqEntry varied(int i, FaqEntry entry, List<FaqEntry> pack, Random random) {
    String place = pick(NAMES, random) + pick(KINDS, random);
    StringBuilder answer = new StringBuilder();
    for (String sentence : entry.answer().split("(?<=。)")) {
      if (random.nextInt(5) > 0) {
        answer.append(sentence);
      }
    }
    String other = pack.get(random.nextInt(pack.size())).answer();
    answer.append(other, 0, other.indexOf('。') + 1).append(place).append("のかたのお知らせです。");
    List<String> phrasings =
        entry.phrasings().stream()
            .filter(phrasing -> random.nextInt(3) > 0)
            .map(phrasing -> random.nextInt(3) == 0 ? place + " " + phrasing : phrasing)
            .toList();
    return FaqEntry.of(
            "many-%06d".formatted(i),
            place + "の" + entry.question().replace("市役所", place + "支所"),
            answer.toString().replace("市役所", place + "支所"))
        .withPhrasings(phrasings)
        .withState(FaqState.PUBLISHED);
  }

  private static String pick(String[] of, Random random) {
    return of[random.nextInt(of.length)];
  }
}
