package madoguchi.knowledge.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import madoguchi.knowledge.completion.Completion;
import madoguchi.knowledge.completion.Completions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Completing what has been typed so far, with 2,000 entries and one letter that fits most. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 2, time = 2)
public class CompletionBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  @Param({"じゅうm", "jumin", "jyuumin", "そだい", "粗大", "a", "の"})
  private String typed;

  private Completions completions = Completions.of(List.of());

  @Setup
  public void build() {
    completions = Completions.of(ManyEntries.of(2_000));
  }

  @Benchmark
  public List<Completion> complete() {
    return completions.complete(typed, TODAY, 8);
  }
}
