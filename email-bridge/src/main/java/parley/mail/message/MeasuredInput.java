package parley.mail.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Raw mail, up to the limits of its size and of its lines: what comes behind never reaches the
/// parser. One thread.
final class MeasuredInput extends FilterInputStream {

  private final ReadLimits limits;
  private long bytes;
  private int line;

  MeasuredInput(InputStream in, ReadLimits limits) {
    super(in);
    this.limits = limits;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count((byte) read);
      checkSize();
    }
    return read;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    for (int i = 0; i < read; i++) {
      count(into[offset + i]);
    }
    checkSize();
    return read;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(byte next) throws LimitException {
    bytes++;
    line = next == '\n' ? 0 : line + 1;
    if (line > limits.lineBytes()) {
      throw new LimitException(
          QuarantineReason.LINE_TOO_LONG,
          "One line has more than %d bytes.".formatted(limits.lineBytes()));
    }
  }

  private void checkSize() throws LimitException {
    if (bytes > limits.mailBytes()) {
      throw new LimitException(
          QuarantineReason.TOO_LARGE,
          "The mail has more than %d bytes.".formatted(limits.mailBytes()));
    }
  }
}
