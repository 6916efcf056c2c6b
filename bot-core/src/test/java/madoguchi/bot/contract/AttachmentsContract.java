package madoguchi.bot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.AttachmentState;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.conversation.Conversation;
import org.junit.jupiter.api.Test;

/** What every {@link Attachments} does. */
public abstract class AttachmentsContract extends PortContract {

  private static final Instant END = NOON.plusSeconds(60);

  private Attachments attachments() {
    return ports.attachments();
  }

  private static Attachment awaited(Conversation c, String id) {
    return Attachment.awaited(c.municipality(), c.id(), id, "file", "届出書.pdf", NOON, END);
  }

  private byte[] read(Attachment attachment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int number = 0;
    for (Optional<byte[]> part = attachments().part(attachment, number);
        part.isPresent();
        part = attachments().part(attachment, ++number)) {
      assertThat(part.get()).hasSizeBetween(1, Attachments.PART);
      out.write(part.get());
    }
    return out.toByteArray();
  }

  @Test
  void keepsWhatWasAwaited() throws IOException {
    Conversation c = conversation();
    attachments().expect(awaited(c, "m"));
    assertThat(attachments().of(DEMO, c.id())).containsExactly(awaited(c, "m"));
    byte[] bytes = new byte[Attachments.PART * 2 + 1_234];
    new Random(7).nextBytes(bytes);
    attachments().store(awaited(c, "m"), "application/pdf", new ByteArrayInputStream(bytes));
    Attachment stored = attachments().find(DEMO, c.id(), "m").orElseThrow();
    assertThat(stored)
        .isEqualTo(awaited(c, "m").now(AttachmentState.STORED, "application/pdf", bytes.length));
    assertThat(read(stored)).isEqualTo(bytes);
  }

  @Test
  void keepsNothingThatIsNotAwaited() throws IOException {
    Conversation c = conversation();
    attachments().store(awaited(c, "m"), "text/plain", new ByteArrayInputStream(new byte[3]));
    assertThat(attachments().find(DEMO, c.id(), "m")).isEmpty();
    attachments().expect(awaited(c, "m"));
    attachments().store(awaited(c, "m"), "text/plain", new ByteArrayInputStream(new byte[] {1}));
    attachments().store(awaited(c, "m"), "text/html", new ByteArrayInputStream(new byte[] {2}));
    attachments().expect(awaited(c, "m"));
    attachments().fail(awaited(c, "m"), AttachmentState.GONE);
    Attachment stored = attachments().find(DEMO, c.id(), "m").orElseThrow();
    assertThat(stored.mediaType()).isEqualTo("text/plain");
    assertThat(read(stored)).containsExactly(1);
  }

  @Test
  void keepsAllOfItOrNothing() {
    Conversation c = conversation();
    attachments().expect(awaited(c, "m"));
    InputStream breaking =
        new InputStream() {
          private int left = Attachments.PART + 10;

          @Override
          public int read() throws IOException {
            if (left-- <= 0) {
              throw new IOException("cut off");
            }
            return 1;
          }
        };
    assertThatThrownBy(() -> attachments().store(awaited(c, "m"), "text/plain", breaking))
        .isInstanceOf(IOException.class);
    assertThat(attachments().find(DEMO, c.id(), "m").orElseThrow().state())
        .isEqualTo(AttachmentState.AWAITED);
  }

  @Test
  void saysWhyOneDidNotCome() {
    Conversation c = conversation();
    for (AttachmentState why :
        new AttachmentState[] {
          AttachmentState.GONE, AttachmentState.TOO_LARGE, AttachmentState.FAILED
        }) {
      attachments().expect(awaited(c, why.name()));
      attachments().fail(awaited(c, why.name()), why);
      assertThat(attachments().find(DEMO, c.id(), why.name()).orElseThrow().state()).isEqualTo(why);
    }
  }

  @Test
  void goesWithItsConversation() throws IOException {
    Conversation c = conversation();
    attachments().expect(awaited(c, "m"));
    attachments().store(awaited(c, "m"), "text/plain", new ByteArrayInputStream(new byte[] {1}));
    Attachment stored = attachments().find(DEMO, c.id(), "m").orElseThrow();
    ports.conversations().erase(DEMO, c.id());
    attachments().expect(awaited(c, "late"));
    assertThat(attachments().of(DEMO, c.id())).isEmpty();
    assertThat(attachments().find(DEMO, c.id(), "late")).isEmpty();
    assertThat(read(stored)).isEmpty();
  }

  @Test
  void staysInItsTownAndConversation() {
    Conversation c = conversation();
    Conversation other = conversation(OTHER, "somebody");
    attachments().expect(awaited(c, "m"));
    assertThat(attachments().find(OTHER, c.id(), "m")).isEmpty();
    assertThat(attachments().find(DEMO, other.id(), "m")).isEmpty();
    assertThat(attachments().of(OTHER, other.id())).isEmpty();
  }

  @Test
  void expires() throws IOException {
    Conversation c = conversation();
    attachments().expect(awaited(c, "m"));
    attachments().store(awaited(c, "m"), "text/plain", new ByteArrayInputStream(new byte[] {1}));
    Attachment stored = attachments().find(DEMO, c.id(), "m").orElseThrow();
    assertThat(attachments().expire(DEMO, END.minusSeconds(1))).isZero();
    assertThat(attachments().expire(OTHER, END)).isZero();
    assertThat(attachments().expire(DEMO, END)).isOne();
    assertThat(attachments().of(DEMO, c.id())).isEmpty();
    assertThat(read(stored)).isEmpty();
  }
}
