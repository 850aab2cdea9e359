package parley.db.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.OptionalInt;
import java.util.Properties;

/// Remembers the server's port: for other Parley commands, and to take the same one next time.
final class AddressFile {

  private static final String PORT = "port";

  private AddressFile() {}

  static OptionalInt port(PostgresFolder folder) {
    if (!Files.exists(folder.address())) {
      return OptionalInt.empty();
    }
    Properties properties = new Properties();
    try (Reader in = Files.newBufferedReader(folder.address())) {
      properties.load(in);
      return OptionalInt.of(Integer.parseInt(properties.getProperty(PORT, "")));
    } catch (IOException | IllegalArgumentException e) {
      return OptionalInt.empty();
    }
  }

  static void write(PostgresFolder folder, int port) {
    try {
      PrivateFile.write(folder.address(), PORT + "=" + port + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
