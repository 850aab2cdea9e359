package parley.speech.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WordListReaderTest {
  @TempDir private Path folder;

  @Test
  void wordsWithAndWithoutPronunciation() throws IOException {
    Path file =
        write(
            """
            # products
            Zorbiflex = z ao r b ih f l eh k s
            o'leary Northgate  # two words, how they sound is derived

            """);
    assertEquals(
        List.of(
            new SiteWords.Entry(
                "zorbiflex", Optional.of(List.of("Z AO R B IH F L EH K S".split(" ")))),
            new SiteWords.Entry("o'leary", Optional.empty()),
            new SiteWords.Entry("northgate", Optional.empty())),
        WordListReader.read(file));
  }

  @Test
  void everyWrongLineIsNamedAtOnce() throws IOException {
    Path file = write("good\n4711\nword = Q Q\ntwo words = T UW\n");
    String told =
        String.valueOf(
            assertThrows(AdaptException.class, () -> WordListReader.read(file)).getMessage());
    assertTrue(told.contains("line 2: `4711` is no word"), told);
    assertTrue(told.contains("line 3: `Q` is no phone"), told);
    assertTrue(told.contains("line 4: expected one word"), told);
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("words.txt"), new byte[] {(byte) 0xff, (byte) 0xfe});
    String told =
        String.valueOf(
            assertThrows(AdaptException.class, () -> WordListReader.read(file)).getMessage());
    assertTrue(told.contains("not text in UTF-8"), told);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("words.txt"), text);
  }
}
