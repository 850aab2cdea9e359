package parley.mail.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Characters from bytes whose label may be missing, unknown or wrong. It never fails: what is no
/// character in any guess becomes U+FFFD.
public final class MailCharset {

  /** What is sent in the West without a label, or with one that is too narrow. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  /// Labels whose senders mean more than they say (the WHATWG encoding standard has the same list).
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("us-ascii", "windows-1252"),
          Map.entry("ascii", "windows-1252"),
          Map.entry("ansi_x3.4-1968", "windows-1252"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("gb2312", "GB18030"),
          Map.entry("gbk", "GB18030"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("utf8", "UTF-8"),
          Map.entry("utf-8mb4", "UTF-8"),
          Map.entry("unicode", "UTF-16"));

  private MailCharset() {}

  /// @param label as it stands in the mail, empty where there is none
  public static String decode(byte[] bytes, String label) {
    Optional<Charset> named = named(label);
    boolean utf8Inside = hasCharactersOfSeveralBytes(bytes);
    if (named.filter(StandardCharsets.UTF_8::equals).isPresent()
        || (utf8Inside && isNarrow(named))) {
      return utf8(bytes, utf8Inside);
    }
    return named
        .flatMap(charset -> strictly(bytes, charset))
        .or(() -> strictly(bytes, StandardCharsets.UTF_8))
        .orElseGet(() -> new String(bytes, named.filter(c -> !isWestern(c)).orElse(WESTERN)));
  }

  /// Bytes that are said to be UTF-8, or look like it. One bad byte among good characters, as where
  /// a text was cut, does not make all of it another encoding.
  private static String utf8(byte[] bytes, boolean utf8Inside) {
    return strictly(bytes, StandardCharsets.UTF_8)
        .orElseGet(() -> new String(bytes, utf8Inside ? StandardCharsets.UTF_8 : WESTERN));
  }

  /// Whether a Western label, or none, may hide UTF-8.
  private static boolean isNarrow(Optional<Charset> named) {
    return named.isEmpty() || isWestern(named.get());
  }

  private static boolean isWestern(Charset charset) {
    return charset.equals(WESTERN) || charset.name().startsWith("ISO-8859-1");
  }

  static Optional<Charset> named(String label) {
    String clean = label.strip().replaceAll("^[\"']+|[\"']+$", "").toLowerCase(Locale.ROOT);
    // Most headers have no label at all, and an exception for each would cost more than the rest.
    if (clean.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Charset.forName(MEANT.getOrDefault(clean, clean)));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      CharBuffer characters =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(characters.toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    } catch (UnsupportedOperationException _) {
      return Optional.empty();
    }
  }

  /// Whether most bytes beyond ASCII are parts of UTF-8 characters. In Western text a letter with
  /// an accent stands before a plain one.
  private static boolean hasCharactersOfSeveralBytes(byte[] bytes) {
    int good = 0;
    int bad = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] < 0) {
        int length = lengthAt(bytes, i);
        good += length;
        bad += length == 0 ? 1 : 0;
        i += Math.max(0, length - 1);
      }
    }
    return good > 2 * bad;
  }

  /// The bytes of the UTF-8 character that begins here, 0 where none does.
  private static int lengthAt(byte[] bytes, int at) {
    int first = bytes[at] & 0xff;
    int length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
    if (first >= 0xf5 || length == 0 || at + length > bytes.length) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
