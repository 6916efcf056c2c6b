package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import madoguchi.server.settings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key of the server: set, kept in a file, or made once. */
class MasterKeyTest {

  @TempDir Path folder;

  private byte[] key(String setting, boolean somethingStored) {
    return MasterKey.of(setting, DataDirectory.at(folder), somethingStored);
  }

  @Test
  void isMadeOnceForItsOwnerAlone() throws Exception {
    byte[] made = key("", false);
    assertThat(made).hasSize(32);
    assertThat(key("", false)).isEqualTo(made);
    assertThat(key("", true)).isEqualTo(made);
    Path file = folder.resolve("master.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void isTakenFromTheSettingBeforeTheFile() {
    byte[] set = new byte[32];
    set[0] = 1;
    assertThat(key("", false)).isNotEqualTo(set);
    assertThat(key(Base64.getEncoder().encodeToString(set) + "\n", true)).isEqualTo(set);
  }

  @Test
  void isNeverMadeAnewBesideAUsedDatabase() {
    assertThatThrownBy(() -> key("", true))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("master.key");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"no key", "AAAA", "ひみつ", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void isRefusedWhenItIsNoneAndNotRepeated(String setting) {
    assertThatThrownBy(() -> key(setting, false))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("MADOGUCHI_MASTER_KEY")
        .hasMessageNotContaining(setting);
  }
}
