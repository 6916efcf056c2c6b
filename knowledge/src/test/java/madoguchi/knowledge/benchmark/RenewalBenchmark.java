package madoguchi.knowledge.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.index.Ingredients;
import madoguchi.knowledge.index.KnowledgeIndex;
import madoguchi.knowledge.index.Learning;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;
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

/** What follows an edit: the index with one entry changed, and learning anew from all entries. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-Xmx1g")
@Warmup(iterations = 5)
@Measurement(iterations = 8)
public class RenewalBenchmark {

  @Param({"557", "2000"})
  private int entries;

  private List<FaqEntry> all = List.of();
  private WordVectors vectors = WordVectors.NONE;
  private KnowledgeIndex index = KnowledgeIndex.of(List.of());
  private int edits;

  @Setup
  public void build() {
    all = new ArrayList<>(ManyEntries.of(entries));
    vectors = Learning.vectors(all, Synonyms.municipal());
    index = KnowledgeIndex.of(Ingredients.of(all).with(vectors));
  }

  @Benchmark
  public KnowledgeIndex edit() {
    int place = edits++ * 7 % all.size();
    FaqEntry edited =
        FaqEntry.of(all.get(place).id(), "変わった質問その" + edits + "です。", "新しい答えです。")
            .withState(FaqState.PUBLISHED);
    all.set(place, edited);
    index = index.renewed(Ingredients.of(all).with(vectors));
    return index;
  }

  @Benchmark
  public WordVectors learn() {
    return Learning.vectors(all, Synonyms.municipal());
  }
}
