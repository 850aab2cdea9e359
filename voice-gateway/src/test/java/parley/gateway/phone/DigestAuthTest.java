package parley.gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The worked examples of RFC 2617 section 3.5 and RFC 7616 section 3.9.1.
class DigestAuthTest {

  private static final String RFC_7616 =
      "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", "
          + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", "
          + "opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";

  private static DigestAuth.Challenge challenge(String parameters) {
    return DigestAuth.Challenge.firstKnown(List.of("Digest " + parameters)).orElseThrow();
  }

  @Test
  void answersTheExampleOfRfc2617() {
    DigestAuth.Challenge challenge =
        challenge(
            "realm=\"testrealm@host.com\",qop=\"auth,auth-int\","
                + "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\","
                + "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
    DigestAuth auth = new DigestAuth("Mufasa", "Circle Of Life");
    String header = auth.header(challenge, "GET", "/dir/index.html", 1, "0a4f113b");
    assertTrue(header.contains("response=\"6629fae49393a05397450978507c4ef1\""), header);
    assertTrue(header.contains("nc=00000001"), header);
    assertTrue(header.contains("opaque=\"5ccc069c403ebaf9f0171e9517f40e41\""), header);
  }

  @Test
  void answersTheMd5ExampleOfRfc7616() {
    assertEquals(
        "8ca523f5e9506fed4657c9700eebdbec", rfc7616(challenge(RFC_7616 + ", algorithm=MD5")));
  }

  @Test
  void answersTheSha256ExampleOfRfc7616() {
    assertEquals(
        "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1",
        rfc7616(challenge(RFC_7616 + ", algorithm=SHA-256")));
  }

  private static String rfc7616(DigestAuth.Challenge challenge) {
    return new DigestAuth("Mufasa", "Circle of Life")
        .response(
            challenge, "GET", "/dir/index.html", 1, "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ");
  }

  /// RFC 2069, as corrected in its errata: no qop, no count, no client nonce.
  @Test
  void answersAChallengeWithoutQop() {
    DigestAuth.Challenge challenge =
        challenge("realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"");
    DigestAuth auth = new DigestAuth("Mufasa", "CircleOfLife");
    assertEquals(
        "1949323746fe6a43ef61f9606e7febea",
        auth.response(challenge, "GET", "/dir/index.html", 1, "unused"));
  }

  @Test
  void passesOverChallengesItCannotAnswer() {
    List<String> headers =
        List.of(
            "Basic realm=\"x\"",
            "Digest realm=\"x\", nonce=\"n\", algorithm=SHA-512-256",
            "Digest realm=\"y\", nonce=\"n\", algorithm=md5");
    assertEquals("y", DigestAuth.Challenge.firstKnown(headers).orElseThrow().realm());
    assertTrue(DigestAuth.Challenge.firstKnown(headers.subList(0, 2)).isEmpty());
  }

  @Test
  void textFormHidesThePassword() {
    assertFalse(new DigestAuth("caller", "s3cret").toString().contains("s3cret"));
  }
}
