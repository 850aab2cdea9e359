package parley.dialogue.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// AES-256 in Galois/Counter Mode (NIST SP 800-38D), a random nonce of 96 bits each time: good for
/// four thousand million texts under one key. Sealed text is `v1:` and Base64 of nonce and cipher
/// text. Any thread.
public final class AesSealing implements Sealing {

  private static final String VERSION = "v1:";
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;
  private final SecureRandom random;

  public AesSealing(SecretKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  @Override
  public String seal(String text, String context) {
    return VERSION
        + Base64.getEncoder().encodeToString(seal(text.getBytes(StandardCharsets.UTF_8), context));
  }

  @Override
  public byte[] seal(byte[] bytes, String context) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(bytes);
      return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException("This Java cannot encrypt with AES-GCM", e);
    }
  }

  @Override
  public String open(String sealed, String context) {
    if (!sealed.startsWith(VERSION)) {
      throw new SealBrokenException("This is no sealed text: it does not begin with " + VERSION);
    }
    byte[] all;
    try {
      all = Base64.getDecoder().decode(sealed.substring(VERSION.length()));
    } catch (IllegalArgumentException e) {
      throw broken(e);
    }
    return new String(open(all, context), StandardCharsets.UTF_8);
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
      throw new SealBrokenException("The sealed text is cut off");
    }
    byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
    try {
      return cipher(Cipher.DECRYPT_MODE, nonce, context)
          .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
    } catch (AEADBadTagException e) {
      throw broken(e);
    } catch (GeneralSecurityException e) {
      throw new SealBrokenException("This Java cannot decrypt AES-GCM", e);
    }
  }

  private static SealBrokenException broken(Exception cause) {
    return new SealBrokenException(
        "The sealed text was changed, is of another place, or needs another key", cause);
  }

  private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
