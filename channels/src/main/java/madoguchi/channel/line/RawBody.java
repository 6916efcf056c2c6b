package madoguchi.channel.line;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** The bytes of a request as they came, up to a limit, with or without a Content-Length. */
final class RawBody {

  /** In bytes. */
  static final int LONGEST = 1_048_576;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private RawBody() {}

  /** Blocks until the body is there; reads no further than one buffer beyond the limit. */
  static byte[] of(ServerHttpRequest request) throws Refused {
    if (request.getHeaders().getContentLength() > LONGEST) {
      throw new Refused(Refusal.TOO_LARGE);
    }
    try {
      DataBuffer joined = DataBufferUtils.join(request.getBody(), LONGEST).block(PATIENCE);
      return joined == null ? new byte[0] : bytes(joined);
    } catch (DataBufferLimitException tooLarge) {
      throw new Refused(Refusal.TOO_LARGE);
    } catch (RuntimeException brokenOff) {
      // Reactor wraps a lost connection and a body that does not end in time.
      throw new Refused(Refusal.UNFINISHED);
    }
  }

  private static byte[] bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
