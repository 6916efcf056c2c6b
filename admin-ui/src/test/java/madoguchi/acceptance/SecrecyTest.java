package madoguchi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What lies on the disk and in the log tells nobody what a resident said. */
@ExtendWith(OutputCaptureExtension.class)
class SecrecyTest {

  private final TownHall hall = TownHall.open();

  @Test
  void writesNoResidentsWordsToDiskOrLog(CapturedOutput log) throws IOException {
    Resident resident = hall.resident("demo");
    String word = "ひみつのきつね";
    resident.says(word + "について教えて");
    resident.asksForPerson();

    try (Stream<Path> files = Files.walk(hall.data())) {
      List<Path> all = files.filter(Files::isRegularFile).toList();
      assertThat(all).anySatisfy(file -> assertThat(file.toString()).endsWith(".mv.db"));
      for (Path file : all) {
        byte[] content = Files.readAllBytes(file);
        assertThat(holds(content, word.getBytes(StandardCharsets.UTF_8))).as(file + "").isFalse();
        assertThat(holds(content, word.getBytes(StandardCharsets.UTF_16BE)))
            .as(file + "")
            .isFalse();
      }
    }
    assertThat(log.getAll()).doesNotContain(word);
    assertThat(Files.readString(hall.data().resolve("master.key"))).hasSize(45);
    assertThat(Files.getPosixFilePermissions(hall.data().resolve("master.key")))
        .extracting(Enum::name)
        .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
  }

  private static boolean holds(byte[] content, byte[] word) {
    return new String(content, StandardCharsets.ISO_8859_1)
        .contains(new String(word, StandardCharsets.ISO_8859_1));
  }
}
