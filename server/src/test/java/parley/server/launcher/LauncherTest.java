package parley.server.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The launcher `parley` in a checkout of its own, with a JDK and a Maven that only say what they
/// were asked to do.
@Tag("long")
@Timeout(60)
class LauncherTest {

  private static final Path LAUNCHER =
      Path.of(System.getProperty("parley.home", "..")).resolve("parley").toAbsolutePath();

  @TempDir Path folder;
  private Path home = Path.of("");
  private Path jdks = Path.of("");
  private Path programs = Path.of("");

  private record Result(int status, String out, String err) {}

  @BeforeEach
  void makeCheckout() throws IOException {
    home = Files.createDirectories(folder.resolve("a check out"));
    jdks = Files.createDirectories(folder.resolve("jvm"));
    programs = Files.createDirectories(folder.resolve("bin"));
    Files.copy(LAUNCHER, home.resolve("parley"));
    Files.setPosixFilePermissions(
        home.resolve("parley"), PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(home.resolve("pom.xml"), "<project/>");
    Files.writeString(Files.createDirectories(home.resolve("server/src")).resolve("Main.java"), "");
    jdk("temurin-25", "25.0.1");
    program(
        programs.resolve("mvn"),
        """
        echo "mvn $* with $JAVA_HOME" >> "$PWD/maven.log"
        [ ! -e broken ] || { echo "it does not compile"; exit 1; }
        mkdir -p server/target/lib
        touch server/target/lib/library.jar server/target/server-1.jar
        """);
  }

  @Test
  void helpNeedsNothing() throws Exception {
    Result result =
        run(Map.of("PATH", "/usr/bin:/bin", "PARLEY_JVM_FOLDER", "/none"), home, "--help");

    assertEquals(0, result.status());
    assertTrue(result.out().contains("./parley up"));
  }

  @Test
  void buildsOnceThenRunsFromAnyFolder() throws Exception {
    Result first = run(environment(), folder, "calls", "--json", "two words");
    Result second = run(environment(), home, "calls");

    assertEquals(0, first.status(), first::err);
    assertTrue(first.err().contains("Built Parley in"), first::err);
    assertFalse(second.err().contains("Built Parley"), second::err);
    assertEquals(1, mavenRuns().size());
    assertTrue(mavenRuns().getFirst().endsWith("with " + jdks.resolve("temurin-25")));
    assertTrue(first.out().contains("[parley.server.Main][calls][--json][two words]"), first::out);
    assertTrue(first.out().contains("[-Dparley.home=" + home + "]"), first::out);
    assertTrue(first.out().contains("in " + folder.toRealPath()), first::out);
  }

  @Test
  void buildsAgainWhenASourceIsNewer() throws Exception {
    run(environment(), home, "version");
    Files.setLastModifiedTime(
        home.resolve("server/src/Main.java"),
        FileTime.from(
            Files.getLastModifiedTime(home.resolve("pom.xml")).toInstant().plusSeconds(3600)));

    run(environment(), home, "version");

    assertEquals(2, mavenRuns().size());
  }

  @Test
  void aBuildDoesNotTouchTheJarsOfTheOneBefore() throws Exception {
    run(environment(), home, "version");
    String before = Files.readString(home.resolve(".parley/build/current")).strip();
    Files.setLastModifiedTime(
        home.resolve("pom.xml"), FileTime.from(Instant.parse("2100-01-01T00:00:00Z")));

    run(environment(), home, "version");

    assertTrue(Files.exists(home.resolve(".parley/build").resolve(before).resolve("library.jar")));
    assertFalse(before.equals(Files.readString(home.resolve(".parley/build/current")).strip()));
  }

  @Test
  void aBuildThatFailsShowsWhy() throws Exception {
    Files.createFile(home.resolve("broken"));

    Result result = run(environment(), home, "version");

    assertEquals(1, result.status());
    assertTrue(result.err().contains("it does not compile"), result::err);
    assertTrue(result.err().contains("the build failed; the whole log is "), result::err);
  }

  @Test
  void worksThroughASymbolicLink() throws Exception {
    Path link =
        Files.createSymbolicLink(programs.resolve("parley"), Path.of("../a check out/parley"));

    Result result = run(environment(), folder, link, "version");

    assertEquals(0, result.status(), result::err);
    assertTrue(result.out().contains("[-Dparley.home=" + home + "]"), result::out);
  }

  @Test
  void anOldJdkIsPassedOverAndTheLackOfOneSaysWhatToInstall() throws Exception {
    jdk("java-17", "17.0.9");
    assertEquals(0, run(environment(), home, "version").status());
    Path none = Files.createDirectories(folder.resolve("none"));

    Result result = run(environmentWith("PARLEY_JVM_FOLDER", none.toString()), home, "version");

    assertEquals(1, result.status());
    assertTrue(result.err().contains("no JDK 25 or newer found"), result::err);
    assertTrue(result.err().contains("Temurin 25"), result::err);
  }

  @Test
  void theJdkOfJavaHomeComesFirst() throws Exception {
    Path own = jdk("own-26", "26");

    run(environmentWith("JAVA_HOME", own.toString()), home, "version");

    assertTrue(mavenRuns().getFirst().endsWith("with " + own));
  }

  @Test
  void javaOptionsOfTheOperatorComeLast() throws Exception {
    Result result = run(environmentWith("PARLEY_JAVA_OPTS", "-Xmx2g -Dx=*"), home, "up");

    assertTrue(result.out().indexOf("[-Xmx2g]") > result.out().indexOf("[-Xmx1g]"), result::out);
    assertTrue(result.out().contains("[-Dx=*]"), result::out);
  }

  @Test
  void theExitCodeIsJavas() throws Exception {
    assertEquals(7, run(environmentWith("FAKE_STATUS", "7"), home, "doctor").status());
  }

  @Test
  void testInstallsAsteriskAndEndsWithMavensExitCode() throws Exception {
    program(
        Files.createDirectories(home.resolve("config/asterisk")).resolve("install-asterisk.sh"),
        "echo \"install $*\"");
    Files.createFile(home.resolve("broken"));

    Result result = run(environment(), folder, "test", "-pl", "db");

    assertEquals(1, result.status());
    assertTrue(
        result.out().contains("install " + home.resolve(".parley/asterisk") + " --with-test-tools"),
        result::out);
    assertTrue(mavenRuns().getFirst().startsWith("mvn -B -Pcalls verify -pl db with "));
  }

  private List<String> mavenRuns() throws IOException {
    return Files.readAllLines(home.resolve("maven.log"));
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = jdks.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(
        jdk.resolve("bin/java"),
        "for word; do printf '[%s]' \"$word\"; done; echo \" in $PWD\"; exit ${FAKE_STATUS:-0}");
    program(jdk.resolve("bin/javac"), "exit 0");
    return jdk;
  }

  private static void program(Path file, String script) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Map<String, String> environment() {
    return environmentWith("LANG", "C");
  }

  private Map<String, String> environmentWith(String name, String value) {
    Map<String, String> environment =
        new java.util.HashMap<>(
            Map.of("PATH", programs + ":/usr/bin:/bin", "PARLEY_JVM_FOLDER", jdks.toString()));
    // The machine's own JDK must not be found by way of PATH.
    environment.put(name, value);
    return environment;
  }

  private Result run(Map<String, String> environment, Path from, String... arguments)
      throws IOException, InterruptedException {
    return run(environment, from, home.resolve("parley"), arguments);
  }

  private Result run(Map<String, String> environment, Path from, Path launcher, String... arguments)
      throws IOException, InterruptedException {
    List<String> words = new java.util.ArrayList<>(List.of(launcher.toString()));
    words.addAll(List.of(arguments));
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    ProcessBuilder builder = new ProcessBuilder(words).directory(from.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    Process process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertTrue(process.waitFor(50, TimeUnit.SECONDS), "the launcher does not end");
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
