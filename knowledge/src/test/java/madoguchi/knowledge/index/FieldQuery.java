package madoguchi.knowledge.index;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * A question as a query over one field. Of a group's own terms and what may stand for them the best
 * alone counts, so that a word with many synonyms weighs no more than one with none: the same
 * synonyms side by side lose all that they gain.
 */
record FieldQuery(String field) {

  Query of(Question question) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Question.Group group : question.groups()) {
      if (group.substitutes().isEmpty()) {
        group.own().forEach(term -> any.add(term(term), Occur.SHOULD));
      } else {
        any.add(group(group), Occur.SHOULD);
      }
    }
    return any.build();
  }

  private Query group(Question.Group group) {
    List<Query> choices = new ArrayList<>();
    if (!group.own().isEmpty()) {
      BooleanQuery.Builder own = new BooleanQuery.Builder();
      group.own().forEach(term -> own.add(term(term), Occur.SHOULD));
      choices.add(own.build());
    }
    for (Question.Substitute substitute : group.substitutes()) {
      choices.add(substitute(substitute));
    }
    return new DisjunctionMaxQuery(choices, 0);
  }

  private Query substitute(Question.Substitute substitute) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : substitute.terms()) {
      all.add(new BoostQuery(term(term), (float) substitute.weight()), Occur.MUST);
    }
    substitute.others().forEach(term -> all.add(term(term), Occur.SHOULD));
    return all.build();
  }

  private Query term(String term) {
    return new TermQuery(new Term(field, term));
  }
}
