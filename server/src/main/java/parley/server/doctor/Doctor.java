package parley.server.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import parley.config.Settings;
import parley.server.start.InstanceLock;

/// Runs every check. None changes anything.
public final class Doctor {

  /// Looks at one thing. Anything that it throws is a failed finding.
  @FunctionalInterface
  public interface Check {
    List<Finding> look(Settings settings, boolean running);
  }

  /// @param name of the finding when the check itself breaks
  public record NamedCheck(String name, Check check) {}

  private final List<NamedCheck> checks;

  /// @param clock says what is overdue
  public Doctor(Clock clock) {
    List<NamedCheck> all = new ArrayList<>();
    all.add(new NamedCheck("Java", (settings, running) -> MachineChecks.java()));
    all.add(new NamedCheck("Maven", (settings, running) -> MachineChecks.maven()));
    all.add(new NamedCheck("state", (settings, running) -> MachineChecks.state(settings)));
    all.add(new NamedCheck("Asterisk", AsteriskChecks::asterisk));
    all.add(new NamedCheck("ports", AsteriskChecks::ports));
    all.add(new NamedCheck("agents", (settings, running) -> AsteriskChecks.agents(settings)));
    all.add(new NamedCheck("model", (settings, running) -> SpeechChecks.model(settings)));
    all.add(new NamedCheck("voice", (settings, running) -> SpeechChecks.voice(settings)));
    all.add(new NamedCheck("knowledge", (settings, running) -> FileChecks.files(settings)));
    all.add(new NamedCheck("privacy", (settings, running) -> PrivacyChecks.privacy(settings)));
    all.add(new NamedCheck("mail", (settings, running) -> MailChecks.mail(settings)));
    all.add(
        new NamedCheck(
            "language model", (settings, running) -> LanguageModelChecks.model(settings)));
    all.add(new NamedCheck("database", DatabaseChecks::database));
    all.add(new NamedCheck("spool", (settings, running) -> DatabaseChecks.spool(settings)));
    all.add(
        new NamedCheck(
            "overdue",
            (settings, running) -> OverdueChecks.overdue(settings, running, clock.instant())));
    this.checks = List.copyOf(all);
  }

  public List<Finding> examine(Settings settings) {
    boolean running = InstanceLock.isHeld(settings.state());
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.ok("Parley", running ? "is running" : "is not running; ./parley up starts it"));
    for (NamedCheck check : checks) {
      findings.addAll(look(check, settings, running));
    }
    return findings;
  }

  private static List<Finding> look(NamedCheck check, Settings settings, boolean running) {
    try {
      return check.check().look(settings, running);
    } catch (RuntimeException broken) {
      String reason =
          broken.getMessage() == null ? broken.getClass().getSimpleName() : broken.getMessage();
      return List.of(Finding.fail(check.name(), reason, "see the log"));
    }
  }
}
