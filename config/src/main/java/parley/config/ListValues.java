package parley.config;

import org.jspecify.annotations.Nullable;

/// The settings of one section in a list of sections. Thread: the one that loads.
///
/// @param index its place in the list, from 0
record ListValues(Values values, int index) {

  <T> @Nullable T find(Key<T> key) {
    return values.find(key, name(key));
  }

  /// What has a default.
  <T> T get(Key<T> key) {
    T value = find(key);
    if (value == null) {
      throw new IllegalStateException(key.path() + " has no default");
    }
    return value;
  }

  /// Null and a problem where nobody has written it.
  <T> @Nullable T required(Key<T> key) {
    String name = name(key);
    if (!values.isWritten(name)) {
      values.problem(name + " is missing; allowed is " + key.kind().allowed() + ".");
    }
    return values.find(key, name);
  }

  /// Says what is wrong with one of them.
  void problem(Key<?> key, String sentence) {
    values.problem(name(key) + " " + sentence);
  }

  private String name(Key<?> key) {
    return key.path().replace("[]", "[" + index + "]");
  }
}
