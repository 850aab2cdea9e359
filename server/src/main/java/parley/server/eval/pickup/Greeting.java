package parley.server.eval.pickup;

import java.util.function.Function;
import parley.speech.synthesize.Synthesizer;

/// One who picked up, and how it sounds.
///
/// @param name for what is said of it: a file, or a line of a list
/// @param sound made when it is heard; scripts need the voice for it
record Greeting(String name, Label label, Function<Synthesizer, Script.Spoken> sound) {}
