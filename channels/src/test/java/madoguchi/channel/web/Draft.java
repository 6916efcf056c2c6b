package madoguchi.channel.web;

import java.time.LocalDate;
import java.util.List;
import madoguchi.knowledge.faq.Audience;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqState;
import madoguchi.knowledge.faq.Provenance;
import org.jspecify.annotations.Nullable;

/** An entry in the making. */
final class Draft {
  private final String id;
  private String question = "質問ですか。";
  private String answer = "答えです。";
  private @Nullable String category;
  private @Nullable String department;
  private @Nullable String source;
  private @Nullable LocalDate from;
  private @Nullable LocalDate until;
  private FaqState state = FaqState.PUBLISHED;
  private Audience audience = Audience.RESIDENT;
  private Provenance provenance = Provenance.OWN;

  Draft(String id) {
    this.id = id;
  }

  Draft question(String other) {
    question = other;
    return this;
  }

  Draft answer(String other) {
    answer = other;
    return this;
  }

  Draft category(@Nullable String other) {
    category = other;
    return this;
  }

  Draft department(String other) {
    department = other;
    return this;
  }

  Draft source(String other) {
    source = other;
    return this;
  }

  Draft from(LocalDate other) {
    from = other;
    return this;
  }

  Draft until(LocalDate other) {
    until = other;
    return this;
  }

  Draft state(FaqState other) {
    state = other;
    return this;
  }

  Draft audience(Audience other) {
    audience = other;
    return this;
  }

  Draft confirmed(LocalDate day) {
    provenance = new Provenance(null, null, null, null, day);
    return this;
  }

  FaqEntry entry() {
    return new FaqEntry(
        id,
        question,
        List.of(),
        answer,
        category,
        department,
        source,
        from,
        until,
        state,
        audience,
        "ja",
        provenance);
  }
}
