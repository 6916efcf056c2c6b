package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A question as arrays: every term that may count has a place from 0, and the groups say how the
 * places add up. Made once for a question and then applied to one entry's field after the other.
 */
final class QuestionPlan {

  /** The place of each term of the vocabulary plus 1; 0 for a term that is not asked for. */
  private final short[] places;

  private final int[] terms;
  private final float[] most;
  private final List<GroupSum> sums = new ArrayList<>();

  /** In which groups each place counts, one bit a group; those from the 64th on share a bit. */
  private final long[] groups;

  QuestionPlan(Question question, Vocabulary vocabulary) {
    places = new short[vocabulary.size()];
    terms = terms(question, vocabulary);
    for (int place = 0; place < terms.length; place++) {
      places[terms[place]] = (short) (place + 1);
    }
    most = new float[terms.length];
    groups = new long[terms.length];
    for (Question.Group group : question.groups()) {
      GroupSum sum = sum(group, vocabulary);
      float[] ofGroup = sum.most(terms.length);
      for (int place = 0; place < most.length; place++) {
        most[place] += ofGroup[place];
        groups[place] |= ofGroup[place] > 0 ? bit(sums.size()) : 0;
      }
      sums.add(sum);
    }
  }

  /** The terms that may count, by place. */
  int[] terms() {
    return terms;
  }

  /** The greatest factor with which the term at a place can count, all groups together. */
  float most(int place) {
    return most[place];
  }

  /** The place of a term of the vocabulary, or a negative number. */
  int placeOf(int term) {
    return places[term] - 1;
  }

  /** The groups in which the term at a place counts, as bits. */
  long groupsOf(int place) {
    return groups[place];
  }

  private static long bit(int group) {
    return 1L << Math.min(group, Long.SIZE - 1);
  }

  /**
   * Adds up what an entry's field gives.
   *
   * @param found by place; 0 where the term is not there
   * @param among the groups of which some term is there, as bits
   */
  float score(float[] found, long among) {
    float score = 0;
    for (int group = 0; group < sums.size(); group++) {
      if ((among & bit(group)) != 0) {
        score += sums.get(group).of(found);
      }
    }
    return score;
  }

  private GroupSum sum(Question.Group group, Vocabulary vocabulary) {
    return new GroupSum(
        places(group.own(), vocabulary),
        group.substitutes().stream()
            .map(
                substitute ->
                    new GroupSum.Instead(
                        places(substitute.terms(), vocabulary),
                        (float) substitute.weight(),
                        places(substitute.others(), vocabulary)))
            .filter(instead -> instead.all().length > 0)
            .toList());
  }

  private int[] places(List<String> terms, Vocabulary vocabulary) {
    int[] found = new int[terms.size()];
    int count = 0;
    for (String term : terms) {
      int number = vocabulary.number(term);
      if (number != Vocabulary.UNKNOWN) {
        found[count++] = placeOf(number);
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static int[] terms(Question question, Vocabulary vocabulary) {
    return question.expanded().keySet().stream()
        .mapToInt(vocabulary::number)
        .filter(number -> number != Vocabulary.UNKNOWN)
        .distinct()
        .limit(Short.MAX_VALUE)
        .toArray();
  }
}
