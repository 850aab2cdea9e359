package parley.gateway.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A telephone network for tests: takes the calls that are made to one UDP port and does with each
/// what its number stands for. Only who talks ([Behaviour.Talk]) has sound.
///
/// Thread: any; calls are taken on a thread of its own, later steps on another, and each talk has
/// one.
public final class TestCallee implements AutoCloseable {

  /// What a number does.
  public sealed interface Behaviour {

    /// Answers with a SIP status such as 486.
    record Refuse(int status, String reason) implements Behaviour {}

    /// Rings until the caller gives up.
    record Ring() implements Behaviour {}

    /// Picks up after a time of ringing and hangs up after another; the latter zero: never.
    record Answer(Duration ring, Duration talk) implements Behaviour {}

    /// Picks up after a time of ringing and talks, until either side hangs up.
    record Talk(Duration ring, Consumer<TakenCall> talk) implements Behaviour {}
  }

  /// One call that was taken.
  ///
  /// @param attempt the `X-Parley-Attempt` header; empty when there is none
  /// @param from who called, as the From header's user
  public record Taken(String number, String attempt, String from) {}

  private static final Logger log = LoggerFactory.getLogger(TestCallee.class);

  private final DatagramSocket socket;

  /// Takes the callers' audio, which nobody listens to.
  private final DatagramSocket audio;

  private final Function<String, Behaviour> behaviours;
  private final List<Taken> taken = new CopyOnWriteArrayList<>();
  private final Map<String, Call> calls = new ConcurrentHashMap<>();
  private final AtomicInteger answered = new AtomicInteger();
  private final ScheduledExecutorService later = new ScheduledThreadPoolExecutor(1);
  private final CalleeSound sound = new CalleeSound();

  private static final class Call {
    final SipMessage.Request invite;
    final InetSocketAddress peer;
    volatile boolean over;
    volatile boolean up;
    private volatile @Nullable TakenCall talk;

    Call(SipMessage.Request invite, InetSocketAddress peer) {
      this.invite = invite;
      this.peer = peer;
    }

    void end(CallEnd end) {
      over = true;
      TakenCall talking = talk;
      if (talking != null) {
        talking.over(end);
      }
    }
  }

  /// @param behaviours by the number that is called
  public TestCallee(InetSocketAddress bind, Function<String, Behaviour> behaviours) {
    this.behaviours = behaviours;
    try {
      socket = new DatagramSocket(bind);
      audio = new DatagramSocket(new InetSocketAddress(bind.getAddress(), 0));
    } catch (IOException e) {
      throw new UncheckedIOException("No telephone can listen at " + bind, e);
    }
    Thread.ofPlatform().daemon().name("test-callee").start(this::read);
  }

  /// On a free port of this machine.
  public static TestCallee onFreePort(Function<String, Behaviour> behaviours) {
    return new TestCallee(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), behaviours);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Every call that came, in order; a request that was sent again counts once.
  public List<Taken> taken() {
    return List.copyOf(taken);
  }

  /// Calls that ring or talk now.
  public long live() {
    return calls.values().stream().filter(call -> !call.over).count();
  }

  /// Calls that were picked up so far.
  public int answered() {
    return answered.get();
  }

