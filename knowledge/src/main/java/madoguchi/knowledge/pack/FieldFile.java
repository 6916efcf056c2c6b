package madoguchi.knowledge.pack;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** One file of the pack as it is written: the entries of a field and the facts that they use. */
record FieldFile(String field, Map<String, Declaration> facts, List<Line> entries) {

  /** A fact's declaration. */
  record Declaration(FactType type, String label) {

    LocalFact named(String key) {
      return new LocalFact(key, type, label);
    }
  }

  /** An entry as written. */
  record Line(
      String id,
      String question,
      List<String> phrasings,
      String answer,
      String department,
      String law,
      LocalDate confirmed,
      String source) {

    PackEntry in(String field) {
      return new PackEntry(
          id, field, question, phrasings, answer.strip(), department, law, confirmed, source);
    }
  }
}
