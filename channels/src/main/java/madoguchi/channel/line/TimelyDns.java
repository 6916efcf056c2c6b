package madoguchi.channel.line;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;

/**
 * Looks names up on a thread of its own: a look-up cannot be broken off, and who waits for it must
 * be free at the end of its time.
 */
record TimelyDns(Dns names, Duration deadline) implements Dns {

  /** The call that waits ends by its own deadline, which tells that it was late. */
  private static final Duration AFTER = Duration.ofMillis(100);

  @Override
  public List<InetAddress> lookup(String host) throws UnknownHostException {
    FutureTask<List<InetAddress>> found = new FutureTask<>(() -> names.lookup(host));
    Thread.ofVirtual().name("line.names").start(found);
    try {
      return found.get(deadline.plus(AFTER).toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      throw unknown(host, failure);
    } catch (TimeoutException late) {
      throw unknown(host, late);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unknown(host, stopped);
    }
  }

  private static UnknownHostException unknown(String host, Throwable cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }
}
