package parley.speech.install;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A body whose reads end when nothing comes: the JDK's client limits the time to the headers only.
/// Thread: one.
final class WatchedBody implements AutoCloseable {
  private final InputStream body;
  private final Duration stall;
  private final ExecutorService reader =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("download-", 1).factory());

  WatchedBody(InputStream body, Duration stall) {
    this.body = body;
    this.stall = stall;
  }

  /// As [InputStream#read(byte[])].
  ///
  /// @throws HttpTimeoutException when nothing came; the buffer is not to be used again then
  int read(byte[] buffer) throws IOException, InterruptedException {
    Future<Integer> read = reader.submit(() -> body.read(buffer));
    try {
      return read.get(stall.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      throw new HttpTimeoutException("nothing came for " + stall.toSeconds() + " s");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException broken) {
        throw broken;
      }
      throw new IOException(failed.getCause());
    }
  }

  @Override
  public void close() {
    try {
      body.close();
    } catch (IOException closing) {
      // what was read is whole as far as it goes, and nothing more is wanted
    }
    reader.shutdownNow();
  }
}
