package madoguchi.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import madoguchi.server.settings.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.boot.web.server.PortInUseException;

/** Why a server does not start, in one line where an operator can do something. */
class OneLineReporterTest {

  private static String said(Throwable failure, boolean known) {
    PrintStream before = System.err;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream mine = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setErr(mine);
      assertThat(new OneLineReporter().reportException(failure)).isEqualTo(known);
    } finally {
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void findsTheProblemBelowSpringsOwnFailures() {
    Problem problem = Problem.failed("だめです。", "No.");
    assertThat(said(new IllegalStateException("bean", new RuntimeException(problem)), true))
        .isEqualTo("だめです。 / No.");
  }

  @Test
  void namesThePort() {
    assertThat(said(new RuntimeException(new PortInUseException(8080)), true))
        .contains("8080番ポート")
        .hasLineCount(1);
    assertThat(said(new RuntimeException(new BindException("secret")), true))
        .contains("MANAGEMENT_SERVER_PORT")
        .doesNotContain("secret");
  }

  @Test
  void leavesTheRestToSpring() {
    assertThat(said(new IllegalStateException("a mistake of ours"), false)).isEmpty();
  }
}
