package parley.server.wiring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import parley.config.Settings;
import parley.db.CallLogReading;
import parley.db.connection.DatabaseException;
import parley.dialogue.log.CallLog;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.phone.PhoneSettings;
import parley.server.call.NotRunningException;
import parley.server.call.RunningParley;
import parley.server.status.StatusFile;

/// The server that runs on this machine, for commands that call it.
public final class LocalParley implements RunningParley {
  private final Settings settings;
  private final CallLogReading reading;

  private LocalParley(Settings settings, CallLogReading reading) {
    this.settings = settings;
    this.reading = reading;
  }

  /// @param clock tells whether what the running Parley wrote about itself is fresh
  /// @throws NotRunningException when no server runs, in one sentence
  public static LocalParley attach(Settings settings, Clock clock) {
    if (new StatusFile(settings.state(), clock).read().isEmpty()) {
      throw new NotRunningException("Parley is not running: start it with `./parley up`.");
    }
    try {
      return new LocalParley(settings, CallLogReading.open(settings.database(), settings.state()));
    } catch (DatabaseException e) {
      throw new NotRunningException(String.valueOf(e.getMessage()));
    }
  }

  /// On loopback Asterisk knows test callers by 127.0.0.2; elsewhere the phone logs in.
  @Override
  public PhoneSettings phone() {
    String bind = settings.asterisk().sipBind();
    try {
      if (!logsIn()) {
        return PhoneSettings.trunk(
            new InetSocketAddress(bind, settings.asterisk().sipPort()),
            InetAddress.getByName("127.0.0.2"),
            "+441632960199");
      }
      String host = bind.equals("0.0.0.0") ? "127.0.0.1" : bind;
      return PhoneSettings.login(
          new InetSocketAddress(host, settings.asterisk().sipPort()),
          AsteriskLogins.CALLER,
          AsteriskLogins.of(settings).caller());
    } catch (IOException e) {
      throw new NotRunningException("The address 127.0.0.2 cannot be used on this machine.");
    }
  }

  @Override
  public boolean logsIn() {
    return !settings.asterisk().sipBind().startsWith("127.");
  }

  @Override
  public String extension() {
    return settings.asterisk().extension();
  }

  @Override
  public CallLog log() {
    return reading.callLog();
  }

  @Override
  public Path recordings() {
    return settings.recording().folder();
  }

  @Override
  public void close() {
    reading.close();
  }
}
