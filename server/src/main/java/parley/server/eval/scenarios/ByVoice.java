package parley.server.eval.scenarios;

import java.time.ZonedDateTime;
import java.util.function.Supplier;
import parley.server.call.RunningParley;
import parley.server.eval.speech.Ear;
import parley.speech.synthesize.Synthesizer;

/// What scenarios need that have sound in them; `Main` makes it. Each is asked at most once, when
/// it is needed.
///
/// @param parley connects to the running server, or throws a
///   [parley.server.call.NotRunningException]
/// @param mouth the caller's voice, of 8000 Hz
/// @param ear the recognizer of the settings
/// @param now the time at the site
public record ByVoice(
    Supplier<RunningParley> parley,
    Supplier<Synthesizer> mouth,
    Supplier<Ear> ear,
    Supplier<ZonedDateTime> now) {}
