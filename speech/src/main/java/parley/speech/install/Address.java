package parley.speech.install;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/// Where models may come from: encrypted connections, this machine, files.
final class Address {
  private static final String LOOPBACK =
      "localhost|127(\\.\\d{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]";

  private Address() {}

  /// @throws InstallException when nothing is fetched from such an address
  static void check(URI address) {
    String shown = plain(address);
    if (address.getRawUserInfo() != null) {
      throw new InstallException(
          shown + " is written with a user name, which Parley does not send; leave it out");
    }
    boolean allowed =
        switch (scheme(address)) {
          case "https" -> address.getHost() != null;
          case "http" -> isLoopback(address);
          case "file" -> address.getPath() != null;
          default -> false;
        };
    if (!allowed) {
      throw new InstallException(
          shown
              + " is not fetched: models come over https, or over http from this machine alone"
              + " (127.0.0.1, localhost); use an https address, or fetch the zip yourself and give"
              + " it with --from FILE.zip");
    }
  }

  /// For an address that another one named, as a list or a redirect does: it may not be less safe.
  static void checkNamedBy(URI source, URI address) {
    check(address);
    boolean weaker =
        switch (scheme(source)) {
          case "https" -> !scheme(address).equals("https");
          case "http" -> isFile(address);
          default -> false;
        };
    if (weaker) {
      throw new InstallException(
          plain(source)
              + " names "
              + plain(address)
              + ", which is not fetched: an https address may name only such, and no server a file;"
              + " use another list with speech.model-list");
    }
  }

  static boolean isFile(URI address) {
    return scheme(address).equals("file");
  }

  /// The address without what may be secret in it, for messages and the lock file.
  static String plain(URI address) {
    if (isFile(address) || address.getHost() == null) {
      return address.getScheme() + ":" + Objects.requireNonNullElse(address.getRawPath(), "");
    }
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost() + port + address.getRawPath();
  }

  private static boolean isLoopback(URI address) {
    return address.getHost() != null
        && address.getHost().toLowerCase(Locale.ROOT).matches(LOOPBACK);
  }

  private static String scheme(URI address) {
    return Objects.requireNonNullElse(address.getScheme(), "").toLowerCase(Locale.ROOT);
  }
}
