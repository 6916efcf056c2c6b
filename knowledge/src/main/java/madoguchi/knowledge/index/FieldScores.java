package madoguchi.knowledge.index;

import java.util.BitSet;
import org.apache.lucene.search.IndexSearcher;

/**
 * How well the entries' fields match one question, by BM25; 0 where nothing matches. An entry is
 * weighed when it is first looked at. Of one question, for one thread.
 */
final class FieldScores {

  private final Fields fields;
  private final QuestionPlan plan;
  private final float[] found;
  private final BitSet weighed = new BitSet();
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
  }

  FieldScores(Fields fields, QuestionPlan plan) {
    this.fields = fields;
    this.plan = plan;
    this.found = new float[plan.terms().length];
    this.question = new float[fields.entries];
    this.wordings = new float[fields.entries];
    this.answer = new float[fields.entries];
  }

  float question(int entry) {
    weigh(entry);
    return question[entry];
  }

  float wordings(int entry) {
    weigh(entry);
    return wordings[entry];
  }

  float answer(int entry) {
    weigh(entry);
    return answer[entry];
  }

  private void weigh(int entry) {
    if (!weighed.get(entry)) {
      weighed.set(entry);
      question[entry] = fields.question.score(entry, plan, found);
      wordings[entry] = fields.wordings.score(entry, plan, found);
      answer[entry] = fields.answer.score(entry, plan, found);
    }
  }
}
