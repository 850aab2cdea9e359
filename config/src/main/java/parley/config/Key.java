package parley.config;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One setting: its name, its value when nobody sets it (null: not set), what is allowed, and why
/// one would change it. Declared in [Keys] and nowhere else.
record Key<T>(String path, @Nullable String standard, Kind<T> kind, String why) {

  /// The name in the YAML file. A secret stands in a file of its own, which the YAML names.
  String yamlPath() {
    return kind.secret() ? path + "-file" : path;
  }

  /// The name in the environment.
  String variable() {
    return "PARLEY_" + path.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// The last part of the YAML name.
  String yamlName() {
    return yamlPath().substring(yamlPath().lastIndexOf('.') + 1);
  }
}
