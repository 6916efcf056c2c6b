package madoguchi.bot.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import madoguchi.bot.conversation.Conversations;
import madoguchi.bot.memory.Memory;
import madoguchi.bot.memory.MemoryTable;
import madoguchi.municipality.MunicipalityCode;

/** Attachments that are forgotten with the process. */
public final class InMemoryAttachments implements Attachments {

  private final Memory memory;
  private final Conversations conversations;
  private final MemoryTable<Attachment> attachments;
  private final MemoryTable<byte[]> contents;

  /** Beside the conversations that they belong to. */
  public InMemoryAttachments(Memory memory, Conversations conversations) {
    this.memory = memory;
    this.conversations = conversations;
    this.attachments = memory.table();
    this.contents = memory.table();
  }

  @Override
  public void expect(Attachment attachment) {
    memory.atomically(
        () -> {
          if (lives(attachment)
              && attachments.get(attachment.municipality(), key(attachment)).isEmpty()) {
            attachments.put(attachment.municipality(), key(attachment), attachment);
          }
          return true;
        });
  }

  @Override
  public void store(Attachment attachment, String mediaType, InputStream bytes) throws IOException {
    byte[] content = bytes.readAllBytes();
    memory.atomically(
        () -> {
          awaited(attachment)
              .map(a -> a.now(AttachmentState.STORED, mediaType, content.length))
              .ifPresent(
                  a -> {
                    attachments.put(a.municipality(), key(a), a);
                    contents.put(a.municipality(), key(a), content);
                  });
          return true;
        });
  }

  @Override
  public void fail(Attachment attachment, AttachmentState why) {
    memory.atomically(
        () -> {
          awaited(attachment)
              .ifPresent(a -> attachments.put(a.municipality(), key(a), a.now(why, "", 0)));
          return true;
        });
  }

  @Override
  public List<Attachment> of(MunicipalityCode municipality, String conversationId) {
    return attachments
        .rows(municipality, a -> a.conversationId().equals(conversationId) && lives(a))
        .stream()
        .sorted(Comparator.comparing(Attachment::sentAt).thenComparing(Attachment::id))
        .toList();
  }

  @Override
  public Optional<Attachment> find(
      MunicipalityCode municipality, String conversationId, String id) {
    return attachments.get(municipality, conversationId + ' ' + id).filter(this::lives);
  }

  @Override
  public Optional<byte[]> part(Attachment attachment, int number) {
    int from = number * PART;
    return contents
        .get(attachment.municipality(), key(attachment))
        .filter(bytes -> from < bytes.length && lives(attachment))
        .map(bytes -> Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PART)));
  }

  @Override
  public int expire(MunicipalityCode municipality, Instant now) {
    return memory.atomically(
        () -> {
          List<Attachment> old = attachments.rows(municipality, a -> !a.expiresAt().isAfter(now));
          for (Attachment a : old) {
            attachments.put(municipality, key(a), null);
            contents.put(municipality, key(a), null);
          }
          return old.size();
        });
  }

  private Optional<Attachment> awaited(Attachment attachment) {
    return find(attachment.municipality(), attachment.conversationId(), attachment.id())
        .filter(a -> a.state() == AttachmentState.AWAITED);
  }

  private boolean lives(Attachment a) {
    return conversations.find(a.municipality(), a.conversationId()).isPresent()
        && !conversations.wasTakenBack(a.municipality(), a.conversationId(), a.id());
  }

  private static String key(Attachment a) {
    return a.conversationId() + ' ' + a.id();
  }
}
