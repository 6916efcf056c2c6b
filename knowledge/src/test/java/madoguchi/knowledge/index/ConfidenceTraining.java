package madoguchi.knowledge.index;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.text.Synonyms;
import madoguchi.knowledge.vector.WordVectors;

/**
 * Learns {@code confidence.properties} from the open judged questions: asked of the pack with and
 * without its wordings, each once as it is and once with all entries that answer it taken out, and
 * with the questions that nothing answers. Run it after a change of the ranking; the command stands
 * in docs/retrieval.md.
 */
final class ConfidenceTraining {

  static final LocalDate DAY = LocalDate.of(2026, 11, 26);

  private static final int FOLDS = 5;

  /** A copy whose entry was taken out counts less than a question as it was asked. */
  private static final double WITHOUT_ITS_ENTRY = 0.5;

  private static final Set<String> OF_FIRST =
      Set.of(
          "lead",
          "lead3",
          "share",
          "score",
          "attained",
          "coverage",
          "reverse",
          "meaning",
          "aspect",
          "terms",
          "unknown",
          "few");
  private static final Set<String> OF_THREE =
      Set.of(
          "lead3",
          "share3",
          "score",
          "attained",
          "coverage3",
          "reverse3",
          "meaning3",
          "aspect3",
          "terms",
          "unknown",
          "few");

  private ConfidenceTraining() {}

  /**
   * What a ranking showed, and how it was.
   *
   * @param question by which folds are told apart
   * @param kind {@code asked}, {@code removed} or {@code unanswerable}
   * @param remembering whether the town remembered other questions
   * @param said how sure the program as it is was of each entry, best first
   */
  record Sample(
      String question,
      String kind,
      boolean remembering,
      double[] evidence,
      double[] said,
      boolean first,
      boolean three) {

    double weight() {
      return kind.equals("removed") ? WITHOUT_ITS_ENTRY : 1;
    }
  }

  /** Asks the questions of a town, with and without the entries that answer. */
  static List<Sample> samples(
      List<FaqEntry> entries,
      WordVectors vectors,
      List<JudgedTown.Judged> remembered,
      List<JudgedTown.Judged> questions) {
    EntryIndex index =
        (EntryIndex)
            Learning.index(
                new Ingredients(
                    entries, Synonyms.municipal(), vectors, JudgedTown.resolved(remembered)));
    List<Sample> samples = new ArrayList<>();
    for (JudgedTown.Judged asked : questions) {
      ReadQuestion read = index.readWhole(asked.text());
      List<EntryIndex.Scored> ranked = index.score(read, DAY, 200);
      Predicate<EntryIndex.Scored> helps = one -> asked.grade(index.entry(one.entry()).id()) >= 1;
      String kind = asked.isAnswerable() ? "asked" : "unanswerable";
      add(samples, asked, kind, index, read, ranked, helps);
      if (asked.isAnswerable()) {
        List<EntryIndex.Scored> rest = ranked.stream().filter(helps.negate()).toList();
        add(samples, asked, "removed", index, read, rest, helps);
      }
    }
    return samples;
  }

  private static void add(
      List<Sample> samples,
      JudgedTown.Judged asked,
      String kind,
      EntryIndex index,
      ReadQuestion read,
      List<EntryIndex.Scored> ranked,
      Predicate<EntryIndex.Scored> helps) {
    boolean none = ranked.isEmpty();
    double[] evidence =
        none ? new double[0] : index.sureness().evidence(read.question(), ranked).values();
    double[] said = none ? new double[0] : index.sureness().of(read, ranked);
    boolean first = !none && helps.test(ranked.getFirst());
    samples.add(
        new Sample(
            asked.id(),
            kind,
            index.remembers(),
            evidence,
            said,
            first,
            ranked.stream().limit(3).anyMatch(helps)));
  }

