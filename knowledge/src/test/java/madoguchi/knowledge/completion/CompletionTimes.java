package madoguchi.knowledge.completion;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.pack.BasePack;
import madoguchi.knowledge.pack.TownFile;

/**
 * Measures building and asking with the base pack, and with it repeated to 2,000 entries: {@code
 * java -cp … madoguchi.knowledge.completion.CompletionTimes}.
 */
public final class CompletionTimes {

  private static final String[] TYPED = {
    "a",
    "n",
    "s",
    "c",
    "の",
    "じ",
    "じゅうm",
    "jyuumin",
    "そだい",
    "粗大",
    "粗大g",
    "市",
    "申込み",
    "住民票 コンビニ",
    "ほけんりょう",
    "kokuminkenkouhoken",
    "こくみんけんこうほけん",
    "zzzz",
    "鬱鬱",
    "どうすればいいですか"
  };

  private CompletionTimes() {}

  public static void main(String[] arguments) {
    List<FaqEntry> pack = TownFile.demo().fill(BasePack.load()).entries();
    report(pack);
    List<FaqEntry> many = new ArrayList<>();
    for (int i = 0; many.size() < 2_000; i++) {
      FaqEntry entry = pack.get(i % pack.size());
      many.add(
          FaqEntry.of("e" + i, entry.question(), entry.answer())
              .withPhrasings(entry.phrasings())
              .withState(FaqState.PUBLISHED));
    }
    report(many);
  }

  private static void report(List<FaqEntry> entries) {
    int phrasings = entries.stream().mapToInt(entry -> entry.phrasings().size()).sum();
    System.out.printf("%d entries, %d phrasings%n", entries.size(), phrasings);
    for (int i = 0; i < 5; i++) {
      long before = cpu();
      Completions.of(entries);
      System.out.printf("  built in %.0f ms%n", (cpu() - before) / 1e6);
    }
    long unused = used();
    Completions completions = Completions.of(entries);
    System.out.printf("  memory %.1f MB%n", (used() - unused) / 1e6);
    LocalDate today = LocalDate.of(2026, 4, 1);
    for (int i = 0; i < 300; i++) {
      for (String typed : TYPED) {
        completions.complete(typed, today, 8);
      }
    }
    for (String typed : TYPED) {
      long[] times = new long[200];
      for (int i = 0; i < times.length; i++) {
        long before = cpu();
        completions.complete(typed, today, 8);
        times[i] = cpu() - before;
      }
      Arrays.sort(times);
      List<Completion> found = completions.complete(typed, today, 8);
      System.out.printf(
          "  %-20s p50 %.2f ms  p99 %.2f ms  %d  %s%n",
          typed,
          times[100] / 1e6,
          times[197] / 1e6,
          found.size(),
          found.stream().limit(3).map(Completion::question).toList());
    }
  }

  /** Time of this thread alone, so that what else the machine does is left out. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long used() {
    System.gc();
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
