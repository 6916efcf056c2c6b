package madoguchi.server.settings;

import java.net.BindException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.web.server.PortInUseException;

/** What an operator can put right among the failures behind which something did not start. */
public final class StartProblem {

  private StartProblem() {}

  /** One line in Japanese and English; empty when it is a mistake of the program's own. */
  public static Optional<String> line(Throwable failure) {
    // What was said on purpose says more than that a value could not be taken.
    return first(failure, StartProblem::said).or(() -> first(failure, StartProblem::noticed));
  }

  private static Optional<String> first(
      Throwable failure, Function<Throwable, Optional<String>> line) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(50)
        .map(line)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> said(Throwable cause) {
    return cause instanceof Problem problem
        ? Optional.of(String.valueOf(problem.getMessage()))
        : Optional.empty();
  }

  private static Optional<String> noticed(Throwable cause) {
    return switch (cause) {
      case PortInUseException port -> Optional.of(inUse(port.getPort() + "番ポート"));
      case BindException other -> Optional.of(inUse("ポート"));
      case org.springframework.boot.context.properties.bind.BindException value ->
          Optional.of(misfit(String.valueOf(value.getName())));
      case InvalidConfigurationPropertyValueException value -> Optional.of(misfit(value.getName()));
      default -> Optional.empty();
    };
  }

  private static String inUse(String port) {
    return port
        + "は、ほかのプログラムが使っています。SERVER_PORT か MANAGEMENT_SERVER_PORT で別の番号を指定してください。"
        + " / Port in use: set SERVER_PORT or MANAGEMENT_SERVER_PORT.";
  }

  /** Without the value, which may be a secret in the wrong place. */
  private static String misfit(String key) {
    String name = SettingNames.variable(key);
    return "設定 %s の値が正しくありません。使える値は application.yml の %s の説明にあります。 / The value of %s does not fit: application.yml explains it."
        .formatted(name, key, name);
  }
}
