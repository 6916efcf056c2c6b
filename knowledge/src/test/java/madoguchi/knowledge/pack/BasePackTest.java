package madoguchi.knowledge.pack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasePackTest {

  @Test
  void theDemoTownFillsEveryEntry() {
    long start = System.nanoTime();
    BasePack pack = BasePack.load();
    System.out.println("load " + (System.nanoTime() - start) / 1_000_000);
    TownFile town = TownFile.demo();
    System.out.println("town " + (System.nanoTime() - start) / 1_000_000);
    FilledPack filled = town.fill(pack);
    System.out.println("fill " + (System.nanoTime() - start) / 1_000_000);
    assertThat(LocalFacts.of(pack, town.facts()).faults()).isEmpty();
    assertThat(filled.withheld()).isEmpty();
    assertThat(filled.entries()).hasSizeGreaterThanOrEqualTo(500);
  }
}
