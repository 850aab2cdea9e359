package parley.mail.dkim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A private key and what is done with it. Immutable; any thread.
///
/// @param algorithm as the signature's `a=` names it
record DkimKey(String algorithm, PrivateKey key) {

  /// Receivers need not take shorter ones (RFC 8301).
  private static final int LEAST_RSA_BITS = 1024;

  private static final String RSA = "rsa-sha256";
  private static final String ED25519 = "ed25519-sha256";

  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
  private static final String MAKE =
      "make one with: openssl genpkey -algorithm ed25519 (or -algorithm rsa -pkeyopt"
          + " rsa_keygen_bits:2048)";

  /// @throws DkimKeyException when there is no key in it that signs
  static DkimKey read(Path file) {
    Matcher pem = PEM.matcher(text(file));
    if (!pem.find() || !pem.group(1).equals("PRIVATE KEY")) {
      throw new DkimKeyException(
          "The file %s of dkim-key-file holds no private key as PEM (PKCS #8); %s."
              .formatted(file, MAKE));
    }
    byte[] bytes = Base64.getMimeDecoder().decode(pem.group(2));
    DkimKey key = new DkimKey(RSA, privateKey(file, bytes));
    if (!(key.key() instanceof RSAPrivateKey rsa)) {
      return new DkimKey(ED25519, key.key());
    }
    if (rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
      throw new DkimKeyException(
          "The RSA key in %s of dkim-key-file has %d bits, and receivers expect 2048; %s."
              .formatted(file, rsa.getModulus().bitLength(), MAKE));
    }
    return key;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new DkimKeyException(
          "The file %s of dkim-key-file cannot be read (%s): check its name and who may read it."
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  private static PrivateKey privateKey(Path file, byte[] bytes) {
    for (String kind : new String[] {"RSA", "Ed25519"}) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (GeneralSecurityException _) {
        // Of the other kind, perhaps.
      }
    }
    throw new DkimKeyException(
        "The key in %s of dkim-key-file is neither RSA nor Ed25519, or is damaged; %s."
            .formatted(file, MAKE));
  }

  /// @param hash SHA-256 of what is signed, for Ed25519 (RFC 8463, 3); RSA hashes by itself
  byte[] sign(byte[] signed, byte[] hash) {
    try {
      boolean rsa = algorithm.equals(RSA);
      Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
      signature.initSign(key);
      signature.update(rsa ? signed : hash);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A key that was read cannot sign", e);
    }
  }

  @Override
  public String toString() {
    return algorithm;
  }
}
