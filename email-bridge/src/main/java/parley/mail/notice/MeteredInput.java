package parley.mail.notice;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// A server's answers, up to a number of bytes and a time. Jakarta Mail reads a line of any length
/// into memory and has a timeout for each read only: a port that is no mail server could fill the
/// heap or hold the thread for ever.
///
/// Thread: the one that reads.
final class MeteredInput extends FilterInputStream {

  private final LongSupplier ticker;
  private final long deadlineNanos;
  private long bytesLeft;

  /// @param ticker nanoseconds, as [System#nanoTime]
  MeteredInput(InputStream in, long mostBytes, Duration atMost, LongSupplier ticker) {
    super(in);
    this.ticker = ticker;
    this.deadlineNanos = ticker.getAsLong() + atMost.toNanos();
    this.bytesLeft = mostBytes;
  }

  @Override
  public int read() throws IOException {
    check();
    int read = super.read();
    bytesLeft -= read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    check();
    int read = super.read(into, offset, (int) Math.min(length, bytesLeft));
    bytesLeft -= Math.max(read, 0);
    return read;
  }

  private void check() throws IOException {
    if (bytesLeft <= 0) {
      throw new IOException("The server says more than a mail server does");
    }
    if (ticker.getAsLong() - deadlineNanos > 0) {
      throw new SocketTimeoutException("The server takes too long");
    }
  }
}
