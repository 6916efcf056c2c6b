package madoguchi.knowledge.index;

import java.util.Arrays;
import org.apache.lucene.search.IndexSearcher;

/**
 * How well the entries' fields match one question, by BM25; 0 where nothing matches. An entry is
 * weighed when it is first looked at. Of one question, for one thread.
 */
final class FieldScores {

  private final FoundTerms ofQuestion;
  private final FoundTerms ofWordings;
  private final FoundTerms ofAnswer;
  private final float[] found;

  /** By entry; NaN until it is weighed. */
  private final float[] question;

  private final float[] wordings;
  private final float[] answer;

  /** The impacts of all fields. */
  record Fields(FieldImpacts question, FieldImpacts wordings, FieldImpacts answer, int entries) {

    static Fields of(IndexSearcher searcher, Vocabulary vocabulary) {
      return new Fields(
          FieldImpacts.of(searcher, LuceneStore.QUESTION, vocabulary),
          FieldImpacts.of(searcher, LuceneStore.WORDINGS, vocabulary),
          FieldImpacts.of(searcher, LuceneStore.ANSWER, vocabulary),
          searcher.getIndexReader().maxDoc());
    }

    /** Gives what each term counts at most when the best are looked for, field by field. */
    void forEach(FieldImpacts.Impact each) {
      question.forEach((entry, term, one) -> each.of(entry, term, Candidates.QUESTION * one));
      wordings.forEach((entry, term, one) -> each.of(entry, term, Candidates.QUESTION * one));
      answer.forEach((entry, term, one) -> each.of(entry, term, Candidates.ANSWER * one));
    }
  }

  FieldScores(Fields fields, QuestionPlan plan) {
    this.ofQuestion = fields.question.of(plan);
    this.ofWordings = fields.wordings.of(plan);
    this.ofAnswer = fields.answer.of(plan);
    this.found = new float[plan.terms().length];
    this.question = unknown(fields.entries);
    this.wordings = unknown(fields.entries);
    this.answer = unknown(fields.entries);
  }

  private static float[] unknown(int entries) {
    float[] scores = new float[entries];
    Arrays.fill(scores, Float.NaN);
    return scores;
  }

  float question(int entry) {
    return score(question, entry, ofQuestion);
  }

  float wordings(int entry) {
    return score(wordings, entry, ofWordings);
  }

  float answer(int entry) {
    return score(answer, entry, ofAnswer);
  }

  /** Notes the places of the question's terms that an entry has in any field. */
  void mark(int entry, boolean[] has) {
    ofQuestion.mark(entry, has);
    ofWordings.mark(entry, has);
    ofAnswer.mark(entry, has);
  }

  private float score(float[] known, int entry, FoundTerms terms) {
    if (Float.isNaN(known[entry])) {
      known[entry] = terms.score(entry, found);
    }
    return known[entry];
  }
}
