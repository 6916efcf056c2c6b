package madoguchi.bot.redis;

import madoguchi.bot.limit.RateLimits;
import madoguchi.bot.post.Signals;
import madoguchi.bot.presence.Presence;

/** All that goes by one Redis. */
public final class RedisRoom implements AutoCloseable {

  private final RedisSignals signals;
  private final RedisRateLimits limits;
  private final RedisPresence presence;

  /**
   * Does not wait for Redis to be there.
   *
   * @param url such as {@code redis://host:6379}
   */
  public RedisRoom(String url) {
    this.signals = new RedisSignals(url);
    this.limits = new RedisRateLimits(signals.link());
    this.presence = new RedisPresence(signals.link());
  }

  /** Signals that are heard on all nodes. */
  public Signals signals() {
    return signals;
  }

  /** Limits that all nodes share. */
  public RateLimits limits() {
    return limits;
  }

  /** Who is there on any node. */
  public Presence presence() {
    return presence;
  }

  /** Whether Redis can be used now. */
  public boolean isUp() {
    return signals.link().isUp();
  }

  @Override
  public void close() {
    signals.link().close();
  }
}
