package parley.speech.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What can be told of a model's files without loading them, in a millisecond: files that are
/// empty, not readable or of another kind, and a sample rate that is none. Thread: any.
final class ModelFiles {
  private static final String NETWORK = "am/final.mdl";
  private static final String FRONT_END = "conf/mfcc.conf";
  private static final String RATE = "--sample-frequency=";
  private static final int KALDI_DEFAULT_HZ = 16_000;
  private static final int LEAST_HZ = 8_000;
  private static final int MOST_HZ = 48_000;
  private static final String NETWORK_BEGINS = "<TransitionModel>";
  private static final List<String> GRAPHS =
      List.of("graph/HCLr.fst", "graph/Gr.fst", "graph/HCLG.fst");

  private ModelFiles() {}

  /// @param needed names of files that are there
  static Optional<String> problem(Path folder, List<String> needed) {
    for (String name :
        (Iterable<String>) Stream.concat(needed.stream(), GRAPHS.stream())::iterator) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        try {
          Optional<String> problem = fault(name, file);
          if (problem.isPresent()) {
            return problem.map(fault -> sentence(folder, fault));
          }
        } catch (IOException e) {
          return Optional.of(
              folder
                  + " is not usable as a Vosk model: "
                  + name
                  + " cannot be read ("
                  + e.getMessage()
                  + "); expected files that the user who runs Parley may read; see to their"
                  + " permissions");
        }
      }
    }
    return Optional.empty();
  }

  /// The sentence about a broken model: what is wrong, what was expected, what to do.
  static String sentence(Path folder, String fault) {
    return folder
        + " is a broken Vosk model: "
        + fault
        + "; expected a whole model whose files belong together; unpack or copy it again, or take"
        + " it away";
  }

  private static Optional<String> fault(String name, Path file) throws IOException {
    if (Files.size(file) == 0) {
      return Optional.of(name + " is empty");
    }
    byte[] begin = begin(file);
    if (GRAPHS.contains(name) && !isGraph(begin)) {
      return Optional.of(name + " is not an OpenFst graph, as its first bytes show");
    }
    if (name.equals(NETWORK) && !isNetwork(begin)) {
      return Optional.of(
          name + " is not a Kaldi network: it does not begin with " + NETWORK_BEGINS);
    }
    return name.equals(FRONT_END) ? rateFault(file) : Optional.empty();
  }

  private static byte[] begin(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(32);
    }
  }

  private static boolean isGraph(byte[] begin) {
    return begin.length >= 4
        && ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN).getInt() == GraphFile.MAGIC;
  }

  /** Kaldi's binary form begins with `\0B`, its text form with the token itself. */
  private static boolean isNetwork(byte[] begin) {
    String text = new String(begin, StandardCharsets.ISO_8859_1);
    return text.startsWith("\0B" + NETWORK_BEGINS) || text.startsWith(NETWORK_BEGINS);
  }

  private static Optional<String> rateFault(Path frontEnd) throws IOException {
    String value = rate(options(frontEnd));
    try {
      double hz = Double.parseDouble(value);
      if (hz >= LEAST_HZ && hz <= MOST_HZ) {
        return Optional.empty();
      }
    } catch (NumberFormatException noNumber) {
      // told below
    }
    return Optional.of(
        "%s says %s%s, expected %d to %d (Hz)"
            .formatted(FRONT_END, RATE, value, LEAST_HZ, MOST_HZ));
  }

  /// The options in a file of Kaldi's, without remarks.
  static List<String> options(Path file) throws IOException {
    // No byte is wrong in this charset; options are ASCII.
    return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }

  /// The sample rate among the options of a front end that has no problem.
  static int rateHz(List<String> options) {
    return (int) Double.parseDouble(rate(options));
  }

  /** The last one counts, as with Kaldi. */
  private static String rate(List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(RATE))
        .map(option -> option.substring(RATE.length()).strip())
        .reduce((earlier, later) -> later)
        .orElse(Integer.toString(KALDI_DEFAULT_HZ));
  }
}
