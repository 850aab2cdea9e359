package parley.server.eval.pickup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import parley.server.eval.BadTestSetException;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;

/// Where greetings come from, and what is wrong with lists of them.
class GreetingsTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  @TempDir Path folder;

  private Path list(String text) throws IOException {
    Path list = folder.resolve("list.tsv");
    Files.writeString(list, text);
    return list;
  }

  @Test
  void foldersAndListsSayWhoItIs() throws IOException {
    Files.createDirectories(folder.resolve("machines"));
    WavFile.write(folder.resolve("machines/a.wav"), new Pcm(new short[800], 8_000));
    WavFile.write(folder.resolve("b.wav"), new Pcm(new short[800], 8_000));
    Path list = list("# a remark\nb.wav\tperson\nmachine\trate=1.00 level=0 hiss=-60\t[20] hi\n");

    List<Greeting> greetings = Greetings.read(List.of(folder.resolve("machines"), list));

    assertEquals(
        List.of(Label.MACHINE, Label.PERSON, Label.MACHINE),
        greetings.stream().map(Greeting::label).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "person,rate=1.00 level=0 hiss=-60,[beep 1000] hi | not [beep 1000]",
        "person,loud,hi | expected a line such as",
        "somebody,x,hi | expected a recording, a tab and person or machine",
        "none.wav,person | There is no file"
      })
  void whatIsWrongIsToldWithItsLine(String line, String told) throws IOException {
    Path list = list("\n" + line.replace(',', '\t') + "\n");
    BadTestSetException wrong =
        assertThrows(BadTestSetException.class, () -> Greetings.read(List.of(list)));
    assertTrue(String.valueOf(wrong.getMessage()).contains(told), wrong::getMessage);
  }

  @Test
  void theShippedListsCanBeRead() {
    List<Greeting> all =
        Greetings.read(
            List.of(
                HOME.resolve("docs/results/sets/pickup.tsv"),
                HOME.resolve("docs/results/sets/pickup-dev.tsv")));
    assertTrue(all.stream().filter(one -> one.label() == Label.PERSON).count() > 90);
    assertTrue(all.stream().filter(one -> one.label() == Label.MACHINE).count() > 90);
  }
}