  /**
   * The two models of these samples; a ranking without entries teaches nothing. What memory says is
   * learned last and by itself, so that a town without memory is answered as if there were none.
   */
  static Reliability learn(List<Sample> samples) {
    List<Sample> found = samples.stream().filter(sample -> sample.evidence.length > 0).toList();
    List<Sample> remembering = found.stream().filter(Sample::remembering).toList();
    List<Sample> plain = found.stream().filter(sample -> !sample.remembering).toList();
    Reliability.Model first = LogisticFit.fit(examples(plain, Sample::first), used(OF_FIRST));
    Reliability.Model three = LogisticFit.fit(examples(plain, Sample::three), used(OF_THREE));
    return new Reliability(
        LogisticFit.with(
            first, RankingEvidence.NAMES.indexOf("memory"), examples(remembering, Sample::first)),
        LogisticFit.with(
            three, RankingEvidence.NAMES.indexOf("memory3"), examples(remembering, Sample::three)));
  }

  private static List<LogisticFit.Example> examples(
      List<Sample> samples, Predicate<Sample> isRight) {
    return samples.stream()
        .map(s -> new LogisticFit.Example(s.evidence, isRight.test(s), s.weight()))
        .toList();
  }

  private static boolean[] used(Set<String> names) {
    boolean[] used = new boolean[RankingEvidence.NAMES.size()];
    for (int i = 0; i < used.length; i++) {
      used[i] = names.contains(RankingEvidence.NAMES.get(i));
    }
    return used;
  }

  /** A sample with what a model says of it that has not seen its question. */
  record Judgement(Sample sample, double first, double three) {}

