package parley.server.eval.scenarios;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import parley.dialogue.log.LogEntry.Speaker;
import parley.dialogue.privacy.Masking;
import parley.server.call.FollowedCall.Stretch;

/// Tells what was not heard as it was said: a recognizer's mistake is the likeliest reason of a
/// scenario that fails by voice.
final class HeardOtherwise {

  /// What the log holds of a PIN or a code.
  private static final String HIDDEN = "(not kept)";

  private HeardOtherwise() {}

  /// One sentence; empty when all was heard as it was said.
  static Optional<String> of(Deed deed, Stretch stretch) {
    String heard =
        stretch.log().turns().stream()
            .filter(turn -> turn.speaker() == Speaker.CALLER)
            .map(turn -> turn.words().text())
            .collect(Collectors.joining(" "));
    Optional<String> heardAs =
        switch (deed) {
          case Deed.Says(String text) when !same(text, heard) ->
              Optional.of("said `" + text + "`, heard `" + heard + "`");
          case Deed.Plays(var file) ->
              Optional.of("played " + file.getFileName() + ", heard `" + heard + "`");
          case Deed.Presses(String keys) when !same(keys, heard) ->
              Optional.of("pressed `" + keys + "`, came as `" + heard + "`");
          case Deed.Says _,
              Deed.Presses _,
              Deed.Mumbles _,
              Deed.Noise _,
              Deed.Silent _,
              Deed.HandOverEnds _,
              Deed.HearsPrompt _ ->
              Optional.empty();
        };
    return heard.contains(HIDDEN)
        ? Optional.empty()
        : heardAs.map(text -> stretch.cutIn() ? text + "; Parley spoke into it" : text);
  }

  private static boolean same(String said, String heard) {
    // A call's log keeps words without personal data in them, unless the site wants it otherwise.
    return plain(said).equals(plain(heard)) || plain(Masking.mask(said)).equals(plain(heard));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}'*#]+", " ").strip();
  }
}
