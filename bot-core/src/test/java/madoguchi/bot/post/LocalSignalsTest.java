package madoguchi.bot.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import madoguchi.municipality.MunicipalityCode;
import org.junit.jupiter.api.Test;

class LocalSignalsTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final MunicipalityCode OTHER = new MunicipalityCode("other");

  private final Signals signals = new LocalSignals();
  private final AtomicInteger heard = new AtomicInteger();

  @Test
  void callsEveryListenerOfTheConversation() {
    signals.listen(DEMO, "c", heard::incrementAndGet);
    signals.listen(DEMO, "c", heard::incrementAndGet);
    signals.raise(DEMO, "c");
    assertThat(heard).hasValue(2);
  }

  @Test
  void callsNobodyElse() {
    signals.listen(DEMO, "c", heard::incrementAndGet);
    signals.raise(DEMO, "d");
    signals.raise(OTHER, "c");
    signals.raise(DEMO, "never listened to");
    assertThat(heard).hasValue(0);
  }

  @Test
  void fallsSilentWhenClosed() {
    Signals.Registration first = signals.listen(DEMO, "c", heard::incrementAndGet);
    signals.listen(DEMO, "c", heard::incrementAndGet);
    first.close();
    first.close();
    signals.raise(DEMO, "c");
    assertThat(heard).hasValue(1);
  }

  @Test
  void mayBeClosedByItsOwnCallback() {
    List<Signals.Registration> own = new ArrayList<>();
    own.add(
        signals.listen(
            DEMO,
            "c",
            () -> {
              heard.incrementAndGet();
              own.getFirst().close();
            }));
    signals.raise(DEMO, "c");
    signals.raise(DEMO, "c");
    assertThat(heard).hasValue(1);
  }

  @Test
  void losesNobodyWhoComesWhileAnotherGoes() throws InterruptedException {
    int rounds = 500;
    CountDownLatch done = new CountDownLatch(2);
    for (int thread = 0; thread < 2; thread++) {
      Thread.ofPlatform()
          .start(
              () -> {
                for (int i = 0; i < rounds; i++) {
                  try (Signals.Registration mine =
                      signals.listen(DEMO, "c", heard::incrementAndGet)) {
                    int before = heard.get();
                    signals.raise(DEMO, "c");
                    if (heard.get() <= before) {
                      throw new AssertionError("not heard");
                    }
                  }
                }
                done.countDown();
              });
    }
    assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(heard.get()).isGreaterThanOrEqualTo(2 * rounds);
    int last = heard.get();
    signals.raise(DEMO, "c");
    assertThat(heard).hasValue(last);
  }
}