  /** Cross-validation in five folds by question. */
  static List<Judgement> crossValidated(List<Sample> samples) {
    List<Judgement> all = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int own = fold;
      Predicate<Sample> here = s -> Math.floorMod(s.question.hashCode(), FOLDS) == own;
      Reliability model = learn(samples.stream().filter(here.negate()).toList());
      samples.stream().filter(here).map(sample -> judged(model, sample)).forEach(all::add);
    }
    return all;
  }

  /** The same by all that the program knows, as it stands: what residents meet. */
  static List<Judgement> asAnswered(List<Sample> samples) {
    return samples.stream()
        .map(
            sample ->
                new Judgement(
                    sample,
                    sample.said.length == 0 ? 0 : sample.said[0],
                    Arrays.stream(sample.said).limit(3).sum()))
        .toList();
  }

  static Judgement judged(Reliability model, Sample sample) {
    if (sample.evidence.length == 0) {
      return new Judgement(sample, 0, 0);
    }
    RankingEvidence evidence = new RankingEvidence(sample.evidence);
    double[] likely = model.of(evidence, new double[] {0, 0, 0});
    return new Judgement(sample, likely[0], Arrays.stream(likely).sum());
  }

  /** The mean distance between what was said and what was true, in ten equally filled bins. */
  static double calibrationError(
      List<Judgement> judged, ToDoubleFunction<Judgement> said, Predicate<Judgement> isTrue) {
    List<Judgement> sorted = judged.stream().sorted(Comparator.comparingDouble(said)).toList();
    double error = 0;
    for (int bin = 0; bin < 10; bin++) {
      List<Judgement> part =
          sorted.subList(bin * sorted.size() / 10, (bin + 1) * sorted.size() / 10);
      double mean = part.stream().mapToDouble(said).average().orElse(0);
      double share = part.stream().filter(isTrue).count() / (double) Math.max(1, part.size());
      error += Math.abs(mean - share) * part.size() / sorted.size();
    }
    return error;
  }

  /** All samples that are learned from. */
  static List<Sample> openSamples() {
    List<Sample> samples = new ArrayList<>();
    town(JudgedTown.bare(), samples);
    town(JudgedTown.full(), samples);
    return samples;
  }

  /** All questions as a town answers them that remembers none, and each half with the other. */
  private static void town(List<FaqEntry> entries, List<Sample> samples) {
    WordVectors vectors = JudgedTown.vectors(entries);
    List<JudgedTown.Judged> open = JudgedTown.open();
    samples.addAll(samples(entries, vectors, List.of(), open));
    List<JudgedTown.Judged> one = JudgedTown.half(open, 0);
    List<JudgedTown.Judged> other = JudgedTown.half(open, 1);
    samples.addAll(samples(entries, vectors, one, other));
    samples.addAll(samples(entries, vectors, other, one));
  }

  static String properties(Reliability model) {
    StringBuilder out =
        new StringBuilder(
            """
            # How likely a ranking is right, by what it shows (RankingEvidence): log-odds of the first entry, and
            # of one among the first three. Learned from the open judged questions by ConfidenceTraining; a test
            # holds that it can be learned again. Not to be edited by hand.
            """);
    write(out, "first", model.first());
    write(out, "three", model.three());
    return out.toString();
  }

  private static void write(StringBuilder out, String name, Reliability.Model model) {
    TreeMap<String, Double> lines = new TreeMap<>();
    lines.put("bias", model.bias());
    for (int i = 0; i < model.weights().length; i++) {
      lines.put(RankingEvidence.NAMES.get(i), model.weights()[i]);
    }
    lines.forEach(
        (key, value) -> out.append(String.format(Locale.ROOT, "%s.%s=%.4f\n", name, key, value)));
  }

  public static void main(String[] arguments) throws IOException {
    List<Sample> samples = openSamples();
    System.out.println("Learned, cross-validated:");
    List<Judgement> judged = crossValidated(samples);
    report(judged);
    int part = samples.size() / 4;
    List<String> towns =
        List.of("without wordings", "… with memory", "with wordings", "… with memory");
    for (int i = 0; i < towns.size(); i++) {
      List<Sample> town = samples.subList(i * part, (i + 1) * part);
      System.out.println("As answered, the pack " + towns.get(i) + ':');
      report(asAnswered(town));
      System.out.printf(
          Locale.ROOT,
          "three candidates, right nine times in ten, cross-validated: %.3f%n",
          coveredByThree(judged.stream().filter(j -> town.contains(j.sample)).toList()));
    }
    Files.writeString(Path.of(arguments[0]), properties(learn(samples)), StandardCharsets.UTF_8);
  }

  private static void report(List<Judgement> judged) {
    System.out.printf(
        Locale.ROOT,
        "calibration error: first %.3f, three %.3f%n",
        calibrationError(judged, Judgement::first, j -> j.sample.first),
        calibrationError(judged, Judgement::three, j -> j.sample.three));
    for (double threshold : new double[] {0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8}) {
      System.out.printf(
          Locale.ROOT,
          "from %.2f: asked %.3f answered, %.3f of them right; removed %.3f, unanswerable %.3f"
              + " answered%n",
          threshold,
          share(judged, "asked", j -> j.first >= threshold),
          right(judged, threshold),
          share(judged, "removed", j -> j.first >= threshold),
          share(judged, "unanswerable", j -> j.first >= threshold));
    }
    for (double threshold : new double[] {0.2, 0.3, 0.4, 0.5, 0.6}) {
      System.out.printf(
          Locale.ROOT,
          "three from %.2f: asked %.3f, removed %.3f, unanswerable %.3f%n",
          threshold,
          share(judged, "asked", j -> j.three >= threshold),
          share(judged, "removed", j -> j.three >= threshold),
          share(judged, "unanswerable", j -> j.three >= threshold));
    }
  }

  private static double share(List<Judgement> all, String kind, Predicate<Judgement> counted) {
    List<Judgement> of = all.stream().filter(j -> j.sample.kind.equals(kind)).toList();
    return of.stream().filter(counted).count() / (double) of.size();
  }

  /** The greatest share of questions of which one of three candidates is right for nine in ten. */
  static double coveredByThree(List<Judgement> all) {
    List<Judgement> surest =
        all.stream()
            .filter(j -> j.sample.kind.equals("asked"))
            .sorted(Comparator.comparingDouble(Judgement::three).reversed())
            .toList();
    int right = 0;
    int covered = 0;
    for (int i = 0; i < surest.size(); i++) {
      right += surest.get(i).sample.three ? 1 : 0;
      covered = 10 * right >= 9 * (i + 1) ? i + 1 : covered;
    }
    return covered / (double) surest.size();
  }

  private static double right(List<Judgement> all, double threshold) {
    List<Judgement> answered =
        all.stream().filter(j -> j.sample.kind.equals("asked") && j.first >= threshold).toList();
    return answered.stream().filter(j -> j.sample.first).count() / (double) answered.size();
  }
}
