package parley.server.call;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import parley.gateway.phone.DialResult;
import parley.gateway.phone.TestPhone;
import parley.speech.audio.Pcm;
import parley.speech.audio.Resampler;
import parley.speech.audio.WavException;
import parley.speech.audio.WavFile;
import parley.speech.synthesize.Synthesizer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Places a real call that speaks WAV files, one a turn, and shows what both sides said.
@Command(
    name = "call",
    description = "Places a real call that speaks, and prints what both sides said.",
    mixinStandardHelpOptions = true)
public final class CallCommand implements Callable<Integer> {

  private static final int PHONE_RATE_HZ = 8_000;
  private static final Duration LOG_COMPLETE = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "WAV files, one a turn, each spoken after the reply to the one before.")
  private List<Path> files = List.of();

  @Option(
      names = "--say",
      paramLabel = "TEXT",
      description = "Instead of a file: a sentence for Parley's voice; may be given again.")
  private List<String> sentences = List.of();

  @Option(
      names = "--to",
      paramLabel = "EXTENSION",
      description = "Whom to call; Parley's extension if not given.")
  private @Nullable String extension;

  @Option(names = "--record", paramLabel = "OUT.wav", description = "Keeps what the caller heard.")
  private @Nullable Path record;

  @Option(names = "--json", description = "Prints one JSON document; progress on standard error.")
  private boolean json;

  private final Supplier<RunningParley> parley;
  private final Supplier<Synthesizer> voice;

  /// @param parley connects to the running server, or throws a [NotRunningException]
  /// @param voice makes the voice for `--say`, of 8000 Hz
  @SuppressWarnings("NullAway.Init") // picocli sets the spec
  public CallCommand(Supplier<RunningParley> parley, Supplier<Synthesizer> voice) {
    this.parley = parley;
    this.voice = voice;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      List<short[]> turns = turns();
      try (RunningParley running = parley.get()) {
        CallReport report = place(running, turns);
        out().print(json ? report.json() + System.lineSeparator() : report.summary());
        out().flush();
      }
      return 0;
    } catch (WavException | NotRunningException | CallRefusedException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    }
  }

  private List<short[]> turns() {
    if (files.isEmpty() == sentences.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "What shall be said? Name WAV files, or give --say \"when are you open\"; not both");
    }
    if (sentences.isEmpty()) {
      return files.stream().map(CallCommand::speech).toList();
    }
    try (Synthesizer caller = voice.get()) {
      return sentences.stream()
          .map(sentence -> caller.speak("en", CallersSentence.of(sentence)).join().samples())
          .toList();
    }
  }

  private String name(int turn) {
    return sentences.isEmpty() ? files.get(turn).toString() : "sentence " + (turn + 1);
  }

  private static short[] speech(Path file) {
    Pcm sound = WavFile.read(file);
    return Resampler.convert(sound, PHONE_RATE_HZ).samples();
  }

  private CallReport place(RunningParley running, List<short[]> turns) throws InterruptedException {
    String called = extension == null ? running.extension() : extension;
    try (TestPhone phone = new TestPhone(running.phone())) {
      logIn(running, phone);
      try (CallerTalk talk =
          CallerTalk.dial(phone, called, running.phone().ringing().plusSeconds(5))) {
        PrintWriter progress = json ? spec.commandLine().getErr() : out();
        TranscriptFollower follower =
            new TranscriptFollower(
                running.log(),
                talk.sipCallId(),
                turn -> {
                  progress.println(CallReport.line(turn));
                  progress.flush();
                },
                spec.commandLine().getErr()::println);
        List<CallReport.Reply> replies = speak(talk, turns);
        talk.close();
        keepRecording(talk);
        long answeredMs = (talk.answeredNanos() - talk.invitedNanos()) / 1_000_000;
        return new CallReport(
            answeredMs, replies, follower.finish(LOG_COMPLETE), running.recordings());
      }
    }
  }

  static void logIn(RunningParley running, TestPhone phone) throws InterruptedException {
    if (running.logsIn() && !(phone.register() instanceof DialResult.Answered)) {
      throw new NotRunningException(
          "The test phone cannot log in at Asterisk: is `./parley up` running?");
    }
  }

  private List<CallReport.Reply> speak(CallerTalk talk, List<short[]> turns)
      throws InterruptedException {
    List<CallReport.Reply> replies = new ArrayList<>();
    if (talk.awaitGreeting().isPresent()) {
      boolean _ = talk.awaitReplyOver();
    }
    int spoken = 0;
    for (short[] turn : turns) {
      var asked = talk.ask(turn);
      if (asked.isEmpty()) {
        spec.commandLine()
            .getErr()
            .println("The call ended after " + spoken + " of " + turns.size() + " turns.");
        break;
      }
      spoken++;
      if (asked.get().cutIn()) {
        spec.commandLine().getErr().println("Parley spoke into " + name(spoken - 1) + ".");
      }
      asked
          .get()
          .voiceToVoiceNanos()
          .ifPresent(waited -> {
            long at = asked.get().replyNanos().getAsLong() - talk.answeredNanos();
            replies.add(new CallReport.Reply(at / 1_000_000, waited / 1_000_000));
          });
    }
    return replies;
  }

  /// The call was placed all the same, so a file that cannot be written is only told of.
  private void keepRecording(CallerTalk talk) {
    Path file = record;
    if (file != null) {
      try {
        WavFile.write(file, new Pcm(talk.call().heard().recording(), PHONE_RATE_HZ));
      } catch (UncheckedIOException e) {
        spec.commandLine().getErr().println(e.getMessage());
      }
    }
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
