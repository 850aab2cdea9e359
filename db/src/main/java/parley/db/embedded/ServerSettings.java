package parley.db.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The embedded server's `postgresql.conf` and `pg_hba.conf`, written anew at each start.
final class ServerSettings {

  /// A restart of Parley leaves old connections behind for a moment, and other Parley commands read
  /// along.
  private static final String SETTINGS =
      """
      # Written by Parley at each start: changes here are lost.
      listen_addresses = '127.0.0.1'
      unix_socket_directories = ''
      max_connections = 60
      password_encryption = 'scram-sha-256'
      # Every turn of a call is on disk before the next one begins.
      fsync = on
      synchronous_commit = on
      full_page_writes = on
      # A call log is small: leave the memory to speech.
      shared_buffers = 64MB
      work_mem = 4MB
      maintenance_work_mem = 32MB
      max_wal_size = 256MB
      min_wal_size = 32MB
      max_parallel_workers_per_gather = 0
      io_method = sync
      jit = off
      timezone = 'UTC'
      log_timezone = 'UTC'
      lc_messages = 'C'
      # What callers said is in the statements and in the details of their errors: neither is logged.
      log_statement = 'none'
      log_min_error_statement = panic
      log_error_verbosity = terse
      log_parameter_max_length = 0
      log_parameter_max_length_on_error = 0
      log_checkpoints = off
      """;

  private static final String WHO_MAY_CONNECT =
      """
      # Written by Parley at each start. No line trusts without a password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  private ServerSettings() {}

  static void write(Path data, int port) throws IOException {
    Files.writeString(data.resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
    Files.writeString(data.resolve("pg_hba.conf"), WHO_MAY_CONNECT);
  }
}
