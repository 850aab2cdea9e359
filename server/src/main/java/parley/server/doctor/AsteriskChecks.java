package parley.server.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import parley.config.Settings;
import parley.config.Settings.AsteriskMode;
import parley.gateway.asterisk.AriProbe;
import parley.gateway.asterisk.AsteriskConfiguration;
import parley.gateway.asterisk.AsteriskException;
import parley.gateway.asterisk.AsteriskFinder;
import parley.gateway.asterisk.AsteriskInstallation;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.asterisk.FreePorts;

/// Asterisk, its modules and ports, and the people whom it can ring.
final class AsteriskChecks {

  private AsteriskChecks() {}

  static List<Finding> asterisk(Settings settings, boolean running) {
    List<Finding> findings = new ArrayList<>();
    boolean ours = settings.asterisk().mode() == AsteriskMode.PRIVATE;
    if (ours) {
      findings.add(installation(settings));
    }
    if (running || !ours) {
      findings.add(answer(settings));
    }
    return findings;
  }

  private static Finding installation(Settings settings) {
    Optional<AsteriskInstallation> found =
        new AsteriskFinder(settings.home(), settings.state()).find();
    if (found.isEmpty()) {
      return Finding.warn(
          "Asterisk",
          "no Asterisk 22 with chan_websocket on this machine",
          "./parley up installs one into the state folder (about a minute)");
    }
    AsteriskInstallation asterisk = found.get();
    List<String> missing = asterisk.missing(new AsteriskConfiguration(settings.home()).modules());
    String text = asterisk.version() + " in " + asterisk.program();
    return missing.isEmpty()
        ? Finding.ok("Asterisk", text)
        : Finding.fail(
            "Asterisk",
            text + " lacks " + String.join(", ", missing),
            "install these modules, or remove it so that Parley installs its own");
  }

  private static Finding answer(Settings settings) {
    try {
      AriProbe.Answer answer = new AriProbe(settings, AsteriskLogins.of(settings)).ask();
      if (answer.missing().isEmpty()) {
        String media = answer.hasWebSocket() ? "chan_websocket" : "AudioSocket";
        return Finding.ok("ARI", "Asterisk " + answer.version() + " answers, media by " + media);
      }
      return Finding.fail(
          "ARI",
          "Asterisk " + answer.version() + " lacks " + String.join(", ", answer.missing()),
          "load them in modules.conf; config/asterisk/README.md says what each is for");
    } catch (AsteriskException silent) {
      return Finding.fail(
          "ARI", String.valueOf(silent.getMessage()), "see config/asterisk/README.md");
    }
  }

  static List<Finding> ports(Settings settings, boolean running) {
    if (running) {
      return List.of(Finding.ok("ports", "held by the running Parley"));
    }
    List<String> problems = new ArrayList<>(FreePorts.problemsOfParley(settings));
    if (settings.asterisk().mode() == AsteriskMode.PRIVATE) {
      problems.addAll(FreePorts.problems(settings));
    }
    if (problems.isEmpty()) {
      return List.of(Finding.ok("ports", "all that Parley needs are free"));
    }
    return problems.stream()
        .map(problem -> {
          int cut = problem.indexOf("; ");
          return Finding.fail("ports", problem.substring(0, cut), problem.substring(cut + 2));
        })
        .toList();
  }

  static List<Finding> agents(Settings settings) {
    String queue = settings.transfer().queue();
    long serving =
        settings.agents().stream().filter(agent -> agent.skills().contains(queue)).count();
    if (serving == 0) {
      return List.of(
          Finding.warn(
              "agents",
              "nobody has the skill " + queue + ", which transfer.queue names",
              "give it to an agent in config/parley.yaml; until then callers who ask for a person hear an apology"));
    }
    return List.of(
        Finding.ok(
            "agents",
            settings.agents().size() + " agents, " + serving + " with the skill " + queue));
  }
}
