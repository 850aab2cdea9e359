package parley.server.bench.callbacks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import parley.callback.dial.Dialler;
import parley.callback.dial.DiallerAwayException;
import parley.callback.plan.Attempt;
import parley.callback.plan.AttemptOutcome;

/// Dials at the stand-in for Asterisk that a bench has started. Thread: any; one line a call.
public final class WitnessDialler implements Dialler {

  private final int port;

  public WitnessDialler(int port) {
    this.port = port;
  }

  @Override
  public AttemptOutcome dial(Attempt attempt) {
    try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port);
        PrintWriter out = new PrintWriter(line.getOutputStream(), true, StandardCharsets.UTF_8);
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(line.getInputStream(), StandardCharsets.UTF_8))) {
      out.println(attempt.id() + " " + attempt.callback().number().value());
      String answer = in.readLine();
      if (answer == null) {
        throw new IOException("The line broke");
      }
      return AttemptOutcome.valueOf(answer);
    } catch (IOException e) {
      throw new DiallerAwayException("The witness does not answer", e);
    }
  }

  @Override
  public int room(String queue) {
    return Integer.MAX_VALUE;
  }
}
