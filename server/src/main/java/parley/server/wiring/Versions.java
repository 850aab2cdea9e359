package parley.server.wiring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import parley.config.Settings;
import parley.gateway.asterisk.AriProbe;
import parley.gateway.asterisk.AsteriskException;
import parley.gateway.asterisk.AsteriskLogins;
import parley.speech.recognize.ModelChoice;

/// What exactly was measured: names and versions. What is not known is left out.
final class Versions {
  private Versions() {}

  static Map<String, String> of(Settings settings, ModelChoice model) {
    Map<String, String> versions = new TreeMap<>();
    versions.put("model", model.folder().path().getFileName().toString());
    asterisk(settings).ifPresent(version -> versions.put("asterisk", version));
    commit(settings.home()).ifPresent(commit -> versions.put("commit", commit));
    library("vosk").ifPresent(version -> versions.put("vosk", version));
    library("marytts-runtime").ifPresent(version -> versions.put("marytts", version));
    return versions;
  }

  private static Optional<String> asterisk(Settings settings) {
    try {
      return Optional.of(new AriProbe(settings, AsteriskLogins.of(settings)).ask().version());
    } catch (AsteriskException silent) {
      return Optional.empty();
    }
  }

  /// The class path names each library's version in its file.
  private static Optional<String> library(String name) {
    Pattern file = Pattern.compile("/" + Pattern.quote(name) + "-(\\d[^/:]*)\\.jar");
    Matcher found = file.matcher(System.getProperty("java.class.path", ""));
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private static Optional<String> commit(Path home) {
    try {
      Process git =
          new ProcessBuilder("git", "-C", home.toString(), "describe", "--always", "--dirty")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String commit =
          new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return git.waitFor() == 0 && !commit.isEmpty() ? Optional.of(commit) : Optional.empty();
    } catch (IOException noGit) {
      return Optional.empty();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
