package parley.mail.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.mail.attachment.Attachment;
import parley.mail.attachment.Attachment.Form;
import parley.mail.attachment.AttachmentReader;
import parley.mail.attachment.AttachmentScanner;
import parley.mail.attachment.AttachmentScanner.Verdict;
import parley.mail.attachment.AttachmentText.NoWords;
import parley.mail.attachment.AttachmentText.Words;
import parley.mail.attachment.AttachmentTranscriber;
import parley.mail.attachment.TextLimits;

/// What becomes of the files that come with a mail.
class AttachedFilesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC);

  private static final AttachmentTranscriber HEARD =
      (_, name) ->
          name.equals("note.wav")
              ? new Words("where is my parcel", false)
              : new NoWords("It is damaged.");

  @TempDir private Path folder;

  @Test
  void anInfectedFileSetsTheMailAside() throws IOException {
    AttachmentScanner scanner = file -> file.endsWith("2.txt") ? Verdict.INFECTED : Verdict.CLEAN;

    assertEquals(
        Optional.of("ATTACHMENT_INFECTED"),
        attached(scanner).danger(List.of(file("1.txt", "a"), file("2.txt", "b"))));
    assertEquals(Optional.empty(), attached(scanner).danger(List.of(file("1.txt", "a"))));
  }

  @Test
  void aFileThatCannotBeScannedDoesSoToo() throws IOException {
    assertEquals(
        Optional.of("ATTACHMENT_NOT_SCANNED"),
        attached(_ -> Verdict.FAILED).danger(List.of(file("1.txt", "a"))));
  }

  @Test
  void wordsOfRecordingsAreKeptApartFromThoseOfDocuments() throws IOException {
    Attached words =
        attached(AttachmentScanner.none())
            .words(
                List.of(
                    file("list.txt", "two kettles"),
                    new Attachment(
                        "note.wav", "audio/wav", Form.AUDIO, 1, folder.resolve("x"), false),
                    file("run.exe", "words")));

    assertEquals("where is my parcel", words.heard());
    assertEquals("two kettles", words.read());
    assertEquals(0, words.unheard());
  }

  @Test
  void aRecordingThatCouldNotBeHeardIsCounted() {
    Attached words =
        attached(AttachmentScanner.none())
            .words(
                List.of(
                    new Attachment(
                        "hum.mp3", "audio/mpeg", Form.AUDIO, 1, folder.resolve("x"), false)));

    assertEquals(1, words.unheard());
    assertEquals("", words.heard());
  }

  private static AttachedFiles attached(AttachmentScanner scanner) {
    return new AttachedFiles(scanner, new AttachmentReader(TextLimits.DEFAULT, HEARD), CLOCK);
  }

  private Attachment file(String name, String words) throws IOException {
    Path file = Files.writeString(folder.resolve(name), words);
    Form form = name.endsWith(".exe") ? Form.PROGRAM : Form.TEXT;
    return new Attachment(name, "text/plain", form, words.length(), file, false);
  }
}
