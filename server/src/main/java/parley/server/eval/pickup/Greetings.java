package parley.server.eval.pickup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import parley.server.eval.BadTestSetException;
import parley.server.eval.TextLines;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavFile;

/// Reads who picked up: recordings whose folder says who it is, lists of recordings, and lists of
/// scripts that a voice is to speak.
final class Greetings {

  private static final int RATE_HZ = 8_000;
  private static final String EXPECTED =
      "a recording, a tab and person or machine; or person or machine, a tab, a line such as"
          + " rate=1.05 level=-6 hiss=-60, a tab and what is said";

  private Greetings() {}

  /// @throws BadTestSetException with one sentence
  static List<Greeting> read(List<Path> paths) {
    List<Greeting> all = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        all.addAll(folder(path));
      } else if (path.toString().endsWith(".tsv")) {
        all.addAll(list(path));
      } else {
        all.add(recording(path, labelled(path)));
      }
    }
    if (all.isEmpty()) {
      throw new BadTestSetException("Nobody picks up in " + paths);
    }
    return all;
  }

  private static List<Greeting> folder(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".wav"))
          .sorted()
          .map(file -> recording(file, labelled(file)))
          .toList();
    } catch (IOException e) {
      throw new BadTestSetException(folder + " cannot be read; expected a folder of recordings");
    }
  }

  private static Label labelled(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return Label.of(folder == null ? "" : String.valueOf(folder.getFileName()))
        .orElseThrow(() ->
            new BadTestSetException(
                file
                    + " lies in no folder that says who it is; expected person/ or machine/,"
                    + " or a list"));
  }

  private static Greeting recording(Path file, Label label) {
    if (!Files.exists(file)) {
      throw new BadTestSetException("There is no file " + file);
    }
    return new Greeting(
        file.toString(),
        label,
        _ ->
            new Script.Spoken(
                Resampler.convert(WavFile.read(file), RATE_HZ).samples(), OptionalLong.empty()));
  }

  private static List<Greeting> list(Path list) {
    List<Greeting> all = new ArrayList<>();
    int number = 0;
    for (String line : TextLines.of(list, "lines of " + EXPECTED)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String where = list + ", line " + number;
      String[] columns = line.split("\t", -1);
      if (columns.length == 3 && Label.of(columns[0]).isPresent()) {
        Script script =
            Script.parse(columns[2], Script.Line.parse(columns[1], where), number, where);
        all.add(new Greeting(where, Label.of(columns[0]).orElseThrow(), script::spoken));
      } else if (columns.length >= 2 && Label.of(columns[1]).isPresent()) {
        all.add(recording(list.resolveSibling(columns[0]), Label.of(columns[1]).orElseThrow()));
      } else {
        throw new BadTestSetException(where + ": expected " + EXPECTED);
      }
    }
    return all;
  }
}
