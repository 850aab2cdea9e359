package parley.mail.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class MeteredInputTest {

  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

  private MeteredInput input(long mostBytes) {
    return new MeteredInput(
        new ByteArrayInputStream(new byte[1000]), mostBytes, Duration.ofSeconds(1), nanos::get);
  }

  @Test
  void noMoreBytesAreReadThanAllowed() throws IOException {
    MeteredInput input = input(10);
    assertEquals(0, input.read());
    assertEquals(9, input.read(new byte[100], 0, 100));
    assertThrows(IOException.class, input::read);
  }

  @Test
  void readingEndsAtTheDeadline() throws IOException {
    MeteredInput input = input(1000);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(0, input.read());
    nanos.incrementAndGet();
    assertThrows(SocketTimeoutException.class, input::read);
    assertThrows(SocketTimeoutException.class, () -> input.read(new byte[10], 0, 10));
  }
}
