package parley.db.mirror;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/// What changed between the versions in force and those wanted, by their content's hash.
///
/// @param ended ids whose version in force ends: changed or gone
/// @param begun ids of which a version begins: changed or new
record Versions(List<String> ended, List<String> begun) {

  static <T> Versions compare(
      Map<String, String> inForce, Map<String, T> wanted, Function<T, String> hash) {
    return new Versions(
        inForce.keySet().stream()
            .filter(id -> !wanted.containsKey(id) || differs(inForce, wanted, hash, id))
            .sorted()
            .toList(),
        wanted.keySet().stream()
            .filter(id -> !inForce.containsKey(id) || differs(inForce, wanted, hash, id))
            .sorted()
            .toList());
  }

  int changes() {
    Set<String> ids = new HashSet<>(ended);
    ids.addAll(begun);
    return ids.size();
  }

  static <T> T of(Map<String, T> wanted, String id) {
    return Objects.requireNonNull(wanted.get(id));
  }

  private static <T> boolean differs(
      Map<String, String> inForce, Map<String, T> wanted, Function<T, String> hash, String id) {
    return !hash.apply(of(wanted, id)).equals(inForce.get(id));
  }
}
