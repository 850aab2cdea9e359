package parley.gateway.asterisk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// An Asterisk on this machine.
///
/// @param program the executable
/// @param modules the folder of its `.so` files
/// @param data the folder that holds `sounds`
/// @param version such as `22.10.1`
public record AsteriskInstallation(Path program, Path modules, Path data, String version) {

  /// The module files of this list that are not there.
  public List<String> missing(List<String> wanted) {
    return wanted.stream().filter(module -> !Files.exists(modules.resolve(module))).toList();
  }
}
