package madoguchi.channel.line;

import java.util.Optional;
import java.util.Set;
import madoguchi.bot.inquiry.Said;
import org.jspecify.annotations.Nullable;

/**
 * What an event means: something said to the bot, or nothing to answer and why.
 *
 * @param said null: nothing to answer
 * @param silence the name of the silence, when nothing was said
 */
record Reading(@Nullable Said said, String silence) {

  private static final Set<String> KEPT = Set.of("image", "video", "audio", "file");

  /** Whether what is sent in messages of that kind is kept where a town keeps attachments. */
  static boolean isKept(String kind) {
    return KEPT.contains(kind);
  }

  static Reading of(Said said) {
    return new Reading(said, "");
  }

  /** Silence by that name. */
  static Reading silent(String name) {
    return new Reading(null, "silent-" + name);
  }

  /** In a town that keeps nothing for staff: something came that nobody will see. */
  Reading keepingNothing() {
    return said instanceof Said.Sent(String kind, String detail) && isKept(kind)
        ? of(new Said.Sent("other", ""))
        : this;
  }

  static Reading of(Optional<Said> said, String otherwise) {
    return said.map(Reading::of).orElseGet(() -> silent(otherwise));
  }
}
