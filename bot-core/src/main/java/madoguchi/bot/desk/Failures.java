package madoguchi.bot.desk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import madoguchi.bot.post.Arrival;

/** How often messages broke us on this node; the oldest are forgotten when there are many. */
final class Failures {

  private static final int MOST = 1_000;

  private final Map<String, Integer> byMessage =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
              return size() > MOST;
            }
          });

  /** One more; so many it is now. */
  int count(Arrival arrival) {
    return byMessage.merge(key(arrival), 1, Integer::sum);
  }

  void forget(Arrival arrival) {
    byMessage.remove(key(arrival));
  }

  int size() {
    return byMessage.size();
  }

  private static String key(Arrival arrival) {
    return arrival.municipality().value() + ' ' + arrival.messageId();
  }
}
