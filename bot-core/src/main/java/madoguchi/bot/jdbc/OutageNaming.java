package madoguchi.bot.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import madoguchi.bot.town.Overloaded;
import madoguchi.bot.town.StorageAway;
import org.jspecify.annotations.Nullable;

/**
 * Ports that say by {@link StorageAway} that the database cannot be reached, and by {@link
 * Overloaded} that others hold what is needed.
 */
final class OutageNaming {

  private OutageNaming() {}

  /** The same store; what fails for another reason fails as before. */
  static <T> T of(Class<T> port, T store) {
    return port.cast(
        Proxy.newProxyInstance(
            port.getClassLoader(),
            new Class<?>[] {port},
            (proxy, method, arguments) -> {
              try {
                return method.invoke(store, arguments);
              } catch (InvocationTargetException failed) {
                throw named(failed.getCause());
              }
            }));
  }

  private static Throwable named(@Nullable Throwable failure) {
    if (failure == null) {
      return new IllegalStateException("failed without a cause");
    }
    if (!(failure instanceof RuntimeException) || failure instanceof StorageAway) {
      return failure;
    }
    if (Outage.isPassing(failure)) {
      return new Overloaded("what others hold").initCause(failure);
    }
    return Outage.isBehind(failure) ? new StorageAway(failure) : failure;
  }
}
