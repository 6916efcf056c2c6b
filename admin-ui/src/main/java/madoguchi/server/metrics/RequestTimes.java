package madoguchi.server.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.http.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpStatusCode;

/**
 * The times of requests to one address that Spring does not observe, among those that it does:
 * {@code http.server.requests}, with the same tags.
 */
public final class RequestTimes {

  private final MeterRegistry meters;
  private final String uri;
  private final Map<Integer, Timer> timers = new ConcurrentHashMap<>();

  /** Of POSTs. */
  public RequestTimes(MeterRegistry meters, String uri) {
    this.meters = meters;
    this.uri = uri;
  }

  /** Notes one that was answered. */
  public void note(HttpStatusCode status, Duration took) {
    timers.computeIfAbsent(status.value(), this::timer).record(took);
  }

  private Timer timer(int status) {
    return Timer.builder("http.server.requests")
        .tag("error", "none")
        .tag("exception", "none")
        .tag("method", "POST")
        .tag("outcome", Outcome.forStatus(status).name())
        .tag("status", Integer.toString(status))
        .tag("uri", uri)
        .register(meters);
  }
}
