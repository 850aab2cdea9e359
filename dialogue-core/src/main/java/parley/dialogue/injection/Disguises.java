package parley.dialogue.injection;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Takes the disguises off a text that a person would read through. Pure.
final class Disguises {

  private static final Pattern UNSEEN =
      Pattern.compile(
          "[\\p{Cf}\\x{FE00}-\\x{FE0F}\\x{E0000}-\\x{E01EF}\\x{115F}\\x{1160}\\x{3164}]");
  private static final Pattern BETWEEN_LETTERS =
      Pattern.compile("(?<=[a-zA-Z])[\\x{200B}-\\x{200F}\\x{2060}-\\x{2064}\\x{FEFF}](?=[a-zA-Z])");
  private static final Pattern TAGS =
      Pattern.compile("[\\x{E0000}-\\x{E007F}]|[\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
  private static final Pattern MIXED =
      Pattern.compile(
          "(?:\\p{IsLatin}{1,20}[\\p{IsCyrillic}\\p{IsGreek}]|[\\p{IsCyrillic}\\p{IsGreek}]\\p{IsLatin})");
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}={0,2}");
  private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2}[ :]?){10,500}");
  private static final Pattern SPACED = Pattern.compile("(?:\\b\\p{L}[ ._-]{1,3}){6,200}\\p{L}\\b");
  private static final String LOOKALIKES = "аесорхуіјѕԁһӏАВЕКМНОРСТХαοερυνκιτΑΒΕΗΙΚΜΝΟΡΤΧ";
  private static final String LATIN = "aecopxyijsdhlABEKMHOPCTXaoepuvkitABEHIKMNOPTX";
  private static final String LEET = "013457@$!";
  private static final String LETTERS = "oieastasi";

  private Disguises() {}

  /// Without unseen characters, in the usual forms of letters.
  static String plain(String text) {
    return UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
  }

  /// Characters that only somebody who hides something uses: emoji and languages written from right
  /// to left need some of their own, but not between Latin letters.
  static boolean hides(String text) {
    return BETWEEN_LETTERS.matcher(text).find()
        || TAGS.matcher(text).find()
        || MIXED.matcher(text).find();
  }

  /// Other readings of the text, those that make sense at all.
  static List<String> decoded(String text, String plain) {
    List<String> readings = new ArrayList<>();
    readings.add(tags(text));
    readings.add(translate(plain, LOOKALIKES, LATIN));
    readings.add(leet(plain));
    readings.add(new StringBuilder(plain).reverse().toString());
    readings.add(rot13(plain));
    readings.add(joined(plain));
    parts(BASE64, plain, Disguises::base64, readings);
    parts(HEX, plain, Disguises::hex, readings);
    return readings.stream()
        .filter(reading -> !reading.isBlank() && !reading.equals(plain))
        .toList();
  }

  private interface Decoder {
    String decode(String part);
  }

  private static void parts(Pattern what, String text, Decoder decoder, List<String> readings) {
    Matcher matcher = what.matcher(text);
    while (matcher.find()) {
      readings.add(decoder.decode(matcher.group()));
    }
  }

  /// Tag characters mirror ASCII and are shown by nothing.
  private static String tags(String text) {
    return text.codePoints()
        .filter(c -> c >= 0xE0020 && c < 0xE007F)
        .mapToObj(c -> String.valueOf((char) (c - 0xE0000)))
        .collect(Collectors.joining());
  }

  private static String translate(String text, String from, String to) {
    StringBuilder translated = new StringBuilder(text);
    for (int i = 0; i < translated.length(); i++) {
      int at = from.indexOf(translated.charAt(i));
      if (at >= 0) {
        translated.setCharAt(i, to.charAt(at));
      }
    }
    return translated.toString();
  }

  /// "1gn0re": only where digits stand among letters.
  private static String leet(String text) {
    return Pattern.compile("[\\w@$!]*\\p{L}[\\w@$!]*")
        .matcher(text)
        .replaceAll(word -> Matcher.quoteReplacement(translate(word.group(), LEET, LETTERS)));
  }

  private static String rot13(String text) {
    StringBuilder turned = new StringBuilder(text);
    for (int i = 0; i < turned.length(); i++) {
      char c = turned.charAt(i);
      char a = Character.isUpperCase(c) ? 'A' : 'a';
      if (c >= a && c < a + 26 && c < 128) {
        turned.setCharAt(i, (char) ((c - a + 13) % 26 + a));
      }
    }
    return turned.toString();
  }

  /// "i g n o r e a l l": letters put together, wider gaps kept as blanks.
  private static String joined(String text) {
    Matcher matcher = SPACED.matcher(text);
    StringBuilder all = new StringBuilder();
    while (matcher.find()) {
      all.append(
          matcher.group().replaceAll("(?<=\\p{L})[ ._-](?=\\p{L})", "").replaceAll("[ ._-]+", " "));
      all.append(' ');
    }
    return all.toString();
  }

  private static String base64(String part) {
    try {
      String usual = part.replace('-', '+').replace('_', '/').replace("=", "");
      return printable(Base64.getDecoder().decode(usual));
    } catch (IllegalArgumentException notBase64) {
      return "";
    }
  }

  private static String hex(String part) {
    String digits = part.replaceAll("[ :]", "");
    return printable(HexFormat.of().parseHex(digits.substring(0, digits.length() / 2 * 2)));
  }

  private static String printable(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    long odd = text.chars().filter(c -> c < ' ' || c == 0xFFFD).count();
    return odd * 10 > text.length() ? "" : text;
  }
}
