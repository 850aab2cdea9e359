package parley.callback.quiet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.callback.zone.NumberPlan;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;
import parley.dialogue.files.Stamps;
import parley.dialogue.files.YamlFile;

/// The list of numbers that are never called, one a line; `#` begins a comment. It is read again
/// when the file changes. A file that has become broken or has gone leaves the list as it was: a
/// slip of the pen must not let anybody be called. Whoever asks in a call never to be called again
/// is written at its end.
///
/// Thread: any.
public final class DoNotCallFile implements DoNotCall, NoMoreCalls {

  private static final Logger log = LoggerFactory.getLogger(DoNotCallFile.class);

  private final Path home;
  private final Path file;
  private final NumberPlan plan;
  private final Set<PhoneNumber> asked = ConcurrentHashMap.newKeySet();
  private volatile Read last;

  /// What a look at the file found.
  ///
  /// @param stamps by which a change is noticed
  private record Read(Map<Path, String> stamps, Set<PhoneNumber> numbers) {}

  private DoNotCallFile(Path home, Path file, NumberPlan plan, Read first) {
    this.home = home;
    this.file = file;
    this.plan = plan;
    this.last = first;
  }

  /// Reads the file; none at all is an empty list. Problems never hold a number.
  public static DoNotCallFile read(Path home, Path file, NumberPlan plan, Problems problems) {
    Map<Path, String> stamps = stamps(file);
    return new DoNotCallFile(
        home, file, plan, new Read(stamps, numbers(home, file, plan, problems)));
  }

  @Override
  public boolean holds(PhoneNumber number) {
    return asked.contains(number) || current().contains(number);
  }

  @Override
  public synchronized void add(PhoneNumber number, Instant at) {
    PhoneNumber plain = plan.read(number).map(NumberPlan.Read::number).orElse(number);
    if (holds(plain)) {
      return;
    }
    // While the file is broken, or cannot be written, this process knows it all the same.
    asked.add(plain);
    try {
      boolean open = Files.exists(file) && !Files.readString(file).endsWith("\n");
      Files.writeString(
          file,
          "%s%s # asked for it in a call, %s%n"
              .formatted(
                  open ? System.lineSeparator() : "",
                  plain.value(),
                  at.truncatedTo(ChronoUnit.SECONDS)),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// How many numbers are on it.
  public int size() {
    return current().size();
  }

  private Set<PhoneNumber> current() {
    Map<Path, String> stamps = stamps(file);
    return stamps.equals(last.stamps()) ? last.numbers() : readAgain(stamps);
  }

  private synchronized Set<PhoneNumber> readAgain(Map<Path, String> stamps) {
    if (!stamps.equals(last.stamps())) {
      Problems problems = new Problems();
      Set<PhoneNumber> numbers = numbers(home, file, plan, problems);
      boolean gone = stamps.isEmpty();
      if (gone) {
        log.warn("{} has gone; its numbers are still not called", YamlFile.name(home, file));
      }
      for (Problem problem : problems.sorted()) {
        log.warn("{} The list of before stays in use.", problem);
      }
      last = new Read(stamps, gone || !problems.isEmpty() ? last.numbers() : numbers);
    }
    return last.numbers();
  }

  private static Map<Path, String> stamps(Path file) {
    return Stamps.of(() -> Files.exists(file) ? List.of(file) : List.of());
  }

  private static Set<PhoneNumber> numbers(
      Path home, Path file, NumberPlan plan, Problems problems) {
    String name = YamlFile.name(home, file);
    Set<PhoneNumber> numbers = new HashSet<>();
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      for (int i = 0; i < lines.size(); i++) {
        String text = lines.get(i).replaceFirst("#.*", "").strip();
        if (!text.isEmpty()) {
          int line = i + 1;
          plan.read(new PhoneNumber(text))
              .ifPresentOrElse(
                  read -> numbers.add(read.number()),
                  () ->
                      problems.add(
                          name,
                          line,
                          "The line holds no telephone number that can exist.",
                          "Expected one number with its country, such as +44 20 7946 0123."));
        }
      }
    } catch (IOException unreadable) {
      problems.add(
          name,
          0,
          "The file cannot be read (" + unreadable.getClass().getSimpleName() + ").",
          "Expected UTF-8 text with one number a line.");
    }
    return numbers;
  }
}
