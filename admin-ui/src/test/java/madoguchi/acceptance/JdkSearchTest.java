package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./run} and {@code ./test} find a JDK, and what they say when there is none. */
class JdkSearchTest {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  @TempDir Path folder;

  private record Found(int status, String out, String err) {}

  /** A folder that looks like a JDK of that version; with a release file or only its own word. */
  private Path jdk(String name, String version, boolean withRelease) throws IOException {
    Path home = folder.resolve(name);
    Path bin = Files.createDirectories(home.resolve("bin"));
    script(bin.resolve("javac"), "exit 0");
    script(bin.resolve("java"), "echo 'openjdk version \"%s\" 2026-01-01' >&2".formatted(version));
    if (withRelease) {
      Files.writeString(home.resolve("release"), "JAVA_VERSION=\"%s\"\n".formatted(version));
    }
    return home;
  }

  private static void script(Path file, String command) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + command + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  /** Searches in these folders only, in this order. */
  private Found search(Path... folders) throws Exception {
    String places =
        Stream.of(folders)
            .map(home -> "echo '" + home + "'; ")
            .collect(Collectors.joining("", "", ":"));
    return bash(
        ". '%s/scripts/jdk.sh'; jdk_candidates() { %s; }; find_jdk".formatted(ROOT, places));
  }

  private Found bash(String script) throws Exception {
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(List.of("bash", "-uc", script)).redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Found(process.waitFor(), out.strip(), Files.readString(err).strip());
  }

  @Test
  void saysWhatToInstallWhereThereIsNoJdkOrOnlyAnOlderOne() throws Exception {
    Path old = jdk("17", "17.0.15", true);
    for (Found found : List.of(search(), search(old), search(folder.resolve("nothing"), old))) {
      assertThat(found.status()).isEqualTo(1);
      assertThat(found.out()).isEmpty();
      assertThat(found.err())
          .hasLineCount(1)
          .contains("JDK 25以上が見つかりません", " / No JDK 25 or newer", "JAVA_HOME");
    }
  }

  @Test
  void takesTheFirstThatIsNewEnoughWithWhateverItTellsItsVersion() throws Exception {
    Path old = jdk("17", "17.0.15", true);
    Path fit = jdk("25", "25.0.1", false);
    Path newer = jdk("26", "26", true);
    assertThat(search(old, fit, newer)).isEqualTo(new Found(0, fit.toString(), ""));
    assertThat(search(newer, fit)).isEqualTo(new Found(0, newer.toString(), ""));
  }

  @Test
  void takesNoRuntimeThatCannotCompile() throws Exception {
    Path runtime = jdk("jre", "25.0.1", true);
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(search(runtime).status()).isEqualTo(1);
  }

  @Test
  void asksJavaHomeFirst() throws Exception {
    Path fit = jdk("own 25", "25.0.1", true);
    assertThat(bash("export JAVA_HOME='%s'; . '%s/scripts/jdk.sh'; find_jdk".formatted(fit, ROOT)))
        .isEqualTo(new Found(0, fit.toString(), ""));
  }
}
