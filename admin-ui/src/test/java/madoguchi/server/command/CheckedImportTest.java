package madoguchi.server.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import madoguchi.knowledge.faq.FaqCatalog;
import madoguchi.knowledge.faq.FaqEntry;
import madoguchi.knowledge.faq.FaqSheet;
import madoguchi.knowledge.faq.ImportPlan;
import madoguchi.knowledge.faq.InMemoryFaqCatalog;
import madoguchi.municipality.MunicipalityCode;
import madoguchi.server.settings.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import while others store too. */
class CheckedImportTest {

  private static final MunicipalityCode TOWN = new MunicipalityCode("demo");

  @TempDir Path directory;

  private final InMemoryFaqCatalog catalog = new InMemoryFaqCatalog();

  private FaqSheet sheet(String csv) throws IOException {
    return EntriesFile.read(Files.writeString(directory.resolve("entries.csv"), csv));
  }

  private static CheckedImport importing(FaqCatalog catalog) {
    return new CheckedImport(catalog, TOWN, "command-line");
  }

  /** A catalog into which somebody stores after each of the first readings. */
  private FaqCatalog busy(int times, FaqEntry theirs) {
    int[] read = {0};
    return (FaqCatalog)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {FaqCatalog.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(catalog, arguments);
                if (method.getName().equals("snapshot") && read[0]++ < times) {
                  catalog.store(TOWN, List.of(theirs), "somebody else");
                }
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }

  @Test
  void storesWhatIsNewOrChanged() throws Exception {
    catalog.store(TOWN, List.of(FaqEntry.of("1", "q", "a"), FaqEntry.of("2", "q", "a")), "t");
    ImportPlan plan =
        importing(catalog).store(sheet("id,question,answer\n1,q,a\n2,q,b\n3,q,c\n"), false);
    assertThat(plan.unchanged()).hasSize(1);
    assertThat(plan.changed()).hasSize(1);
    assertThat(plan.added()).hasSize(1);
    assertThat(catalog.revision(TOWN)).isEqualTo(2);
    assertThat(catalog.find(TOWN, "2")).contains(FaqEntry.of("2", "q", "b"));
  }

  @Test
  void storesNothingWhenNothingIsNew() throws Exception {
    catalog.store(TOWN, List.of(FaqEntry.of("1", "q", "a")), "t");
    importing(catalog).store(sheet("id,question,answer\n1,q,a\n"), false);
    assertThat(catalog.revision(TOWN)).isEqualTo(1);
  }

  @Test
  void storesGoodRowsBesideRefusedOnesOnlyWhenTold() throws Exception {
    FaqSheet sheet = sheet("id,question,answer\n1,q,a\n2,,a\n");
    assertThat(importing(catalog).store(sheet, false).refused()).hasSize(1);
    assertThat(catalog.snapshot(TOWN).entries()).isEmpty();
    importing(catalog).store(sheet, true);
    assertThat(catalog.snapshot(TOWN).entries()).hasSize(1);
  }

  @Test
  void comparesAnewWhenSomebodyStoresMeanwhile() throws Exception {
    FaqEntry theirs = FaqEntry.of("1", "q", "a").withDepartment("市民課");
    ImportPlan plan = importing(busy(1, theirs)).store(sheet("id,question,answer\n1,q,b\n"), false);
    // Only with the second look is it a change, which keeps the department that the file is silent
    // of.
    assertThat(plan.added()).isEmpty();
    assertThat(plan.changed()).hasSize(1);
    assertThat(catalog.find(TOWN, "1")).contains(FaqEntry.of("1", "q", "b").withDepartment("市民課"));
  }

  @Test
  void givesUpInOneLineWhenItNeverFits() throws Exception {
    FaqSheet sheet = sheet("id,question,answer\n1,q,b\n");
    CheckedImport importing = importing(busy(1_000, FaqEntry.of("9", "q", "a")));
    assertThatThrownBy(() -> importing.store(sheet, false))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("何も保存していません");
    assertThat(catalog.find(TOWN, "1")).isEmpty();
  }
}
