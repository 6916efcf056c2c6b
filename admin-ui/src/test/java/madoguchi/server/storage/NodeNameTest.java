package madoguchi.server.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Under which name a process holds leases. */
class NodeNameTest {

  @TempDir private Path folder;

  @Test
  void isTheSameAtEachStart() throws IOException {
    NodeName first = NodeName.in(DataDirectory.at(folder));
    first.held().close();
    NodeName second = NodeName.in(DataDirectory.at(folder));
    second.held().close();
    assertThat(second.value()).isEqualTo(first.value()).hasSizeGreaterThan(20);
  }

  @Test
  void isAnotherForEachOfSeveralOnOneDirectory() throws IOException {
    NodeName first = NodeName.in(DataDirectory.at(folder));
    NodeName beside = NodeName.in(DataDirectory.at(folder));
    NodeName third = NodeName.in(DataDirectory.at(folder));
    assertThat(beside.value()).isNotEqualTo(first.value()).isNotEqualTo(third.value());
    third.held().close();
    beside.held().close();
    first.held().close();
  }

  @Test
  void isMadeAnewWhenItsFileWasBrokenOff() throws IOException {
    Files.writeString(folder.resolve("node.name"), "half");
    NodeName first = NodeName.in(DataDirectory.at(folder));
    first.held().close();
    NodeName second = NodeName.in(DataDirectory.at(folder));
    second.held().close();
    assertThat(first.value()).hasSizeGreaterThan(20).isEqualTo(second.value());
  }
}
