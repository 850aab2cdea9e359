package parley.gateway.phone;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.config.Secret;

/// Answers 401 and 407 with the phone's login, once a request. Of the signalling thread.
final class Login {

  private final @Nullable DigestAuth digest;

  Login(String user, @Nullable Secret password) {
    digest = password == null ? null : new DigestAuth(user, password.reveal());
  }

  /// The same request, newly made by the caller, with credentials; empty when the challenge cannot
  /// be answered.
  Optional<SipMessage.Request> authorize(SipMessage.Request again, SipMessage.Response challenge) {
    boolean proxy = challenge.status() == 407;
    String asking = proxy ? "Proxy-Authenticate" : "WWW-Authenticate";
    String answering = proxy ? "Proxy-Authorization" : "Authorization";
    DigestAuth known = digest;
    if (known == null) {
      return Optional.empty();
    }
    // Every challenge here has a nonce of its own, so the count of its uses stays 1.
    return DigestAuth.Challenge.firstKnown(challenge.headers().all(asking))
        .map(ask -> known.header(ask, again.method(), again.uri(), 1, SipDialog.token()))
        .map(header -> again.withHeader(answering, header));
  }

  static boolean challenged(SipMessage.Response response) {
    return response.status() == 401 || response.status() == 407;
  }
}
