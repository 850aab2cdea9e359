package parley.server.doctor;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.config.MailboxSettings;
import parley.config.Settings;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.mail.server.CheckedStep;
import parley.mail.server.MailboxCheck;
import parley.server.doctor.Finding.Level;
import parley.speech.recording.Ffmpeg;

/// What mail needs on this machine. No server is asked: `./parley mail test` does that.
final class MailChecks {

  private static final String NAME = "mail";

  private MailChecks() {}

  static List<Finding> mail(Settings settings) {
    if (settings.mailboxes().isEmpty()) {
      return List.of(Finding.ok(NAME, "no mailbox is set; mail is not answered"));
    }
    List<Finding> findings = new ArrayList<>();
    for (MailboxSettings box : settings.mailboxes()) {
      MailboxCheck.here(box).stream().map(step -> finding(box, step)).forEach(findings::add);
    }
    findings.add(ffmpeg());
    return findings;
  }

  private static Finding finding(MailboxSettings box, CheckedStep step) {
    String text = "%s, %s: %s".formatted(box.name(), step.name(), step.says());
    return step.passed()
        ? Finding.ok(NAME, text)
        : Finding.fail(NAME, text, "correct it; Parley does not start otherwise");
  }

  private static Finding ffmpeg() {
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Ffmpeg.find(path).isPresent()
        ? Finding.ok(NAME, "voice messages are heard as WAV, and through ffmpeg in other forms")
        : Finding.ok(
            NAME, "voice messages are heard as WAV only; apt-get install ffmpeg for other forms");
  }

  /// Files that an entry names and that are not there.
  static List<Finding> files(Settings settings, List<KnowledgeEntry> entries) {
    List<Finding> findings = new ArrayList<>();
    for (KnowledgeEntry entry : entries) {
      for (String file : entry.reference().files()) {
        if (!Files.exists(settings.knowledge().documents().resolve(file))) {
          findings.add(
              new Finding(
                  "knowledge",
                  Level.WARN,
                  "the entry %s names the file %s, which is not among the documents"
                      .formatted(entry.id(), file),
                  "put it into " + settings.knowledge().documents() + ", or correct `files`"));
        }
      }
    }
    return findings;
  }
}
