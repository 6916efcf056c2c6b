package madoguchi.channel.web;

import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import reactor.core.publisher.Flux;

/** A request that is read up to 64 KB and no further, whatever it says about its length. */
final class BodyLimit extends ServerHttpRequestDecorator {

  private static final long LONGEST = 64 * 1024;

  private BodyLimit(ServerHttpRequest request) {
    super(request);
  }

  /** The same request, guarded; 413 at once when it announces too much. */
  static ServerHttpRequest guard(ServerHttpRequest request) {
    if (request.getHeaders().getContentLength() > LONGEST) {
      throw WebProblem.tooLarge();
    }
    return new BodyLimit(request);
  }

  @Override
  public Flux<DataBuffer> getBody() {
    return Flux.defer(
        () -> {
          AtomicLong read = new AtomicLong();
          return getDelegate()
              .getBody()
              .map(
                  buffer -> {
                    if (read.addAndGet(buffer.readableByteCount()) > LONGEST) {
                      DataBufferUtils.release(buffer);
                      throw WebProblem.tooLarge();
                    }
                    return buffer;
                  });
        });
  }
}
