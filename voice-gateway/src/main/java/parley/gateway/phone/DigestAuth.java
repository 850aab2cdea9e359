package parley.gateway.phone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers a digest challenge (RFC 2617, RFC 7616; in SIP: RFC 3261 section 22 and RFC 8760) with
/// MD5 or SHA-256, with `qop=auth` where offered.
record DigestAuth(String user, String password) {

  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_-]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^\\s,\"]+))");
  private static final Map<String, String> ALGORITHMS = Map.of("MD5", "MD5", "SHA-256", "SHA-256");

  /// What the server asks for. `algorithm` is written as the server wrote it; empty when it did
  /// not.
  record Challenge(String realm, String nonce, String opaque, String algorithm, boolean qopAuth) {

    /// The first challenge that can be answered here; empty when there is none.
    static Optional<Challenge> firstKnown(List<String> headers) {
      return headers.stream()
          .filter(header -> header.regionMatches(true, 0, "Digest ", 0, 7))
          .map(Challenge::parse)
          .filter(challenge -> ALGORITHMS.containsKey(challenge.hashName()))
          .findFirst();
    }

    private static Challenge parse(String header) {
      Map<String, String> values = new HashMap<>();
      Matcher parameter = PARAMETER.matcher(header.substring(7));
      while (parameter.find()) {
        String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
        values.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
      }
      boolean auth = List.of(values.getOrDefault("qop", "").split("\\s*,\\s*")).contains("auth");
      return new Challenge(
          values.getOrDefault("realm", ""),
          values.getOrDefault("nonce", ""),
          values.getOrDefault("opaque", ""),
          values.getOrDefault("algorithm", ""),
          auth);
    }

    private String hashName() {
      return algorithm.isEmpty() ? "MD5" : algorithm.toUpperCase(Locale.ROOT);
    }
  }

  /// The value of the Authorization or Proxy-Authorization header. `count` is how often this nonce
  /// has been used, this time included; `clientNonce` is random and new each time.
  String header(Challenge challenge, String method, String uri, int count, String clientNonce) {
    StringBuilder header = new StringBuilder("Digest username=\"").append(user);
    header.append("\", realm=\"").append(challenge.realm());
    header.append("\", nonce=\"").append(challenge.nonce());
    header.append("\", uri=\"").append(uri);
    header.append("\", response=\"");
    header.append(response(challenge, method, uri, count, clientNonce)).append('"');
    if (!challenge.algorithm().isEmpty()) {
      header.append(", algorithm=").append(challenge.algorithm());
    }
    if (!challenge.opaque().isEmpty()) {
      header.append(", opaque=\"").append(challenge.opaque()).append('"');
    }
    if (challenge.qopAuth()) {
      header.append(", qop=auth, nc=").append(nonceCount(count));
      header.append(", cnonce=\"").append(clientNonce).append('"');
    }
    return header.toString();
  }

  String response(Challenge challenge, String method, String uri, int count, String clientNonce) {
    String who = hash(challenge, user + ":" + challenge.realm() + ":" + password);
    String what = hash(challenge, method + ":" + uri);
    String between =
        challenge.qopAuth()
            ? challenge.nonce() + ":" + nonceCount(count) + ":" + clientNonce + ":auth"
            : challenge.nonce();
    return hash(challenge, who + ":" + between + ":" + what);
  }

  private static String nonceCount(int count) {
    return String.format(Locale.ROOT, "%08x", count);
  }

  private static String hash(Challenge challenge, String text) {
    try {
      String algorithm = ALGORITHMS.getOrDefault(challenge.hashName(), "MD5");
      MessageDigest digest = MessageDigest.getInstance(algorithm);
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5 and SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "DigestAuth[" + user + "]";
  }
}
