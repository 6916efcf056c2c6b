package madoguchi.staff.inbox;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import madoguchi.bot.attachment.Attachment;
import madoguchi.bot.attachment.AttachmentState;
import madoguchi.bot.attachment.Attachments;
import madoguchi.bot.handoff.Handoff;
import madoguchi.bot.handoff.Handoffs;
import madoguchi.staff.account.StaffMember;
import madoguchi.staff.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Gives staff what a resident attached: always to be saved, never to be shown in the browser, for
 * it may hold anything. Each download is noted.
 */
@Controller
public final class AttachmentDownload {

  private static final Logger LOG = LoggerFactory.getLogger(AttachmentDownload.class);

  private static final int BUFFER = 8 * 1024;

  private static final Map<String, String> ENDINGS =
      Map.of(
          "image/jpeg", "jpg",
          "image/png", "png",
          "image/gif", "gif",
          "video/mp4", "mp4",
          "audio/mp4", "m4a",
          "application/pdf", "pdf");

  private final Handoffs handoffs;
  private final Attachments attachments;
  private final Audit audit;
  private final Clock clock;

  public AttachmentDownload(Handoffs handoffs, Attachments attachments, Audit audit, Clock clock) {
    this.handoffs = handoffs;
    this.attachments = attachments;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/staff/cases/{id}/attachment")
  ResponseEntity<Flux<DataBuffer>> give(
      @AuthenticationPrincipal StaffMember member,
      @PathVariable String id,
      @RequestParam String message) {
    Attachment attachment =
        handoffs
            .find(member.municipality(), id)
            .map(Handoff::conversationId)
            .flatMap(c -> attachments.find(member.municipality(), c, message))
            .filter(a -> a.state() == AttachmentState.STORED)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    audit.note(member, "attachment.open", attachment.id(), clock.instant());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(attachment.length())
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(name(attachment), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .body(bytes(attachment));
  }

  /** The sender's name for it without what could mislead; else its kind and what its bytes are. */
  private static String name(Attachment attachment) {
    String given = attachment.name().replaceAll("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|]", "_").strip();
    String ending = ENDINGS.getOrDefault(attachment.mediaType(), "bin").toLowerCase(Locale.ROOT);
    return given.isEmpty() ? attachment.kind() + '.' + ending : given;
  }

  /**
   * Part by part as the browser takes it, so that it is never whole in memory; read where waiting
   * for the database holds up nobody else.
   */
  private Flux<DataBuffer> bytes(Attachment attachment) {
    return Flux.<byte[], Integer>generate(
            () -> 0,
            (number, sink) -> {
              if ((long) number * Attachments.PART >= attachment.length()) {
                sink.complete();
              } else {
                attachments
                    .part(attachment, number)
                    .ifPresentOrElse(
                        sink::next, () -> sink.error(new IllegalStateException("gone meanwhile")));
              }
              return number + 1;
            })
        .concatMapIterable(AttachmentDownload::buffers, 1)
        .onErrorMap(broken -> unreadable(attachment, broken))
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** The server holds some dozens of buffers ahead for each reader, so they are small. */
  private static List<DataBuffer> buffers(byte[] part) {
    return IntStream.iterate(0, from -> from < part.length, from -> from + BUFFER)
        .mapToObj(from -> ByteBuffer.wrap(part, from, Math.min(BUFFER, part.length - from)))
        .<DataBuffer>map(DefaultDataBufferFactory.sharedInstance::wrap)
        .toList();
  }

  private static ResponseStatusException unreadable(Attachment attachment, Throwable broken) {
    LOG.error("attachment {} cannot be read: {}", attachment.id(), broken.getClass().getName());
    return new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
  }
}
