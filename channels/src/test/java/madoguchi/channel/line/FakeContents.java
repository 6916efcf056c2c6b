package madoguchi.channel.line;

import com.sun.net.httpserver.HttpExchange;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import madoguchi.channel.line.FakeLine.Answered;

/** LINE's data host: what users have sent, some of which is still being prepared, or gone. */
public final class FakeContents implements FakeLine.Handler {

  private static final Pattern PATH = Pattern.compile("/v2/bot/message/([^/]+)/content");

  private final Map<String, Content> contents = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();

  private record Content(byte[] bytes, AtomicInteger preparing, int status) {}

  /** That message has this content. */
  public void put(String messageId, byte[] bytes) {
    contents.put(messageId, new Content(bytes, new AtomicInteger(), 200));
  }

  /** That message has this content after so many times of asking. */
  public void putLater(String messageId, byte[] bytes, int times) {
    contents.put(messageId, new Content(bytes, new AtomicInteger(times), 200));
  }

  /** That message's content is answered with this status only. */
  public void refuse(String messageId, int status) {
    contents.put(messageId, new Content(new byte[0], new AtomicInteger(), status));
  }

  /** How often contents were asked for. */
  public int asked() {
    return asked.get();
  }

  @Override
  public Answered handle(HttpExchange exchange) {
    asked.incrementAndGet();
    Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
    Content content = path.matches() ? contents.get(path.group(1)) : null;
    if (content == null) {
      return Answered.refused(404, "Not found");
    }
    if (content.preparing.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      return new Answered(202, "");
    }
    return content.status == 200
        ? new Answered(200, content.bytes, "x-content", "yes")
        : Answered.refused(content.status, "As you wish");
  }
}
