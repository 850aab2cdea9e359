package parley.gateway.phone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import parley.gateway.FreePort;

/// A real Asterisk with a dialplan to try a telephone on: 1009 echoes, 1486 is busy, 1180 rings and
/// never answers, 1600 hangs up after a second, 1700 changes the media during the call, and
/// `caller` may log in. It writes below a folder of its own and ends with its process.
final class EchoAsterisk implements AutoCloseable {

  private static final Duration BOOT = Duration.ofSeconds(30);
  private static final List<String> MODULES =
      List.of(
          "res_timing_timerfd",
          "res_sorcery_config",
          "res_sorcery_memory",
          "res_sorcery_astdb",
          "res_pjproject",
          "res_pjsip",
          "res_pjsip_session",
          "res_pjsip_sdp_rtp",
          "res_pjsip_registrar",
          "res_pjsip_authenticator_digest",
          "res_pjsip_pubsub",
          "res_pjsip_endpoint_identifier_ip",
          "res_pjsip_endpoint_identifier_user",
          "res_pjsip_caller_id",
          "res_rtp_asterisk",
          "chan_pjsip",
          "bridge_simple",
          "codec_ulaw",
          "codec_alaw",
          "codec_resample",
          "format_pcm",
          "format_wav",
          "pbx_config",
          "app_echo",
          "app_dial",
          "app_playback",
          "func_channel",
          "func_timeout",
          "func_pjsip_endpoint");

  private final Path run;
  private final Path program;
  private final Process process;
  private final int sipPort;

  private EchoAsterisk(Path run, Path program, Process process, int sipPort) {
    this.run = run;
    this.program = program;
    this.process = process;
    this.sipPort = sipPort;
  }

  /// The program of the private installation; empty where `./parley up` has installed none.
  static Optional<Path> installed() {
    Path home = Path.of(System.getProperty("parley.home", "."));
    Path program = home.resolve(".parley/asterisk/bin/asterisk");
    return Files.isExecutable(program) ? Optional.of(program.toAbsolutePath()) : Optional.empty();
  }

  static EchoAsterisk start(Path program) throws IOException {
    Path run = Files.createTempDirectory("echo");
    int sipPort = FreePort.next();
    for (String folder : List.of("etc", "var", "agi", "spool", "cache", "run", "log")) {
      Files.createDirectories(run.resolve(folder));
    }
    configure(run, program.toRealPath().resolve("../..").normalize(), sipPort);
    Process process =
        new ProcessBuilder(program.toString(), "-f", "-C", run + "/etc/asterisk.conf")
            .redirectErrorStream(true)
            .redirectOutput(run.resolve("log/stdout").toFile())
            .start();
    EchoAsterisk asterisk = new EchoAsterisk(run, program, process, sipPort);
    asterisk.awaitBooted();
    return asterisk;
  }

  private static void configure(Path run, Path prefix, int sipPort) throws IOException {
    write(
        run,
        "asterisk.conf",
        """
        [directories]
        astetcdir => RUN/etc
        astmoddir => PREFIX/root/usr/lib/x86_64-linux-gnu/asterisk/modules
        astvarlibdir => RUN/var
        astdbdir => RUN/var
        astkeydir => RUN/var
        astdatadir => PREFIX/root/usr/share/asterisk
        astagidir => RUN/agi
        astspooldir => RUN/spool
        astcachedir => RUN/cache
        astrundir => RUN/run
        astlogdir => RUN/log
        astsbindir => PREFIX/bin
        [options]
        verbose = 3
        nocolor = yes
        """
            .replace("RUN", run.toString())
            .replace("PREFIX", prefix.toString()));
    StringBuilder modules = new StringBuilder("[modules]\nautoload = no\n");
    MODULES.forEach(module -> modules.append("load = ").append(module).append(".so\n"));
    write(run, "modules.conf", modules.toString());
    write(run, "logger.conf", "[general]\n[logfiles]\nfull => notice,warning,error,verbose(3)\n");
    write(run, "rtp.conf", "[general]\nrtpstart = 30000\nrtpend = 31999\n");
    write(run, "extensions.conf", EXTENSIONS);
    write(run, "pjsip.conf", PJSIP.replace("SIP_PORT", Integer.toString(sipPort)));
  }

  private static final String EXTENSIONS =
      """
      [from-trunk]
      exten => 1009,1,Answer()
       same => n,Echo()
      exten => 1486,1,Busy()
      exten => 1180,1,Ringing()
       same => n,Wait(60)
      exten => 1600,1,Answer()
       same => n,Wait(1)
       same => n,Hangup()
      exten => 1700,1,Answer()
       same => n,Wait(0.3)
       same => n,Set(PJSIP_MEDIA_OFFER(audio)=alaw)
       same => n,Set(PJSIP_SEND_SESSION_REFRESH()=invite)
       same => n,Echo()
      """;

  private static final String PJSIP =
      """
      [global]
      type = global
      endpoint_identifier_order = username,ip
      [transport-udp]
      type = transport
      protocol = udp
      bind = 127.0.0.1:SIP_PORT
      [endpoint-tpl](!)
      type = endpoint
      context = from-trunk
      disallow = all
      allow = ulaw,alaw
      direct_media = no
      dtmf_mode = rfc4733
      media_address = 127.0.0.1
      bind_rtp_to_media_address = yes
      [trunk](endpoint-tpl)
      [trunk]
      type = identify
      endpoint = trunk
      match = 127.0.0.2
      [caller](endpoint-tpl)
      auth = caller
      aors = caller
      [caller]
      type = auth
      auth_type = userpass
      username = caller
      password = right
      [caller]
      type = aor
      max_contacts = 1
      """;

  private static void write(Path run, String name, String text) throws IOException {
    Files.writeString(run.resolve("etc").resolve(name), text);
  }

  private void awaitBooted() throws IOException {
    long deadline = System.nanoTime() + BOOT.toNanos();
    while (!command("core waitfullybooted").contains("fully booted")) {
      if (!process.isAlive() || System.nanoTime() - deadline > 0) {
        throw new IOException(
            "Asterisk did not start: " + Files.readString(run.resolve("log/stdout")));
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  /// What Asterisk's console answers.
  String command(String text) throws IOException {
    Process console =
        new ProcessBuilder(program.toString(), "-C", run + "/etc/asterisk.conf", "-rx", text)
            .redirectErrorStream(true)
            .start();
    try (var reader = console.inputReader()) {
      return String.join("\n", reader.readAllLines());
    }
  }

  InetSocketAddress sip() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), sipPort);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(run)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
