package parley.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was written, by setting, and the problems met while it is turned into values. A value that
/// is not allowed is replaced by the default, so that the next problem is found in the same run.
///
/// Thread: the one that loads.
final class Values {

  private final Path home;
  private final Map<String, Found> written;
  private final List<String> problems;
  private final Map<String, String> sources = new HashMap<>();

  /// @param written by full name: `asterisk.http-port`, `agents[0].id`
  Values(Path home, Map<String, Found> written, List<String> problems) {
    this.home = home;
    this.written = written;
    this.problems = problems;
  }

  <T> T get(Key<T> key) {
    T value = find(key, key.path());
    if (value == null) {
      throw new IllegalStateException(key.path() + " has no default");
    }
    return value;
  }

  <T> @Nullable T find(Key<T> key) {
    return find(key, key.path());
  }

  /// @param name the key's full name, for a key of a list with its index
  <T> @Nullable T find(Key<T> key, String name) {
    Found found = written.get(name);
    if (found == null || (found.text() == null && key.standard() == null)) {
      return standard(key);
    }
    sources.put(key.path(), found.source());
    String text = found.text();
    if (text == null || (found.list() && !key.kind().list())) {
      problems.add(refusal(key, name, found));
      return standard(key);
    }
    Optional<T> value = key.kind().parser().apply(text);
    if (value.isEmpty()) {
      problems.add(refusal(key, name, found));
      return standard(key);
    }
    return value.get();
  }

  void problem(String sentence) {
    problems.add(sentence);
  }

  boolean isWritten(String name) {
    return written.containsKey(name);
  }

  /// How many there are in a list of sections, such as `agents`.
  int count(String list) {
    String start = list + "[";
    return written.keySet().stream()
        .filter(name -> name.startsWith(start))
        .mapToInt(name -> Integer.parseInt(name.substring(start.length(), name.indexOf(']'))) + 1)
        .max()
        .orElse(0);
  }

  /// Says that values which are each allowed do not go together.
  void problem(Key<?> key, String sentence) {
    problems.add("%s (%s) %s".formatted(key.yamlPath(), source(key), sentence));
  }

  /// The first line of the file that holds a secret, or nothing and a problem.
  Optional<String> secretFrom(String name, String file, String source) {
    try {
      String text = Files.readString(home.resolve(file));
      return Optional.of(text.lines().findFirst().orElse("").strip());
    } catch (IOException | RuntimeException unreadable) {
      problems.add(
          "%s (%s) names the file %s, which cannot be read (%s); allowed is a text file that Parley's user may read."
              .formatted(name, source, file, unreadable.getClass().getSimpleName()));
      return Optional.empty();
    }
  }

  private String source(Key<?> key) {
    return sources.getOrDefault(key.path(), "the default");
  }

  private static <T> @Nullable T standard(Key<T> key) {
    String standard = key.standard();
    return standard == null ? null : key.kind().parser().apply(standard).orElseThrow();
  }

  private static String refusal(Key<?> key, String name, Found found) {
    return "%s (%s) is %s; allowed is %s."
        .formatted(
            key.kind().secret() && !found.source().startsWith("PARLEY_") ? name + "-file" : name,
            found.source(),
            shown(key, found),
            key.kind().allowed());
  }

  private static String shown(Key<?> key, Found found) {
    String text = found.text();
    if (text == null || text.isEmpty()) {
      return "empty";
    }
    if (key.kind().secret()) {
      return "a secret of " + text.length() + " characters (not shown)";
    }
    return found.list() && !key.kind().list() ? "a list" : "\"" + text + "\"";
  }
}
