package parley.server.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.speech.audio.Pcm;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.Synthesizer;
import picocli.CommandLine;

class CallCommandTest {

  @TempDir private Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Supplier<RunningParley> parley, String... arguments) {
    CommandLine command = new CommandLine(new CallCommand(parley, CallCommandTest::noVoice));
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    return command.execute(arguments);
  }

  private static RunningParley notRunning() {
    throw new NotRunningException("Parley does not run: start it with `./parley up`.");
  }

  private String wav() {
    Path file = folder.resolve("tone.wav");
    WavFile.write(file, new Pcm(new short[800], 8_000));
    return file.toString();
  }

  @Test
  void fileThatIsNoWavIsOneSentenceAndNoCall() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.wav"), "not a sound");
    assertEquals(1, run(CallCommandTest::notRunning, wav(), text.toString(), "--json"));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
    assertTrue(err.toString().contains("notes.wav"), err.toString());
    assertEquals("", out.toString());
  }

  @Test
  void missingFileIsOneSentence() {
    assertEquals(1, run(CallCommandTest::notRunning, folder.resolve("none.wav").toString()));
    assertEquals(1, err.toString().strip().lines().count(), err.toString());
  }

  @Test
  void noRunningParleyIsOneSentence() {
    assertEquals(1, run(CallCommandTest::notRunning, wav()));
    assertEquals("Parley does not run: start it with `./parley up`.", err.toString().strip());
  }

  @Test
  void noFileIsAnArgumentError() {
    assertEquals(2, run(CallCommandTest::notRunning));
    assertTrue(err.toString().contains("FILE"), err.toString());
  }

  private static Synthesizer noVoice() {
    throw new IllegalStateException("No voice is needed for files");
  }
}
