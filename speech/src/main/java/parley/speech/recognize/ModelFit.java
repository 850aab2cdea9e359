package parley.speech.recognize;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Whether the files of a model are whole and belong together, as far as that can be read from
/// them. libvosk does not look: it takes a table that is cut off, and numbers that the network or
/// the words do not have, and ends the process once a caller's sounds lead it there.
///
/// Takes 0.1 s for the bundled model, seconds for one of gigabytes. Thread: any.
final class ModelFit {
  private static final byte[] AFTER_TRANSITIONS =
      "<LogProbs> FV \4".getBytes(StandardCharsets.ISO_8859_1);

  /** The transitions come before the network: the vendor's largest have some hundred kB of them. */
  private static final int MOST_TRANSITION_BYTES = 16 << 20;

  private final Path folder;

  private ModelFit(Path folder) {
    this.folder = folder;
  }

  /// What is wrong, in a part of a sentence.
  static Optional<String> problem(ModelFolder folder) {
    ModelFit fit = new ModelFit(folder.path());
    try {
      fit.check();
      return Optional.empty();
    } catch (IOException fault) {
      return Optional.of(String.valueOf(fault.getMessage()));
    }
  }

  private void check() throws IOException {
    int words = words();
    OptionalInt transitions = transitions();
    for (String name : List.of("graph/HCLr.fst", "graph/HCLG.fst", "graph/Gr.fst")) {
      if (Files.isRegularFile(folder.resolve(name))) {
        Optional<GraphFile.Labels> labels = labels(name);
        if (labels.isPresent()) {
          fits(name + " has a word of number ", labels.get().output(), words, "graph/words.txt");
          if (transitions.isPresent() && !name.endsWith("Gr.fst")) {
            fits(
                name + " has a sound of number ",
                labels.get().input(),
                transitions.getAsInt(),
                "am/final.mdl");
          }
        }
      }
    }
  }

  private static void fits(String what, int number, int most, String where) throws IOException {
    if (number > most) {
      throw new IOException(
          what
              + number
              + ", but the last one in "
              + where
              + " is "
              + most
              + " (files of two models, or cut off)");
    }
  }

  private Optional<GraphFile.Labels> labels(String name) throws IOException {
    try {
      return GraphFile.labels(folder.resolve(name), removed());
    } catch (IOException fault) {
      throw new IOException(name + " is damaged: " + fault.getMessage(), fault);
    }
  }

  /** Input labels that Vosk removes when it loads the model. */
  private Set<Integer> removed() throws IOException {
    Path file = folder.resolve("graph/disambig_tid.int");
    Set<Integer> numbers = new HashSet<>();
    if (Files.isRegularFile(file)) {
      for (String line : lines("graph/disambig_tid.int")) {
        numbers.add(number(line.strip(), "graph/disambig_tid.int", line));
      }
    }
    return numbers;
  }

  /** The largest number of a word. */
  private int words() throws IOException {
    int most = 0;
    for (String line : lines("graph/words.txt")) {
      String[] parts = line.strip().split("\\s+");
      most = Math.max(most, number(parts.length == 2 ? parts[1] : "", "graph/words.txt", line));
    }
    return most;
  }

  private List<String> lines(String name) throws IOException {
    try {
      return Files.readAllLines(folder.resolve(name)).stream()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (MalformedInputException notText) {
      throw new IOException(name + " is not text in UTF-8", notText);
    } catch (IOException unreadable) {
      throw new IOException(name + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static int number(String text, String name, String line) throws IOException {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      String shown = line.length() > 40 ? line.substring(0, 40) + "..." : line;
      throw new IOException(name + " has a line without its number: \"" + shown + '"', e);
    }
  }

  /** The number of transition ids of the network; empty in Kaldi's text form. */
  private OptionalInt transitions() throws IOException {
    byte[] begin;
    try (InputStream in = Files.newInputStream(folder.resolve("am/final.mdl"))) {
      begin = in.readNBytes(MOST_TRANSITION_BYTES);
    }
    int found = indexOf(begin, AFTER_TRANSITIONS);
    int at = found + AFTER_TRANSITIONS.length;
    return found < 0 || at + 4 > begin.length
        ? OptionalInt.empty()
        : OptionalInt.of(
            // The first of these probabilities is of no transition.
            ByteBuffer.wrap(begin).order(ByteOrder.LITTLE_ENDIAN).getInt(at) - 1);
  }

  private static int indexOf(byte[] in, byte[] sought) {
    for (int at = 0; at + sought.length <= in.length; at++) {
      int same = 0;
      while (same < sought.length && in[at + same] == sought[same]) {
        same++;
      }
      if (same == sought.length) {
        return at;
      }
    }
    return -1;
  }
}
