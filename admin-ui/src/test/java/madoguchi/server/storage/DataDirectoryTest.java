package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import madoguchi.server.settings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the data are: the owner's alone, for one process, on a disk with room. */
class DataDirectoryTest {

  @TempDir Path folder;

  @Test
  void isMadeForItsOwnerAlone() throws Exception {
    Path path = folder.resolve("new").resolve("data");
    DataDirectory.at(path);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwx------");
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void isTakenByOneAtATimeAndGivenBack() throws Exception {
    DataDirectory directory = DataDirectory.at(folder);
    AutoCloseable lock = directory.lock();
    assertThatThrownBy(() -> DataDirectory.at(folder).lock())
        .isInstanceOf(Problem.class)
        .hasMessageContaining(folder.toString());
    lock.close();
    assertThatCode(() -> DataDirectory.at(folder).lock().close()).doesNotThrowAnyException();
  }

  @Test
  void isNotBelowAFile() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataDirectory.at(file.resolve("data")))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("MADOGUCHI_DATA_DIR");
  }

  @Test
  void isRefusedOnAFullDisk() {
    assertThatThrownBy(() -> DataDirectory.requireSpace(folder, 100_000))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("空きがありません")
        .hasMessageContaining(folder.toString());
    assertThatCode(() -> DataDirectory.requireSpace(folder, 1L << 30)).doesNotThrowAnyException();
  }
}
