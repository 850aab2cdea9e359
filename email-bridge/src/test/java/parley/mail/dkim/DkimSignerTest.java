package parley.mail.dkim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.config.MailboxSettings.Dkim;

/// Signatures as others check them: Apache James jDKIM for RSA, the example of RFC 8463 for
/// Ed25519.
class DkimSignerTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");
  private static final String MAIL =
      """
      From: "Shop" <support@shop.test>\r
      To: Ann  <ann@customers.test>\r
      Subject: =?UTF-8?Q?Re:_Gr=C3=BC=C3=9Fe?=\r
       and more\r
      Date: Sat, 28 Nov 2026 09:00:00 +0000\r
      Message-ID: <1@shop.test>\r
      References: <a@x.test>\r
       <b@x.test>\r
      MIME-Version: 1.0\r
      Content-Type: text/plain; charset=utf-8\r
      \r
      Hello  Ann, \r
      \r
      we open at  ten.\t\r
      \r
      \r
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "\r\n", "one line", "one line\r\n", " \r\n x\t y \r\n\r\n\r\n"})
  void aVerifierOfItsOwnFindsTheSignatureGood(String body) throws Exception {
    KeyPair pair = rsa(2048);
    byte[] mail = (MAIL + body).getBytes(StandardCharsets.UTF_8);

    byte[] signed = signer(pair).signed(mail, NOW);

    assertTrue(verified(signed, pair));
    assertTrue(
        new String(signed, StandardCharsets.UTF_8)
            .endsWith(new String(mail, StandardCharsets.UTF_8)));
  }

  @Test
  void relaysMayChangeWhiteSpaceAndNothingElse() throws Exception {
    KeyPair pair = rsa(2048);
    String signed =
        new String(
            signer(pair).signed(MAIL.getBytes(StandardCharsets.UTF_8), NOW),
            StandardCharsets.UTF_8);

    assertTrue(verified(signed.replace("at  ten.\t", "at ten."), pair));
    assertFalse(verified(signed.replace("at  ten", "at  six"), pair));
    assertFalse(verified(signed.replace("To: Ann", "To: Bob"), pair));
    assertFalse(verified(signed.replace("Subject:", "Subject: another\r\nSubject:"), pair));
  }

  @Test
  void theExampleOfTheStandardIsSignedAsThere() throws IOException {
    // RFC 8463, appendix A.
    String unsigned =
        "DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;\r\n d=football.example.com;"
            + " i=@football.example.com;\r\n q=dns/txt; s=brisbane; t=1528637909; h=from : to"
            + " :\r\n subject : date : message-id : from : subject : date;\r\n"
            + " bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;\r\n b=";
    String body = "Hi.\r\n\r\nWe lost the game.  Are you hungry yet?\r\n\r\nJoe.\r\n";
    List<String> fields =
        List.of(
            "From: Joe SixPack <joe@football.example.com>",
            "To: Suzie Q <suzie@shopping.example.net>",
            "Subject: Is dinner ready?",
            "Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)",
            "Message-ID: <20030712040037.46341.5F8J@football.example.com>");
    byte[] seed = Base64.getDecoder().decode("nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=");

    assertEquals(
        "2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=",
        Base64.getEncoder().encodeToString(DkimSigner.sha256(Relaxed.body(body))));
    assertEquals(
        "/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11BusFa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==",
        DkimSigner.signature(
            fields,
            List.of("from", "to", "subject", "date", "message-id", "from", "subject", "date"),
            unsigned,
            DkimKey.read(ed25519(seed))));
  }

  @Test
  void aFileWithoutAKeyIsNamedAndShowsNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("key.pem"), "secret-words");

    String said = assertThrows(DkimKeyException.class, () -> DkimKey.read(file)).getMessage();

    assertTrue(said.contains("key.pem of dkim-key-file holds no private key as PEM"), said);
    assertFalse(said.contains("secret-words"), said);
  }

  @Test
  void aKeyThatIsMissingOrTooShortIsNamed() throws Exception {
    Path file = pem(rsa(512).getPrivate().getEncoded());

    assertTrue(
        assertThrows(DkimKeyException.class, () -> DkimKey.read(file))
            .getMessage()
            .contains("has 512 bits"));
    assertTrue(
        assertThrows(DkimKeyException.class, () -> DkimKey.read(folder.resolve("none")))
            .getMessage()
            .contains("cannot be read (NoSuchFileException)"));
  }

  private DkimSigner signer(KeyPair pair) throws IOException {
    return DkimSigner.of(new Dkim("mail", "shop.test", pem(pair.getPrivate().getEncoded())));
  }

  private static boolean verified(String signed, KeyPair pair) throws IOException {
    return verified(signed.getBytes(StandardCharsets.UTF_8), pair);
  }

  private static boolean verified(byte[] signed, KeyPair pair) throws IOException {
    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    PublicKeyRecordRetriever dns = (_, _, _) -> List.of("v=DKIM1; k=rsa; p=" + key);
    try {
      return !new DKIMVerifier(dns).verify(new ByteArrayInputStream(signed)).isEmpty();
    } catch (FailException refused) {
      return false;
    }
  }

  private static KeyPair rsa(int bits) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    return generator.generateKeyPair();
  }

  /// RFC 8410, 7: the key behind what says that it is Ed25519.
  private Path ed25519(byte[] seed) throws IOException {
    byte[] head = Base64.getDecoder().decode("MC4CAQAwBQYDK2VwBCIEIA==");
    byte[] all = java.util.Arrays.copyOf(head, head.length + seed.length);
    System.arraycopy(seed, 0, all, head.length, seed.length);
    return pem(all);
  }

  private Path pem(byte[] key) throws IOException {
    return Files.writeString(
        folder.resolve("key-" + key.length + ".pem"),
        "-----BEGIN PRIVATE KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
  }
}
