package madoguchi.staff.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.attachment.InMemoryAttachments;
import madoguchi.bot.conversation.Conversation;
import madoguchi.bot.conversation.InMemoryConversations;
import madoguchi.bot.handoff.InMemoryHandoffs;
import madoguchi.bot.inquiry.Citizen;
import madoguchi.bot.memory.Memory;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.staff.account.StaffMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.reactivestreams.Subscription;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** A download is read from the database while it is taken, and never where others are served. */
@ExtendWith(OutputCaptureExtension.class)
class AttachmentDownloadTest {

  private static final MunicipalityCode DEMO = new MunicipalityCode("demo");
  private static final Instant NOON = Instant.parse("2026-11-20T03:00:00Z");
  private static final int PARTS = 5;

  private final Memory memory = new Memory();
  private final InMemoryConversations conversations = new InMemoryConversations(memory);
  private final InMemoryHandoffs handoffs = new InMemoryHandoffs(memory, conversations);
  private final InMemoryAttachments attachments = new InMemoryAttachments(memory, conversations);
  private final Conversation conversation =
      conversations.open(DEMO, "line", new Citizen("c"), NOON);
  private final byte[] bytes = new byte[(PARTS - 1) * Attachments.PART + 1_234];
  private final List<Integer> read = Collections.synchronizedList(new ArrayList<>());
  private final List<Boolean> readWhereOthersAreServed =
      Collections.synchronizedList(new ArrayList<>());
  private int broken = -1;

  private Flux<DataBuffer> download() throws IOException {
    new Random(7).nextBytes(bytes);
    Attachment awaited =
        Attachment.awaited(DEMO, conversation.id(), "m", "file", "", NOON, NOON.plusSeconds(9));
    attachments.expect(awaited);
    attachments.store(awaited, "application/pdf", new ByteArrayInputStream(bytes));
    handoffs.open(DEMO, conversation.id(), null, NOON);
    return new AttachmentDownload(
            handoffs,
            watched(),
            (who, action, subject, at) -> {},
            Clock.fixed(NOON, ZoneOffset.UTC))
        .give(new StaffMember(DEMO, "hana"), handoffs.pending(DEMO).getFirst().id(), "m")
        .getBody();
  }

  /** The attachments, with a note of each look at a part. */
  private Attachments watched() {
    return (Attachments)
        Proxy.newProxyInstance(
            Attachments.class.getClassLoader(),
            new Class<?>[] {Attachments.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("part")) {
                int number = (int) arguments[1];
                read.add(number);
                readWhereOthersAreServed.add(Schedulers.isInNonBlockingThread());
                if (number == broken) {
                  throw new IllegalStateException("secret words");
                }
              }
              return method.invoke(attachments, arguments);
            });
  }

  @Test
  void givesAllOfItInOrderAndReadsItWhereWaitingHoldsUpNobody() throws IOException {
    List<DataBuffer> taken =
        download().subscribeOn(Schedulers.parallel()).collectList().block(Duration.ofSeconds(20));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (DataBuffer buffer : taken) {
      out.write(buffer.asInputStream().readAllBytes());
    }
    assertThat(out.toByteArray()).isEqualTo(bytes);
    assertThat(read).containsExactly(0, 1, 2, 3, 4);
    assertThat(readWhereOthersAreServed).containsOnly(false);
  }

  @Test
  void readsNoFurtherThanTheBrowserTakes() throws Exception {
    CountDownLatch taken = new CountDownLatch(1);
    BaseSubscriber<DataBuffer> slow =
        new BaseSubscriber<>() {
          @Override
          protected void hookOnSubscribe(Subscription subscription) {
            request(1);
          }

          @Override
          protected void hookOnNext(DataBuffer buffer) {
            taken.countDown();
          }
        };
    download().subscribe(slow);
    assertThat(taken.await(20, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
    assertThat(read).containsExactly(0);
    slow.cancel();
  }

  @Test
  void saysInOneLineThatItCannotBeRead(CapturedOutput log) throws IOException {
    broken = 2;
    Flux<DataBuffer> download = download();
    assertThatThrownBy(() -> download.collectList().block(Duration.ofSeconds(20)))
        .isInstanceOf(ResponseStatusException.class);
    assertThat(log.getAll().lines().filter(line -> line.contains("attachment m cannot be read")))
        .hasSize(1);
    assertThat(log.getAll()).doesNotContain("secret words");
  }

  @Test
  void breaksOffWhatIsTakenBackMeanwhile() throws IOException {
    conversations.named(DEMO, conversation.id(), "line-m", "m", NOON);
    Flux<DataBuffer> download =
        download().doOnNext(b -> conversations.takeBack(DEMO, conversation.id(), "line-m", NOON));
    assertThatThrownBy(() -> download.collectList().block(Duration.ofSeconds(20)))
        .isInstanceOf(ResponseStatusException.class);
    assertThat(attachments.find(DEMO, conversation.id(), "m")).isEqualTo(Optional.empty());
  }
}
