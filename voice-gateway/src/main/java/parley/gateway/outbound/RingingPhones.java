package parley.gateway.outbound;

import java.util.UUID;
import parley.config.Settings;
import parley.gateway.ari.AriClient;
import parley.gateway.ari.AriException;
import parley.gateway.asterisk.AsteriskLogins;

/// Lets phones go that Parley makes ring, from any process: Asterisk knows each attempt by its id.
/// Who dialled it notes that nobody answered. Thread: any; a call blocks for two requests.
public final class RingingPhones implements AutoCloseable {

  private final AriClient ari;

  private RingingPhones(AriClient ari) {
    this.ari = ari;
  }

  /// At the Asterisk of these settings.
  public static RingingPhones at(Settings settings) {
    Settings.Asterisk asterisk = settings.asterisk();
    return new RingingPhones(
        new AriClient(
            asterisk.host() + ":" + asterisk.httpPort(),
            asterisk.ariUser(),
            AsteriskLogins.of(settings).ari(),
            asterisk.requestTimeout(),
            asterisk.application()));
  }

  /// Ends an attempt whose phone still rings. A talk goes on to its end.
  ///
  /// @return false when it does not ring here, or Asterisk does not answer
  public boolean letGo(UUID attempt) {
    String channel = "/channels/" + attempt;
    try {
      // The near half is up from the moment at which somebody answers.
      if (ari.get(channel).path("state").asText().equals("Up")) {
        return false;
      }
      ari.release(channel);
      return true;
    } catch (AriException e) {
      return false;
    }
  }

  @Override
  public void close() {
    ari.close();
  }
}
