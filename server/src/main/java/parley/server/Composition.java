package parley.server;

import java.util.List;
import java.util.function.Function;
import parley.config.Settings;
import parley.config.Settings.AsteriskMode;
import parley.dialogue.log.CallLog;
import parley.gateway.asterisk.AriProbe;
import parley.gateway.asterisk.AsteriskException;
import parley.gateway.asterisk.AsteriskFinder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.asterisk.AsteriskProcess;
import parley.server.command.CommandFault;
import parley.server.command.UpCommand;
import parley.server.doctor.Doctor;
import parley.server.start.Startup;
import parley.server.start.Step;

/// Which parts the process is made of, in the order in which they start. Optional parts are chosen
/// here, from the settings, and nowhere else.
final class Composition implements UpCommand.Parts {

  @Override
  public void addTo(Startup startup, Settings settings) {
    AsteriskLogins logins = AsteriskLogins.of(settings);
    if (settings.asterisk().mode() == AsteriskMode.PRIVATE) {
      startup.add(
          "Asterisk", step -> startAsterisk(settings, logins, step), AsteriskProcess::close);
    } else {
      startup.add("Asterisk", step -> askAsterisk(settings, logins, step), answer -> {});
    }
  }

  /// For commands that only read: opens the database that `up` uses, and closes it again.
  @SuppressWarnings("DoNotCallSuggester")
  <T> T readCallLog(Settings settings, Function<CallLog, T> work) {
    throw new CommandFault("The call log cannot be read yet");
  }

  /// What `doctor` looks at beyond the machine and Asterisk.
  List<Doctor.NamedCheck> checks() {
    return List.of();
  }

  private static AsteriskProcess startAsterisk(Settings settings, AsteriskLogins logins, Step step)
      throws InterruptedException {
    var finder = new AsteriskFinder(settings.home(), settings.state());
    return AsteriskProcess.start(settings, logins, finder.findOrInstall(step::say), step::say);
  }

  private static AriProbe.Answer askAsterisk(Settings settings, AsteriskLogins logins, Step step) {
    AriProbe.Answer answer = new AriProbe(settings, logins).ask();
    if (!answer.missing().isEmpty()) {
      throw new AsteriskException(
          "The Asterisk at %s lacks %s; load them in its modules.conf."
              .formatted(settings.asterisk().host(), String.join(", ", answer.missing())));
    }
    step.say("Asterisk " + answer.version() + " at " + settings.asterisk().host());
    return answer;
  }
}
