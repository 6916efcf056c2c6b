package madoguchi.server;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.server.seed.DefaultTown;

/** Many residents who ask at the same time, as in a night after an earthquake. */
record RehearsedRush(RehearsedVisit visit, List<FaqEntry> entries) {

  private static final int AT_ONCE = 32;

  /** Returns when all are taken in. */
  void perform(int count) {
    try (ExecutorService residents = Executors.newFixedThreadPool(AT_ONCE)) {
      IntStream.range(0, count).forEach(i -> residents.execute(() -> ask(i)));
    }
  }

  private void ask(int number) {
    try {
      FaqEntry entry = entries.get(number % entries.size());
      String asked = number % 2 == 0 ? entry.question() : entry.question() + "（くわしく）";
      visit.deliver(DefaultTown.CODE, number, asked);
    } catch (IOException refused) {
      // A server under a rush may refuse some; that is rehearsed as well.
      System.out.println("not taken in: " + refused.getMessage());
    }
  }
}
