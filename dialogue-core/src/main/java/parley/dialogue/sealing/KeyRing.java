package parley.dialogue.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;

/// Seals with the newest of several named keys and opens with any of them, so that a key can be
/// changed and what was sealed before stays readable. Sealed text begins with the key's name. Any
/// thread.
public final class KeyRing implements Sealing {

  private static final int BYTES = 32;

  private final Map<String, Sealing> keys;
  private final String newest;

  private KeyRing(Map<String, Sealing> keys, String newest) {
    this.keys = keys;
    this.newest = newest;
  }

  /// @param text `NAME:KEY`, the key being 32 bytes in Base64; older keys after commas
  /// @throws SealBrokenException with one sentence when it is none
  public static KeyRing of(String text, SecureRandom random) {
    Map<String, Sealing> keys = new LinkedHashMap<>();
    for (String part : text.strip().split("\\s*,\\s*")) {
      int colon = part.indexOf(':');
      String name = part.substring(0, Math.max(0, colon));
      if (!name.matches("[A-Za-z0-9-]{1,20}")) {
        throw new SealBrokenException(
            "A key in privacy.key has no name: expected NAME:KEY, a name of 1 to 20 letters, digits"
                + " and -");
      }
      if (keys.put(name, new AesSealing(key(name, part.substring(colon + 1)), random)) != null) {
        throw new SealBrokenException(
            "Two keys in privacy.key are named " + name + ": give each a name of its own");
      }
    }
    return new KeyRing(keys, keys.keySet().iterator().next());
  }

  private static SecretKeySpec key(String name, String text) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length == BYTES) {
        return new SecretKeySpec(key, "AES");
      }
    } catch (IllegalArgumentException e) {
      // told below, without what it holds
    }
    throw new SealBrokenException(
        "The key "
            + name
            + " in privacy.key is none: expected 32 bytes in Base64, as `openssl rand -base64 32`"
            + " makes them");
  }

  @Override
  public String seal(String text, String context) {
    return newest + ":" + keys.getOrDefault(newest, this).seal(text, context);
  }

  @Override
  public String open(String sealed, String context) {
    int colon = Math.max(0, sealed.indexOf(':'));
    return key(sealed.substring(0, colon)).open(sealed.substring(colon + 1), context);
  }

  /// The key's name, a colon, and what the key made of it.
  @Override
  public byte[] seal(byte[] bytes, String context) {
    byte[] name = (newest + ":").getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = keys.getOrDefault(newest, this).seal(bytes, context);
    return ByteBuffer.allocate(name.length + sealed.length).put(name).put(sealed).array();
  }

  @Override
  public byte[] open(byte[] sealed, String context) {
    int colon = 0;
    while (colon < sealed.length && sealed[colon] != ':') {
      colon++;
    }
    String name = new String(sealed, 0, colon, StandardCharsets.US_ASCII);
    return key(name)
        .open(
            Arrays.copyOfRange(sealed, Math.min(colon + 1, sealed.length), sealed.length), context);
  }

  private Sealing key(String name) {
    Sealing key = keys.get(name);
    if (key == null) {
      throw new SealBrokenException(
          "The text was sealed with the key \""
              + name.substring(0, Math.min(name.length(), 20))
              + "\", which privacy.key does not hold");
    }
    return key;
  }
}
