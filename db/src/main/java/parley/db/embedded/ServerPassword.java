package parley.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import parley.config.Secret;
import parley.db.connection.DatabaseException;

/// The embedded server's password, made up once and kept in the folder of secrets.
final class ServerPassword {

  private static final int BYTES = 24;

  private ServerPassword() {}

  /// Reads it; makes it up when there is no data yet that it would have to fit.
  static Secret of(PostgresFolder folder) {
    try {
      if (Files.exists(folder.password())) {
        return new Secret(Files.readString(folder.password()).strip());
      }
      if (folder.hasData()) {
        throw new DatabaseException(
            "The embedded PostgreSQL's password is missing: put the file %s back, or move %s away to begin with an empty call log."
                .formatted(folder.password(), folder.data()));
      }
      byte[] random = new byte[BYTES];
      new SecureRandom().nextBytes(random);
      String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
      PrivateFile.write(folder.password(), password);
      return new Secret(password);
    } catch (IOException e) {
      throw new DatabaseException(
          Faults.isFullDisk(e)
              ? Faults.fullDisk(folder.secrets())
              : "The password file %s cannot be read or written: make it belong to the user who runs Parley."
                  .formatted(folder.password()),
          e);
    }
  }
}
