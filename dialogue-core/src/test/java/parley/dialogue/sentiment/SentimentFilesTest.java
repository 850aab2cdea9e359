package parley.dialogue.sentiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.dialogue.Shipped;
import parley.dialogue.files.Problems;
import parley.dialogue.sentiment.SentimentLanguage.Kind;

/// What a site writes about moods, and what it is told when that cannot be used.
class SentimentFilesTest {
  private static final String WORDS = "positive: [good]\nnegative: [bad]\nturning: [not]\n";

  @TempDir private Path home;
  private final Problems problems = new Problems();

  private Optional<SentimentLanguage> read(String words, String examples) throws IOException {
    Files.writeString(home.resolve("xx.yaml"), words);
    Files.writeString(home.resolve("xx.tsv"), examples);
    return SentimentFiles.read(home, home, "xx", problems);
  }

  private String told() {
    return String.join("\n", problems.sorted().stream().map(Object::toString).toList());
  }

  @Test
  void examplesMayCarryAFlag() throws IOException {
    SentimentLanguage language =
        read(
                WORDS,
                """
                # mine

                well done\tpositive
                hm\tneutral
                bah\tnegative
                you thief\tnegative\tanger
                help he has a gun\tnegative\tdistress
                """)
            .orElseThrow();
    assertEquals("", told());
    assertEquals(
        List.of(Kind.POSITIVE, Kind.NEUTRAL, Kind.NEGATIVE, Kind.ANGER, Kind.DISTRESS),
        language.examples().stream().map(SentimentLanguage.Example::kind).toList());
  }

  @Test
  void everyBadLineIsToldWithItsNumber() throws IOException {
    var _ =
        read(
            "positive: [good, bad]\nnegative: [bad]\nturnin: [not]\n",
            "a\tpositive\nno tab\n\tneutral\nb\thappy\nc\tpositive\tanger\nd\tnegative\trage\n");
    for (String expected :
        List.of(
            "xx.yaml:3: Unknown key `turnin`. Expected `turning`?",
            "`turning` has no phrase.",
            "xx.yaml:2: `positive` and `negative` both hold \"bad\".",
            "xx.tsv:2: This is no example.",
            "xx.tsv:3: This is no example.",
            "xx.tsv:4: This is no example.",
            "xx.tsv:5: This is no example.",
            "xx.tsv:6: This is no example. Expected a text, a tab, and negative",
            "xx.tsv: There is no example that is neutral, negative. Write some.")) {
      assertTrue(told().contains(expected), expected + "\nis not in\n" + told());
    }
  }

  @Test
  void aFileThatIsMissingOrNoTextIsTold() throws IOException {
    Files.write(home.resolve("xx.tsv"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    var _ = SentimentFiles.read(home, home, "xx", problems);
    assertTrue(told().contains("xx.yaml: The file cannot be read"), told());
    assertTrue(told().contains("xx.tsv: The file cannot be read as text in UTF-8"), told());
  }

  @Test
  void aLanguageWithoutFilesHasNone() {
    assertTrue(SentimentFiles.read(home, home, "yy", problems).isEmpty());
    assertEquals("", told());
  }

  @Test
  void theShippedExamplesAreBalanced() {
    List<SentimentLanguage.Example> examples =
        SentimentFiles.read(Shipped.HOME, Shipped.HOME.resolve("config/sentiment"), "en", problems)
            .orElseThrow()
            .examples();
    assertEquals("", told());
    assertTrue(examples.size() >= 600, "there are " + examples.size());
    for (Kind kind : List.of(Kind.POSITIVE, Kind.NEUTRAL)) {
      assertTrue(
          examples.stream().filter(example -> example.kind() == kind).count() >= 200, kind.name());
    }
  }
}
