package parley.gateway.asterisk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds an Asterisk 22 or newer with the media websocket: the private one in the state folder,
/// else the machine's own, else it installs the private one. Thread: any, one at a time.
public final class AsteriskFinder {

  /// Below this chan_websocket's events and FLUSH behave differently from what was measured.
  static final int OLDEST = 22;

  private static final Pattern VERSION =
      Pattern.compile("Asterisk (?:[^0-9]*)((\\d+)\\.[^\\s~+]*)");
  private static final Duration ANSWER = Duration.ofSeconds(10);
  private static final Duration INSTALL = Duration.ofMinutes(10);

  private final Path script;
  private final Path prefix;
  private final List<Path> folders;

  /// @param home the checkout, which has the install script
  /// @param state the state folder, whose `asterisk` is the private installation
  public AsteriskFinder(Path home, Path state) {
    this(
        home.resolve("config/asterisk/install-asterisk.sh"),
        state.resolve("asterisk"),
        machineFolders());
  }

  AsteriskFinder(Path script, Path prefix, List<Path> folders) {
    this.script = script;
    this.prefix = prefix;
    this.folders = List.copyOf(folders);
  }

  /// @param progress takes a sentence whenever there is news
  /// @throws AsteriskException when there is none and none can be installed
  public AsteriskInstallation findOrInstall(Consumer<String> progress) {
    Optional<AsteriskInstallation> found = find();
    if (found.isPresent()) {
      return found.get();
    }
    progress.accept("none on this machine, installing Asterisk 22 (about a minute)");
    install(progress);
    return installed()
        .orElseThrow(() ->
            new AsteriskException(
                "The Asterisk installed in %s does not start; delete that folder and try again."
                    .formatted(prefix)));
  }

  /// The one that would be used, without installing any.
  public Optional<AsteriskInstallation> find() {
    return installed().or(this::ofMachine);
  }

  private Optional<AsteriskInstallation> installed() {
    Path marker = prefix.resolve(".finished");
    if (!Files.exists(marker)) {
      return Optional.empty();
    }
    Properties facts = new Properties();
    try (var reader = Files.newBufferedReader(marker)) {
      facts.load(reader);
    } catch (IOException unreadable) {
      return Optional.empty();
    }
    Path modules = prefix.resolve(facts.getProperty("modules", "root/usr/lib/asterisk/modules"));
    Path data = prefix.resolve(facts.getProperty("data", "root/usr/share/asterisk"));
    return at(prefix.resolve("bin/asterisk"), List.of(modules), List.of(data));
  }

  private Optional<AsteriskInstallation> ofMachine() {
    for (Path folder : folders) {
      Optional<AsteriskInstallation> found =
          at(
              folder.resolve("asterisk"),
              moduleFolders(),
              List.of(Path.of("/usr/share/asterisk"), Path.of("/var/lib/asterisk")));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<AsteriskInstallation> at(
      Path program, List<Path> modules, List<Path> data) {
    if (!Files.isExecutable(program)) {
      return Optional.empty();
    }
    Optional<Path> moduleFolder =
        modules.stream()
            .filter(folder -> Files.exists(folder.resolve("chan_websocket.so")))
            .findFirst();
    Optional<Path> dataFolder =
        data.stream().filter(folder -> Files.isDirectory(folder.resolve("sounds"))).findFirst();
    Optional<Matcher> version = version(program);
    if (moduleFolder.isEmpty() || dataFolder.isEmpty() || version.isEmpty()) {
      return Optional.empty();
    }
    return Integer.parseInt(version.get().group(2)) < OLDEST
        ? Optional.empty()
        : Optional.of(
            new AsteriskInstallation(
                program, moduleFolder.get(), dataFolder.get(), version.get().group(1)));
  }

  private static Optional<Matcher> version(Path program) {
    return Command.run(ANSWER, List.of(program.toString(), "-V"), line -> {})
        .filter(result -> result.status() == 0)
        .map(result -> VERSION.matcher(result.output()))
        .filter(Matcher::find);
  }

  private void install(Consumer<String> progress) {
    List<String> last = new ArrayList<>();
    Consumer<String> listen =
        line -> {
          last.add(line.replaceFirst("^Asterisk: ", ""));
          progress.accept(last.getLast());
        };
    int status =
        Command.run(INSTALL, List.of(script.toString(), prefix.toString()), listen)
            .orElseThrow(() ->
                new AsteriskException(
                    "%s did not end within %d minutes or could not be started; run it by hand to see why."
                        .formatted(script, INSTALL.toMinutes())))
            .status();
    if (status != 0) {
      throw new AsteriskException(
          "Asterisk could not be installed: "
              + (last.isEmpty() ? script + " ended with code " + status + "." : last.getLast()));
    }
  }

  private static List<Path> machineFolders() {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of("/usr/sbin"));
    folders.add(Path.of("/usr/local/sbin"));
    Optional.ofNullable(System.getenv("PATH")).stream()
        .flatMap(path -> Stream.of(path.split(":")))
        .filter(folder -> folder.startsWith("/"))
        .forEach(folder -> folders.add(Path.of(folder)));
    return folders;
  }

  private static List<Path> moduleFolders() {
    List<Path> folders = new ArrayList<>();
    folders.add(Path.of("/usr/lib/asterisk/modules"));
    folders.add(Path.of("/usr/lib64/asterisk/modules"));
    folders.add(Path.of("/usr/local/lib/asterisk/modules"));
    try (Stream<Path> triplets = Files.list(Path.of("/usr/lib"))) {
      triplets.map(triplet -> triplet.resolve("asterisk/modules")).forEach(folders::add);
    } catch (IOException unreadable) {
      // the fixed ones remain
    }
    return folders;
  }
}
