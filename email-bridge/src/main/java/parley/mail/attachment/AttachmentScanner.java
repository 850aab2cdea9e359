package parley.mail.attachment;

import java.nio.file.Path;

/// Says whether an attached file is harmless. Port: [CommandScanner] asks a program.
///
/// Thread: any; blocks for as long as its settings say.
public interface AttachmentScanner {

  /// What came of scanning a file.
  enum Verdict {
    CLEAN,
    /// The mail is quarantined.
    INFECTED,
    /// It could not be scanned: the mail is quarantined too, and scanning again later may help.
    FAILED
  }

  Verdict scan(Path file);

  /// For a site without a scanner: everything passes.
  static AttachmentScanner none() {
    return _ -> Verdict.CLEAN;
  }
}
