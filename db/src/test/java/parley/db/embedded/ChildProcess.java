package parley.db.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/// A Parley in a process of its own, as far as its database goes; to be killed.
final class ChildProcess {

  private static final String READY = "ready";

  private ChildProcess() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedDatabase.start(Path.of(args[0]), 0);
    System.out.println(READY);
    Thread.currentThread().join();
  }

  static Process start(Path state) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                state.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      if (line.equals(READY)) {
        return process;
      }
    }
    throw new IOException("The child did not start its database");
  }
}
