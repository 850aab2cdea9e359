package parley.gateway.call;

import java.util.regex.Pattern;

/// What answering machines say of themselves and people do not, in the languages that Parley hears
/// most: it finds the machine whose greeting begins with a short "hello" and a pause. Pure.
final class MachineWords {
  private static final Pattern SAID =
      Pattern.compile(
          "\\b(leave (me )?(a|your) (short |brief )?message|(after|at) the (tone|beep|signal)"
              + "|record your message|voice ?mail|(voice )?mailbox (of|is)|is not available right now"
              + "|cannot take your call|can't come to the phone"
              + "|nach dem (signal)?ton|hinterlassen sie|sprechen sie nach|mailbox von"
              + "|apr\u00e8s le (bip|signal)|laissez (un|votre) message|messagerie"
              + "|despu\u00e9s de la se\u00f1al|deje su mensaje|buz\u00f3n de voz)\\b",
          Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

  private MachineWords() {}

  static boolean in(String words) {
    return SAID.matcher(words).find();
  }
}
