package parley.dialogue.sealing;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key in a file: 32 random bytes in Base64, one line, readable by its owner only. Whoever
/// loses it loses what was sealed.
public final class KeyFile {

  private static final int BYTES = 32;

  private KeyFile() {}

  /// @throws SealBrokenException with one sentence when the file holds no such key
  public static SecretKey read(Path file) {
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != BYTES) {
        throw new SealBrokenException(
            file + " holds a key of " + key.length + " bytes; expected 32 in Base64");
      }
      return new SecretKeySpec(key, "AES");
    } catch (IllegalArgumentException e) {
      throw new SealBrokenException(file + " holds no key; expected 32 bytes in Base64", e);
    } catch (IOException e) {
      throw new SealBrokenException(
          file + " cannot be read; expected a key, 32 bytes in Base64 on one line", e);
    }
  }

  /// Reads the key, made up first where there is no file.
  ///
  /// @throws SealBrokenException when it can be neither read nor written
  public static SecretKey readOrMake(Path file, SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    FileAttribute<?> owner =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try {
      Files.createFile(file, owner);
      Files.writeString(
          file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      return read(file);
    } catch (IOException e) {
      throw new SealBrokenException(file + " cannot be written: make its folder writable", e);
    }
    return read(file);
  }
}
