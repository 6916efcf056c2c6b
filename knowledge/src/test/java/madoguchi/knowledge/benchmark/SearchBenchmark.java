package madoguchi.knowledge.benchmark;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.index.Hit;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.text.Synonyms;
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

/** One question after the other on one thread, as the judged set has them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 3, time = 5)
public class SearchBenchmark {

  private static final LocalDate TODAY = LocalDate.of(2026, 4, 1);

  @Param({"557", "2000", "100000"})
  private int entries;

  private final List<String> questions = JudgedQuestions.all();
  private KnowledgeIndex index;
  private int next;

  @Setup
  public void build() {
    List<FaqEntry> all = ManyEntries.of(entries);
    var vectors = Learning.vectors(ManyEntries.of(Math.min(entries, 2_000)), Synonyms.municipal());
    index = KnowledgeIndex.of(Ingredients.of(all).with(vectors));
  }

  @Benchmark
  public List<Hit> question() {
    next = (next + 1) % questions.size();
    return index.search(questions.get(next), TODAY, 10);
  }
}
