package parley.server.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import parley.config.Secret;
import parley.config.Settings;
import parley.config.Settings.AgentSettings;
import parley.config.Settings.AsteriskMode;
import parley.gateway.asterisk.AsteriskLogins;

/// What `up` ends with: whom to call, with which phones, and where to read the calls. The one place
/// that shows passwords, because phones need them.
final class ReadyScreen {

  private final Settings settings;

  ReadyScreen(Settings settings) {
    this.settings = settings;
  }

  List<String> lines(Duration took) {
    Settings.Asterisk asterisk = settings.asterisk();
    boolean ours = asterisk.mode() == AsteriskMode.PRIVATE;
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(String.format(Locale.ROOT, "Parley is ready (%.1f s).", took.toMillis() / 1000.0));
    lines.add("");
    if (ours) {
      String server = server(asterisk);
      lines.add("Dial          sip:%s@%s".formatted(asterisk.extension(), server));
      AsteriskLogins logins = AsteriskLogins.of(settings);
      lines.add("Your phone    " + login(AsteriskLogins.CALLER, logins.caller(), server));
      for (AgentSettings agent : settings.agents()) {
        Secret password = Objects.requireNonNull(logins.agents().get(agent.id()));
        lines.add(
            "Agent         %s  (%s, extension %s: %s)"
                .formatted(
                    login(agent.id(), password, server),
                    agent.name(),
                    agent.extension(),
                    String.join(", ", new TreeSet<>(agent.skills()))));
      }
      if (asterisk.sipBind().startsWith("127.")) {
        lines.add("              Phones on this machine only; for others set asterisk.sip-bind.");
      }
    } else {
      lines.add(
          "Dial          extension %s of the Asterisk at %s"
              .formatted(asterisk.extension(), asterisk.host()));
    }
    lines.add("Try           ./parley call --say \"when are you open\"");
    lines.add("Call log      ./parley calls   and   ./parley calls show ID");
    if (settings.recording().enabled()) {
      lines.add("Recordings    " + settings.recording().folder());
    }
    lines.add("Log           " + settings.state().resolve("log/parley.log"));
    lines.add("Ctrl-C stops everything.");
    return lines;
  }

  private static String server(Settings.Asterisk asterisk) {
    String host = asterisk.sipBind().equals("0.0.0.0") ? "THIS-MACHINE" : asterisk.sipBind();
    return asterisk.sipPort() == 5060 ? host : host + ":" + asterisk.sipPort();
  }

  private static String login(String user, Secret password, String server) {
    return "user %s  password %s  server %s (UDP)".formatted(user, password.reveal(), server);
  }
}
