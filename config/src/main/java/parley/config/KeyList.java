package parley.config;

import java.util.ArrayList;
import java.util.List;

/// Collects settings in the order in which they are declared.
final class KeyList {

  private final List<Key<?>> keys = new ArrayList<>();

  <T> Key<T> with(String path, String standard, Kind<T> kind, String why) {
    Key<T> key = new Key<>(path, standard, kind, why);
    keys.add(key);
    return key;
  }

  /// A setting that is not set unless somebody sets it.
  <T> Key<T> without(String path, Kind<T> kind, String why) {
    Key<T> key = new Key<>(path, null, kind, why);
    keys.add(key);
    return key;
  }

  List<Key<?>> all() {
    return List.copyOf(keys);
  }
}
