package madoguchi.channel.line;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import madoguchi.bot.town.Municipality;

/**
 * A town's settings for LINE beside its secrets, with what holds when they are missing.
 *
 * <p>{@code line.push}: whether answers whose reply token has died may be pushed, which counts
 * against the town's quota (off). {@code line.cards}: answers as cards (on). {@code line.loading}:
 * the loading sign's seconds, or off (20). {@code line.attachments}: whether photographs and files
 * are kept (on), {@code line.attachment-megabytes} (10), {@code line.attachment-days} (30). {@code
 * line.data-base-url}. {@code line.forward-url}, {@code line.forward-events} (unhandled), {@code
 * line.forward-private} (off). {@code web.base-url}: where residents reach this server's pages.
 */
record LineSettings(Municipality town) {

  private static final Set<String> OFF = Set.of("off", "false", "no", "0");
  private static final URI DATA = URI.create("https://api-data.line.me/");
  private static final int MOST_MEGABYTES = 50;

  boolean pushes() {
    return town.setting("line.push").filter(value -> !isOff(value)).isPresent();
  }

  boolean showsCards() {
    return isOn("line.cards");
  }

  /** In steps of 5 from 5 to 60, as LINE wants it; empty: no sign. */
  Optional<Integer> loadingSeconds() {
    return isOn("line.loading")
        ? Optional.of(Math.clamp(number("line.loading", 20) / 5 * 5L, 5, 60))
        : Optional.empty();
  }

  boolean keepsAttachments() {
    return isOn("line.attachments");
  }

  /** In bytes. */
  int largestAttachment() {
    return Math.clamp(number("line.attachment-megabytes", 10), 1, MOST_MEGABYTES) << 20;
  }

  Duration attachmentsLive() {
    return Duration.ofDays(Math.clamp(number("line.attachment-days", 30), 1, 3_650));
  }

  /** Ends in a slash; empty when it is malformed. */
  Optional<URI> dataBaseUrl() {
    return town.setting("line.data-base-url").map(LineClients::http).orElse(Optional.of(DATA));
  }

  Optional<String> forwardUrl() {
    return town.setting("line.forward-url");
  }

  /** {@code unhandled}, {@code all}, or kinds of events. */
  Set<String> forwardEvents() {
    String events = town.setting("line.forward-events").orElse("unhandled");
    return Set.copyOf(List.of(events.strip().split("[\\s,]+", -1)));
  }

  boolean forwardsToPrivateAddresses() {
    return town.setting("line.forward-private").filter(value -> !isOff(value)).isPresent();
  }

  /** The page of an entry for residents, when the town has said where its pages are. */
  Optional<String> pageOf(String faqId) {
    return town.setting("web.base-url")
        .flatMap(LineClients::http)
        .map(base -> base.resolve("faq/" + town.code() + "/" + Uris.segment(faqId)).toString());
  }

  private boolean isOn(String name) {
    return town.setting(name).filter(LineSettings::isOff).isEmpty();
  }

  private static boolean isOff(String value) {
    return OFF.contains(value.strip().toLowerCase(Locale.ROOT));
  }

  private int number(String name, int otherwise) {
    return town.setting(name)
        .map(String::strip)
        .filter(value -> value.matches("\\d{1,6}"))
        .map(Integer::parseInt)
        .orElse(otherwise);
  }
}
