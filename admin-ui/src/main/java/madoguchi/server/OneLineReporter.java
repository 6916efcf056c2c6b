package madoguchi.server;

import java.util.Optional;
import madoguchi.server.settings.StartProblem;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.annotation.Order;

/** Says in one line why the server does not start, when the operator can put it right. */
@Order(0)
final class OneLineReporter implements SpringBootExceptionReporter {

  @Override
  public boolean reportException(Throwable failure) {
    Optional<String> line = StartProblem.line(failure);
    line.ifPresent(System.err::println);
    return line.isPresent();
  }
}
