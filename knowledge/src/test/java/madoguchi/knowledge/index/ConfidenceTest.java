package madoguchi.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Predicate;
import madoguchi.knowledge.index.ConfidenceTraining.Judgement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The learned confidence: that it can be learned again, and that it says the truth. */
class ConfidenceTest {

  /** As in policy.properties of the bot. */
  private static final double ANSWER_FROM = 0.62;

  private static List<ConfidenceTraining.Sample> samples = List.of();
  private static List<Judgement> judged = List.of();

  @BeforeAll
  static void asksAllOpenQuestions() {
    samples = ConfidenceTraining.openSamples();
    judged = ConfidenceTraining.crossValidated(samples);
  }

  private static List<Judgement> of(String kind) {
    return of(kind, false);
  }

  private static List<Judgement> of(String kind, boolean remembering) {
    return judged.stream()
        .filter(j -> j.sample().kind().equals(kind) && j.sample().remembering() == remembering)
        .toList();
  }

  private static double share(List<Judgement> all, Predicate<Judgement> counted) {
    return all.stream().filter(counted).count() / (double) all.size();
  }

  @Test
  void isLearnedAgainAsItComesWithTheProgram() {
    Reliability learned = ConfidenceTraining.learn(samples);
    Reliability stored = Reliability.standard();

    for (ConfidenceTraining.Sample sample : samples) {
      if (sample.evidence().length > 0) {
        Judgement now = ConfidenceTraining.judged(learned, sample);
        Judgement then = ConfidenceTraining.judged(stored, sample);
        assertThat(now.first())
            .as("run ConfidenceTraining after a change of the ranking: %s", sample.question())
            .isCloseTo(then.first(), within(0.03));
        assertThat(now.three()).isCloseTo(then.three(), within(0.03));
      }
    }
  }

  @Test
  void saysHowLikelyItIs() {
    assertThat(
            ConfidenceTraining.calibrationError(judged, Judgement::first, j -> j.sample().first()))
        .isLessThan(0.09);
    assertThat(
            ConfidenceTraining.calibrationError(judged, Judgement::three, j -> j.sample().three()))
        .isLessThan(0.11);
  }

  @Test
  void isRightNineTimesInTenWhereItAnswersDirectly() {
    List<Judgement> answered = of("asked").stream().filter(j -> j.first() >= ANSWER_FROM).toList();

    assertThat(share(answered, j -> j.sample().first())).isGreaterThan(0.90);
    assertThat(answered.size() / (double) of("asked").size()).isGreaterThan(0.28);
  }

  @Test
  void offersThreeOfWhichOneIsRightForMostQuestions() {
    List<ConfidenceTraining.Sample> bare = samples.subList(0, samples.size() / 4);
    List<Judgement> ofBare = judged.stream().filter(j -> bare.contains(j.sample())).toList();

    assertThat(ConfidenceTraining.coveredByThree(ofBare)).isBetween(0.60, 0.99);
  }

  @Test
  void seldomAnswersWhenTheEntryIsGone() {
    assertThat(share(of("removed"), j -> j.first() >= ANSWER_FROM)).isLessThan(0.10);
  }

  @Test
  void holdsTheSameWhereATownRemembers() {
    List<Judgement> answered =
        of("asked", true).stream().filter(j -> j.first() >= ANSWER_FROM).toList();

    assertThat(share(answered, j -> j.sample().first())).isGreaterThan(0.90);
    assertThat(answered.size() / (double) of("asked", true).size()).isGreaterThan(0.28);
    assertThat(share(of("removed", true), j -> j.first() >= ANSWER_FROM)).isLessThan(0.10);
  }

  @Test
  void isNotClumped() {
    assertThat(of("asked").stream().mapToDouble(Judgement::first).distinct().count())
        .isGreaterThan((long) (0.9 * of("asked").size()));
  }
}
