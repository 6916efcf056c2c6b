package madoguchi;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The laws of the house. Maven alone does not hold them: compile dependencies leak. */
class HouseRulesTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final List<String> MODULES =
      List.of("knowledge", "bot-core", "channels", "admin-ui");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("madoguchi");

  @Test
  void seesTheWholeHouse() {
    // Rules about nothing would all hold.
    assertThat(HOUSE).hasSizeGreaterThan(200);
    for (String room :
        List.of("knowledge.index", "bot.desk", "channel.line", "staff.inbox", "server")) {
      assertThat(HOUSE.stream().map(JavaClass::getPackageName)).contains("madoguchi." + room);
    }
  }

  @Test
  void hasNoCyclesBetweenPackages() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void importsToTheLeftOnly() {
    List<String> line = List.of("madoguchi.knowledge..", "madoguchi.bot..", "madoguchi.channel..");
    for (int room = 0; room < line.size(); room++) {
      String[] toTheRight =
          Stream.concat(
                  line.stream().skip(room + 1L),
                  Stream.of("madoguchi.staff..", "madoguchi.server.."))
              .toArray(String[]::new);
      check(noClasses().that().resideInAPackage(line.get(room)), toTheRight);
    }
  }

  @Test
  void keepsTheOrderWithinTheBot() {
    List<String> order =
        List.of(
            "town",
            "inquiry",
            "conversation",
            "handoff",
            "answer",
            "post",
            "journal",
            "policy",
            "desk");
    Map<String, List<String>> mayNot =
        Map.of(
            "town", order.subList(1, order.size()),
            "inquiry", order.subList(2, order.size()),
            "conversation", order.subList(3, order.size()),
            "handoff", order.subList(4, order.size()),
            "answer", List.of("policy", "desk", "journal", "post"),
            "policy", List.of("desk"),
            "journal", List.of("desk"),
            "post", List.of("desk"));
    mayNot.forEach(
        (from, to) ->
            check(
                noClasses().that().resideInAPackage("madoguchi.bot." + from),
                to.stream().map(name -> "madoguchi.bot." + name).toArray(String[]::new)));
  }

  @Test
  void keepsTheTwoLibrariesFreeOfSpringAndReactor() {
    check(
        noClasses()
            .that()
            .resideInAnyPackage(
                "madoguchi.knowledge..", "madoguchi.bot..", "madoguchi.municipality"),
        "org.springframework..",
        "reactor..",
        "org.reactivestreams..");
  }

  @Test
  void keepsLibrariesInTheirLeaves() {
    check(
        noClasses().that(areOutside("madoguchi.knowledge.index..", "madoguchi.knowledge.text..")),
        "org.apache.lucene..");
    check(
        noClasses().that(areOutside("madoguchi.channel.line..", "madoguchi.server..")),
        "com.linecorp..");
    check(
        noClasses()
            .that(
                areOutside(
                    "madoguchi.bot.jdbc..",
                    "madoguchi.staff.jdbc..",
                    "madoguchi.server.storage..")),
        "java.sql..",
        "org.jdbi..");
    check(
        noClasses().that(areOutside("madoguchi.bot.redis..", "madoguchi.server..")),
        "io.lettuce..");
    check(
        noClasses().that(areOutside("madoguchi.bot.llm..", "madoguchi.server..")),
        "dev.langchain4j..");
  }

  @Test
  void letsOnlyTheServerChooseAmongLeaves() {
    for (String leaf :
        List.of(
            "madoguchi.bot.jdbc..",
            "madoguchi.bot.redis..",
            "madoguchi.bot.llm..",
            "madoguchi.staff.jdbc..")) {
      check(noClasses().that(areOutside(leaf, "madoguchi.server..")), leaf);
    }
  }

  @Test
  void keepsTheStaffsPagesFromChannelsAndServer() {
    check(
        noClasses().that().resideInAPackage("madoguchi.staff.."),
        "madoguchi.channel..",
        "madoguchi.server..");
  }

  @Test
  void keepsTheDoorsApart() {
    check(
        noClasses().that().resideInAPackage("madoguchi.channel.line.."), "madoguchi.channel.web..");
    check(
        noClasses().that().resideInAPackage("madoguchi.channel.web.."), "madoguchi.channel.line..");
  }

  @Test
  void marksEveryPackageAsNullChecked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith("org.jspecify.annotations.NullMarked")
        .check(HOUSE);
    assertThat(
            HOUSE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> p.tryGetPackageInfo().isEmpty()))
        .isEmpty();
  }

  @Test
  void keepsFilesShort() throws IOException {
    List<Integer> lengths =
        sources("main").stream().map(HouseRulesTest::lines).map(List::size).sorted().toList();

    assertThat(sources("main"))
        .allSatisfy(file -> assertThat(lines(file)).hasSizeLessThanOrEqualTo(250));
    assertThat(lengths.get(lengths.size() / 2)).as("median").isLessThanOrEqualTo(50);
    assertThat(lengths.get(lengths.size() * 9 / 10)).as("90th percentile").isLessThanOrEqualTo(125);
  }

  @Test
  void keepsMostTypesToThemselves() {
    List<JavaClass> topLevel =
        HOUSE.stream()
            .filter(type -> !type.isNestedClass() && !type.getSimpleName().equals("package-info"))
            .toList();
    long open =
        topLevel.stream().filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC)).count();

    assertThat(1 - (double) open / topLevel.size()).isGreaterThanOrEqualTo(0.4);
  }

  @Test
  void saysOnEveryTypeWhatItIs() throws IOException {
    Pattern type =
        Pattern.compile(
            "^(public |abstract |final |sealed |non-sealed |strictfp )*(class|interface|record|enum|@interface) .*");
    assertThat(sources("main"))
        .filteredOn(file -> !file.endsWith("package-info.java"))
        .allSatisfy(
            file -> {
              String before =
                  lines(file).stream()
                      .takeWhile(line -> !type.matcher(line).matches())
                      .collect(Collectors.joining("\n"));
              assertThat(before).as(file.toString()).contains("/**");
            });
  }

  @Test
  void hasNoFewerLinesOfTestsBesideItsCodeThanItHad() throws IOException {
    int code = sources("main").stream().mapToInt(file -> lines(file).size()).sum();
    int tests = sources("test").stream().mapToInt(file -> lines(file).size()).sum();

    assertThat((double) tests / code).as(tests + " : " + code).isGreaterThanOrEqualTo(0.68);
  }

  @Test
  void leavesNothingLoose() throws IOException {
    Predicate<String> loose =
        Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|@Dis" + "abled|Thread\\.sl" + "eep")
            .asPredicate();
    for (String part : List.of("main", "test")) {
      assertThat(sources(part))
          .allSatisfy(file -> assertThat(lines(file)).as(file.toString()).noneMatch(loose));
    }
  }

  private static void check(
      com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction some, String... packages) {
    ArchRule rule =
        some.should().dependOnClassesThat(resideInAnyPackage(packages)).allowEmptyShould(true);
    rule.check(HOUSE);
  }

  private static com.tngtech.archunit.base.DescribedPredicate<JavaClass> areOutside(
      String... packages) {
    return resideInAPackage("madoguchi..")
        .and(com.tngtech.archunit.base.DescribedPredicate.not(resideInAnyPackage(packages)));
  }

  private static List<Path> sources(String part) throws IOException {
    List<Path> found = new java.util.ArrayList<>();
    for (String module : MODULES) {
      Path folder = ROOT.resolve(module).resolve("src").resolve(part).resolve("java");
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
        }
      }
    }
    assertThat(found).isNotEmpty();
    return found;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** Each package is a slice of its own. */
  private static final class Packages implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName());
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }
}
