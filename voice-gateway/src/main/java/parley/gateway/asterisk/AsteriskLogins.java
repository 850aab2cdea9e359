package parley.gateway.asterisk;

import java.util.LinkedHashMap;
import java.util.Map;
import parley.config.GeneratedSecrets;
import parley.config.Secret;
import parley.config.Settings;

/// The passwords of the Asterisk in use, from the settings or made up and kept.
///
/// @param caller the softphone that dials Parley
/// @param agents by agent id
public record AsteriskLogins(Secret ari, Secret ami, Secret caller, Map<String, Secret> agents) {

  /// The SIP user that `up` shows for a softphone.
  public static final String CALLER = "caller";

  public AsteriskLogins {
    agents = Map.copyOf(agents);
  }

  public static AsteriskLogins of(Settings settings) {
    GeneratedSecrets secrets = new GeneratedSecrets(settings.state());
    Map<String, Secret> agents = new LinkedHashMap<>();
    for (Settings.AgentSettings agent : settings.agents()) {
      agents.put(agent.id(), secrets.orMadeUp(agent.password(), "agent-" + agent.id()));
    }
    return new AsteriskLogins(
        secrets.orMadeUp(settings.asterisk().ariPassword(), "ari"),
        secrets.orMadeUp(settings.asterisk().amiPassword(), "ami"),
        secrets.orMadeUp(null, CALLER),
        agents);
  }
}
