package parley.speech.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import parley.speech.recognize.ModelFolder;
import parley.speech.recognize.RecognitionException;

/// Makes a model take the 8000 Hz of telephone lines. The vendor's small models lack the option and
/// hear nothing at all then, without a word of why.
final class TelephoneRate {
  private static final int TELEPHONE_HZ = 8_000;
  private static final String OPTION = "--allow-upsample";
  private static final String MFCC = "conf/mfcc.conf";

  private TelephoneRate() {}

  /// @return the names of the files that were changed
  static List<String> allow(Path model, String shown) {
    if (rate(model, shown) <= TELEPHONE_HZ) {
      return List.of();
    }
    Path file = model.resolve(MFCC);
    try {
      List<String> options = Files.readAllLines(file);
      if (options.stream().anyMatch(option -> option.strip().startsWith(OPTION))) {
        return List.of();
      }
      String text = Files.readString(file);
      String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
      Files.writeString(file, text + end + OPTION + "=true\n");
      return List.of(MFCC);
    } catch (IOException failed) {
      throw InstallFolders.unwritable(file, failed);
    }
  }

  private static int rate(Path model, String shown) {
    try {
      return ModelFolder.at(model).sampleRateHz();
    } catch (RecognitionException | NumberFormatException unreadable) {
      throw new BadZipException(
          shown + " is not a Vosk model: its " + MFCC + " cannot be read; use another model");
    }
  }
}
