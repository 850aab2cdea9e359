package parley.speech.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What a file's bytes add up to: MD5 because the vendor's list has it, SHA-256 because MD5 can be
/// forged. Small hexadecimal digits.
record Digests(String md5, String sha256) {

  /// Reads the file once; a second a gigabyte or more.
  static Digests of(Path file) throws InterruptedException {
    MessageDigest md5 = digest("MD5");
    MessageDigest sha256 = digest("SHA-256");
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        Interrupts.check();
        md5.update(buffer, 0, n);
        sha256.update(buffer, 0, n);
      }
    } catch (IOException failed) {
      Interrupts.check();
      throw new InstallException(file + " cannot be read: " + failed.getMessage(), failed);
    }
    HexFormat hex = HexFormat.of();
    return new Digests(hex.formatHex(md5.digest()), hex.formatHex(sha256.digest()));
  }

  private static MessageDigest digest(String name) {
    try {
      return MessageDigest.getInstance(name);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java has " + name, impossible);
    }
  }
}
