package madoguchi.knowledge.index;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Whether the entry is about what is asked of its matter: the cosine between the aspects of the
 * question and those of the entry's question; 0 when either names none.
 */
final class AspectMatch implements Signal {

  private final List<Aspects> entries;

  AspectMatch(List<AnalysedEntry> entries, ReadTexts texts) {
    this.entries = entries.stream().map(entry -> texts.aspects(entry.entry().question())).toList();
  }

  @Override
  public String key() {
    return "aspect";
  }

  @Override
  public String japanese() {
    return "尋ねる事柄（費用、場所など）の一致";
  }

  @Override
  public IntToDoubleFunction ask(Asked asked) {
    Aspects wanted = asked.aspects();
    if (wanted.names().isEmpty()) {
      return entry -> 0;
    }
    return entry -> wanted.likeness(entries.get(entry));
  }
}