  private void read() {
    byte[] buffer = new byte[65_535];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        if (SipParser.parse(packet.getData(), packet.getLength())
            instanceof SipMessage.Request request) {
          request(request, new InetSocketAddress(packet.getAddress(), packet.getPort()));
        }
      } catch (SipFormatException e) {
        log.debug("Not SIP: {}", e.getMessage());
      } catch (IOException e) {
        if (!socket.isClosed()) {
          log.debug("A SIP message could not be read", e);
        }
      }
    }
  }

  private void request(SipMessage.Request request, InetSocketAddress from) {
    switch (request.method()) {
      case "INVITE" -> invite(request, from);
      case "CANCEL" -> cancel(request, from);
      case "BYE" -> {
        Call call = calls.get(request.callId());
        if (call != null) {
          call.end(CallEnd.THERE);
        }
        send(answer(request, 200, "OK"), from);
      }
      case "ACK" -> log.trace("Acknowledged");
      default -> send(answer(request, 200, "OK"), from);
    }
  }

  private void invite(SipMessage.Request request, InetSocketAddress from) {
    if (calls.containsKey(request.callId())) {
      return;
    }
    Call call = new Call(request, from);
    calls.put(request.callId(), call);
    String number = user(request.uri());
    taken.add(
        new Taken(
            number,
            request.headers().first("X-Parley-Attempt").orElse(""),
            user(SipAddress.uri(request.headers().required("From")))));
    send(answer(request, 100, "Trying"), from);
    switch (behaviours.apply(number)) {
      case Behaviour.Refuse(int status, String reason) -> {
        call.over = true;
        send(answer(request, status, reason), from);
      }
      case Behaviour.Ring _ -> send(answer(request, 180, "Ringing"), from);
      case Behaviour.Answer(Duration ring, Duration talk) -> {
        send(answer(request, 180, "Ringing"), from);
        in(ring, () -> pickUp(call, talk));
      }
      case Behaviour.Talk(Duration ring, Consumer<TakenCall> talk) -> {
        send(answer(request, 180, "Ringing"), from);
        in(ring, () -> talk(call, talk));
      }
    }
  }

  private void pickUp(Call call, Duration talk) {
    if (!call.over) {
      pickUp(call, (InetSocketAddress) audio.getLocalSocketAddress());
      if (!talk.isZero()) {
        in(talk, () -> hangUp(call));
      }
    }
  }

  private void talk(Call call, Consumer<TakenCall> talk) {
    if (call.over) {
      return;
    }
    TakenCall taken = sound.open(socket.getLocalAddress(), () -> hangUp(call));
    call.talk = taken;
    pickUp(call, taken.local());
    taken.remote(Sdp.parse(call.invite.body()));
    var _ = Thread.ofVirtual().name("callee").start(() -> talk.accept(taken));
  }

  private void pickUp(Call call, InetSocketAddress rtp) {
    call.up = true;
    int _ = answered.incrementAndGet();
    String sdp = Sdp.parse(call.invite.body()).answeredBy(rtp).text(1, 1);
    SipMessage.Response ok = answer(call.invite, 200, "OK");
    SipHeaders headers =
        ok.headers()
            .with("Contact", "<sip:callee@127.0.0.1:" + port() + ">")
            .with("Content-Type", "application/sdp");
    send(new SipMessage.Response(200, "OK", headers, sdp), call.peer);
  }

  private void hangUp(Call call) {
    if (call.over) {
      return;
    }
    call.end(CallEnd.HERE);
    SipHeaders from = call.invite.headers();
    SipHeaders headers =
        SipHeaders.none()
            .with(
                "Via",
                "SIP/2.0/UDP 127.0.0.1:" + port() + ";branch=z9hG4bKbye" + call.invite.branch())
            .with("Max-Forwards", "70")
            .with("From", from.required("To") + ";tag=callee")
            .with("To", from.required("From"))
            .with("Call-ID", call.invite.callId())
            .with("CSeq", "1 BYE");
    String contact = SipAddress.uri(from.required("Contact"));
    send(new SipMessage.Request("BYE", contact, headers, ""), call.peer);
  }

  private void cancel(SipMessage.Request request, InetSocketAddress from) {
    send(answer(request, 200, "OK"), from);
    Call call = calls.get(request.callId());
    if (call != null && !call.up && !call.over) {
      call.over = true;
      send(answer(call.invite, 487, "Request Terminated"), from);
    }
  }

  private static SipMessage.Response answer(SipMessage.Request request, int status, String reason) {
    SipHeaders from = request.headers();
    String to = from.required("To");
    SipHeaders headers =
        SipHeaders.none()
            .withAll("Via", from)
            .withAll("Record-Route", from)
            .with("From", from.required("From"))
            .with("To", status == 100 || to.contains("tag=") ? to : to + ";tag=callee")
            .with("Call-ID", from.required("Call-ID"))
            .with("CSeq", from.required("CSeq"));
    return new SipMessage.Response(status, reason, headers, "");
  }

  private static String user(String uri) {
    return uri.replaceFirst("^sips?:", "").replaceFirst("[@;].*$", "");
  }

  private void in(Duration time, Runnable step) {
    var _ = later.schedule(step, time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void send(SipMessage message, InetSocketAddress to) {
    byte[] bytes = message.bytes();
    try {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    } catch (IOException e) {
      log.debug("A SIP message could not be sent", e);
    }
  }

  @Override
  public void close() {
    socket.close();
    audio.close();
    var _ = later.shutdownNow();
    calls.values().forEach(call -> call.end(CallEnd.HERE));
    sound.close();
  }
}
