package parley.server.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of rooms: who may depend on whom, and which outside library is at home where. Changing
/// it needs a decision record in docs/decisions.
class RoomsTest {

  private static final JavaClasses PARLEY =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // jOOQ's generated classes have rules of their own.
          .withImportOption(location -> !location.contains("/parley/db/jooq/"))
          .importPackages("parley");

  /// Each room with the rooms that it may use.
  private static final Map<String, List<String>> ROOMS =
      Map.of(
          "config", List.of(),
          "dialogue", List.of("config"),
          "speech", List.of("config"),
          "callback", List.of("dialogue", "config"),
          "mail", List.of("dialogue", "config"),
          "transfer", List.of("dialogue", "config"),
          "db", List.of("dialogue", "config", "callback", "mail", "transfer"),
          "gateway", List.of("dialogue", "config", "callback", "mail", "transfer", "speech"),
          "server",
              List.of(
                  "dialogue", "config", "callback", "mail", "transfer", "speech", "db", "gateway"));

  /// Outside libraries with the rooms in which they are at home.
  private static final Map<String, List<String>> HOMES =
      Map.ofEntries(
          Map.entry("org.jooq..", List.of("db")),
          // It works on a DataSource and has statements of its own; callback-scheduler has the
          // port.
          Map.entry("com.github.kagkarlsson..", List.of("db")),
          Map.entry("java.sql..", List.of("db")),
          Map.entry("javax.sql..", List.of("db")),
          Map.entry("org.flywaydb..", List.of("db")),
          Map.entry("org.asteriskjava..", List.of("gateway")),
          Map.entry("org.vosk..", List.of("speech")),
          Map.entry("marytts..", List.of("speech")),
          Map.entry("org.apache.lucene..", List.of("dialogue")),
          Map.entry("dev.langchain4j..", List.of("dialogue")),
          Map.entry("org.apache.pdfbox..", List.of("dialogue")),
          Map.entry("org.commonmark..", List.of("dialogue")),
          Map.entry("org.jsoup..", List.of("dialogue", "mail")),
          Map.entry(
              "io.github.resilience4j..",
              List.of("dialogue", "callback", "mail", "transfer", "gateway")),
          Map.entry("com.google.i18n.phonenumbers..", List.of("dialogue", "callback")),
          Map.entry("com.google.common..", List.of("callback")),
          Map.entry("net.fortuna.ical4j..", List.of("callback")),
          Map.entry("jakarta.mail..", List.of("mail", "server.bench.mail")),
          Map.entry("org.apache.james.mime4j..", List.of("mail")),
          Map.entry("picocli..", List.of("server")));

  static Stream<String> rooms() {
    return ROOMS.keySet().stream().sorted();
  }

  static Stream<String> libraries() {
    return HOMES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("rooms")
  void aRoomUsesOnlyTheRoomsThatItMay(String room) {
    String[] forbidden =
        ROOMS.keySet().stream()
            .filter(other -> !other.equals(room))
            .filter(other -> !ROOMS.getOrDefault(room, List.of()).contains(other))
            .map(RoomsTest::inside)
            .toArray(String[]::new);
    if (forbidden.length > 0) {
      check(
          noClasses()
              .that()
              .resideInAPackage(inside(room))
              .should()
              .dependOnClassesThat()
              .resideInAnyPackage(forbidden));
    }
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryIsUsedOnlyWhereItIsAtHome(String library) {
    String[] homes =
        HOMES.getOrDefault(library, List.of()).stream()
            .map(RoomsTest::inside)
            .toArray(String[]::new);
    check(
        noClasses()
            .that()
            .resideInAPackage("parley..")
            .and()
            .resideOutsideOfPackages(homes)
            .and()
            // `bench` measures Vosk alone, to compare Parley with: nothing of ours may be in
            // between.
            .haveNameNotMatching("parley\\.server\\.bench\\.BareVosk.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library));
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    check(slices().matching("parley.(**)").should().beFreeOfCycles());
  }

  @Test
  void nobodyAsksForTheTimeWithoutAClock() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                calls(
                    "ask java.time for now without a clock",
                    target ->
                        target.getOwner().getPackageName().equals("java.time")
                            && target.getName().equals("now")
                            && target.getRawParameterTypes().isEmpty()))
            .orShould()
            .callMethod(System.class, "currentTimeMillis"));
  }

  @Test
  void onlyTheCompositionRootChoosesTheClock() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("parley.server.Main")
            .and()
            .doNotHaveFullyQualifiedName("parley.server.Composition")
            .should()
            .callMethod(java.time.Clock.class, "systemUTC")
            .orShould()
            .callMethod(java.time.Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(java.time.InstantSource.class, "system"));
  }

  @Test
  void nobodyPrintsStackTraces() {
    check(
        noClasses()
            .should()
            .callMethodWhere(
                calls(
                    "print a stack trace", target -> target.getName().equals("printStackTrace"))));
  }

  @Test
  void packagesAreNamedForFeatures() {
    check(
        noClasses()
            .should()
            .resideInAnyPackage(
                "parley..model..",
                "parley..service..",
                "parley..impl..",
                "parley..util..",
                "parley..common.."));
  }

  @Test
  void namesSayWhatAClassIs() {
    check(
        classes()
            .that(resideInAnyPackage("parley.."))
            .should()
            .haveSimpleNameNotEndingWith("Manager")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Info")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils"));
  }

  private static DescribedPredicate<JavaMethodCall> calls(
      String what, Predicate<AccessTarget.MethodCallTarget> target) {
    return DescribedPredicate.describe(what, call -> target.test(call.getTarget()));
  }

  /// Rooms that are still empty keep their rule.
  private static void check(ArchRule rule) {
    rule.allowEmptyShould(true).check(PARLEY);
  }

  private static String inside(String room) {
    return "parley." + room + "..";
  }
}
