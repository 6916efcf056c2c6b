package madoguchi.server;

import java.net.BindException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import madoguchi.server.settings.Problem;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.annotation.Order;

/** Says in one line why the server does not start, when the operator can put it right. */
@Order(0)
final class OneLineReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    Optional<String> line =
        Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
            .map((Function<Throwable, Optional<String>>) OneLineReporter::line)
            .flatMap(Optional::stream)
            .findFirst();
    line.ifPresent(System.err::println);
    return line.isPresent();
  }

  private static Optional<String> line(Throwable cause) {
    return switch (cause) {
      case Problem problem -> Optional.of(String.valueOf(problem.getMessage()));
      case PortInUseException port -> Optional.of(inUse(port.getPort() + "番ポート"));
      case BindException other -> Optional.of(inUse("ポート"));
      default -> Optional.empty();
    };
  }

  private static String inUse(String port) {
    return port
        + "は、ほかのプログラムが使っています。SERVER_PORT か MANAGEMENT_SERVER_PORT で別の番号を指定してください。"
        + " / Port in use: set SERVER_PORT or MANAGEMENT_SERVER_PORT.";
  }
}
