package parley.server.call;

import java.nio.file.Path;
import parley.dialogue.log.CallLog;
import parley.gateway.phone.PhoneSettings;

/// The running server as a caller on the same machine sees it: where to dial, and the call log to
/// read along.
public interface RunningParley extends AutoCloseable {

  /// How the test phone reaches Asterisk.
  PhoneSettings phone();

  /// Whether the phone logs in before it dials; not where Asterisk knows it by its address.
  boolean logsIn();

  /// The extension that Parley answers.
  String extension();

  CallLog log();

  /// The folder that recordings' paths in the log start from.
  Path recordings();

  @Override
  void close();
}
