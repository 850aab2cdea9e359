package parley.callback.hours;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import parley.dialogue.files.Problem;
import parley.dialogue.files.Problems;
import parley.dialogue.files.Stamps;

/// The hours as their files say them now. They are read again when one of the files has changed; a
/// change that is broken leaves the hours of before in use.
///
/// Thread: any may ask; one at a time reads again.
public final class LiveHours implements Supplier<HoursBook> {

  private final Path home;
  private final Path file;
  private final ZoneId site;
  private HoursFile.Read last;
  private Map<Path, String> stamps;
  private volatile HoursBook book;

  /// What a look at the files found.
  public sealed interface Outcome {

    /// Nothing has changed since the last look.
    record Unchanged() implements Outcome {}

    /// The new hours are in use.
    ///
    /// @param queues how many have hours
    record Changed(int queues) implements Outcome {}

    /// The hours of before stay in use.
    record Broken(List<Problem> problems) implements Outcome {
      public Broken {
        problems = List.copyOf(problems);
      }
    }
  }

  private LiveHours(Path home, Path file, ZoneId site, HoursFile.Read first) {
    this.home = home;
    this.file = file;
    this.site = site;
    this.last = first;
    this.stamps = stamps(first.files());
    this.book = first.book();
  }

  /// Reads the hours; not to be used when there is a problem.
  ///
  /// @param site the zone of hours that name none
  public static LiveHours read(Path home, Path file, ZoneId site, Problems problems) {
    return new LiveHours(home, file, site, HoursFile.look(home, file, site, problems));
  }

  @Override
  public HoursBook get() {
    return book;
  }

  /// Looks whether a file has changed, and reads all of them again then.
  public synchronized Outcome refresh() {
    Map<Path, String> now = stamps(last.files());
    if (now.equals(stamps)) {
      return new Outcome.Unchanged();
    }
    Problems problems = new Problems();
    last = HoursFile.look(home, file, site, problems);
    // Of the files that it names now; what changes while they are read is seen at the next look.
    stamps = stamps(last.files());
    stamps.replaceAll((path, stamp) -> now.getOrDefault(path, stamp));
    if (!problems.isEmpty()) {
      return new Outcome.Broken(problems.sorted());
    }
    book = last.book();
    return new Outcome.Changed(book.size());
  }

  private static Map<Path, String> stamps(Collection<Path> files) {
    return new HashMap<>(Stamps.of(() -> files.stream().filter(Files::exists).toList()));
  }
}
