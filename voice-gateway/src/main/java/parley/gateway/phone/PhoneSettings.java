package parley.gateway.phone;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import parley.config.Secret;

/// What a [TestPhone] is.
///
/// @param server where Asterisk's SIP is, over UDP
/// @param bind the phone's own address; null: the one from which the server is reached
/// @param user who calls: the SIP user, and the login's name where there is a password
/// @param password null where Asterisk knows the phone by its address
/// @param roundTrip RFC 3261's T1, from which all its timers follow; 500 ms there
/// @param ringing how long to wait for an answer before giving up
public record PhoneSettings(
    InetSocketAddress server,
    @Nullable InetAddress bind,
    String user,
    @Nullable Secret password,
    Duration roundTrip,
    Duration ringing) {

  public static final Duration T1 = Duration.ofMillis(500);
  private static final String USER_CHARACTERS = "[A-Za-z0-9_.!~*'()&=+$,;?/%-]+";

  public PhoneSettings {
    if (!user.matches(USER_CHARACTERS)) {
      throw new IllegalArgumentException("A SIP user has letters, digits and -_.!~*'()+ only");
    }
    if (!roundTrip.isPositive() || !ringing.isPositive()) {
      throw new IllegalArgumentException("A phone's times are longer than nothing");
    }
  }

  /// A phone that Asterisk knows by its address, with the usual times.
  public static PhoneSettings trunk(InetSocketAddress server, InetAddress bind, String user) {
    return new PhoneSettings(server, bind, user, null, T1, Duration.ofSeconds(30));
  }

  /// A phone that logs in, with the usual times.
  public static PhoneSettings login(InetSocketAddress server, String user, Secret password) {
    return new PhoneSettings(server, null, user, password, T1, Duration.ofSeconds(30));
  }
}
