package madoguchi.channel.line;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.AttachmentState;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.desk.Delivery;
import madoguchi.bot.desk.ErrandRunner;
import madoguchi.bot.post.Errand;
import madoguchi.bot.post.SendState;
import madoguchi.bot.town.Municipalities;
import madoguchi.bot.town.Municipality;
import org.apache.tika.Tika;

/**
 * Fetches what residents sent from LINE's data host. LINE answers 202 while it prepares a video,
 * and 404 or 410 when it has it no longer. No more is read than the town keeps, and what a file is,
 * its first bytes say.
 */
final class ContentRunner implements ErrandRunner {

  static final String KIND = "line.content";

  private static final int LOOKED_AT = 64 * 1024;

  private final Municipalities municipalities;
  private final Attachments attachments;
  private final ContentFetch fetch;

  /**
   * Read when the first attachment comes: the list of all types is long, and a start would wait.
   */
  private static final class Types {

    private static final Tika ALL = new Tika();
  }

  ContentRunner(Municipalities municipalities, Attachments attachments, Duration deadline) {
    this.municipalities = municipalities;
    this.attachments = attachments;
    this.fetch = new ContentFetch(deadline);
  }

  @Override
  public String kind() {
    return KIND;
  }

  /** Each may hold as many bytes as the town keeps. */
  @Override
  public int width() {
    return 2;
  }

  @Override
  public Duration longest() {
    return Duration.ofMinutes(5);
  }

  @Override
  public Delivery run(Errand errand) {
    Optional<Attachment> awaited =
        attachments
            .find(errand.municipality(), errand.conversationId(), errand.belongsTo())
            .filter(a -> a.state() == AttachmentState.AWAITED);
    if (awaited.isEmpty()) {
      return new Delivery(SendState.CANCELLED, "no longer awaited");
    }
    Optional<Municipality> town = municipalities.find(errand.municipality());
    Optional<String> token = town.flatMap(LineClients::token);
    Optional<URI> base = town.map(LineSettings::new).flatMap(LineSettings::dataBaseUrl);
    if (town.isEmpty() || token.isEmpty() || base.isEmpty()) {
      return new Delivery(SendState.TRYING, Attempt.WITHOUT_TOKEN.cause());
    }
    URI content =
        base.get().resolve("v2/bot/message/" + Uris.segment(errand.payload()) + "/content");
    int most = new LineSettings(town.get()).largestAttachment();
    return end(awaited.get(), fetch.of(errand.municipality(), content, token.get(), most));
  }

  private Delivery end(Attachment attachment, Fetched fetched) {
    return switch (fetched.kind()) {
      case HERE -> keep(attachment, fetched.bytes());
      case LATER -> new Delivery(SendState.TRYING, fetched.note());
      case GONE -> failed(attachment, AttachmentState.GONE, fetched.note());
      case TOO_LARGE -> failed(attachment, AttachmentState.TOO_LARGE, fetched.note());
      case REFUSED -> failed(attachment, AttachmentState.FAILED, fetched.note());
    };
  }

  private Delivery keep(Attachment attachment, byte[] bytes) {
    try {
      String type = Types.ALL.detect(Arrays.copyOf(bytes, Math.min(bytes.length, LOOKED_AT)));
      attachments.store(attachment, type, new ByteArrayInputStream(bytes));
      return new Delivery(SendState.SENT, "200");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public Delivery expired(Errand errand) {
    attachments
        .find(errand.municipality(), errand.conversationId(), errand.belongsTo())
        .ifPresent(attachment -> attachments.fail(attachment, AttachmentState.FAILED));
    return ErrandRunner.super.expired(errand);
  }

  private Delivery failed(Attachment attachment, AttachmentState why, String note) {
    attachments.fail(attachment, why);
    return new Delivery(SendState.GIVEN_UP, note);
  }
}
