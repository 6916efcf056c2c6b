package madoguchi.channel.line;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;

/**
 * The bytes of a request as they came, up to a limit, with or without a Content-Length. They are
 * taken from the network's buffers as they come and counted against a budget, so that what is held
 * is what was really sent.
 */
final class RawBody {

  /** In bytes. */
  static final int LONGEST = 1_048_576;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BodyShare share;
  private final Duration patience;

  RawBody(BodyShare share) {
    this(share, PATIENCE);
  }

  /**
   * With a share of the budget that is closed when the body is no longer needed.
   *
   * @param patience how long all of the body may take to come
   */
  RawBody(BodyShare share, Duration patience) {
    this.share = share;
    this.patience = patience;
  }

  /** Blocks until the body is there; reads no further than one buffer beyond the limit. */
  byte[] keep(ServerHttpRequest request) throws Refused {
    return read(request, true);
  }

  /** Blocks until the body has passed by: for one that is refused unless it is too long. */
  void drop(ServerHttpRequest request) throws Refused {
    read(request, false);
  }

  private byte[] read(ServerHttpRequest request, boolean kept) throws Refused {
    if (request.getHeaders().getContentLength() > LONGEST) {
      throw new Refused(Refusal.TOO_LARGE);
    }
    try {
      Gathered gathered =
          request
              .getBody()
              .doOnDiscard(DataBuffer.class, DataBufferUtils::release)
              .collect(() -> new Gathered(kept), Gathered::add)
              .block(patience);
      return gathered == null ? new byte[0] : gathered.bytes.toByteArray();
    } catch (Stopped stopped) {
      throw new Refused(stopped.refusal);
    } catch (RuntimeException brokenOff) {
      // Reactor wraps a lost connection and a body that does not end in time.
      throw new Refused(Refusal.UNFINISHED);
    }
  }

  /** What has come so far. */
  private final class Gathered {

    private final boolean kept;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private long count;

    Gathered(boolean kept) {
      this.kept = kept;
    }

    void add(DataBuffer buffer) {
      int length = buffer.readableByteCount();
      byte[] copy = new byte[kept ? length : 0];
      buffer.read(copy);
      DataBufferUtils.release(buffer);
      count += length;
      if (count > LONGEST) {
        throw new Stopped(Refusal.TOO_LARGE);
      }
      if (kept && !share.take(length)) {
        throw new Stopped(Refusal.BUSY);
      }
      bytes.writeBytes(copy);
    }
  }

  /** Ends the reading. */
  private static final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    Stopped(Refusal refusal) {
      super(refusal.name(), null, false, false);
      this.refusal = refusal;
    }
  }
}
