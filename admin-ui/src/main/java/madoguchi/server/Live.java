package madoguchi.server;

import java.util.Optional;
import madoguchi.bot.redis.RedisRoom;

/** The Redis that is set, if any; closed with the server. */
record Live(Optional<RedisRoom> redis) implements AutoCloseable {

  @Override
  public void close() {
    redis.ifPresent(RedisRoom::close);
  }
}
