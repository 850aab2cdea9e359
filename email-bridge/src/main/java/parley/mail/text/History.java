package parley.mail.text;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The lines with which mail programs begin an older mail: Outlook's, Gmail's, Apple's,
/// Thunderbird's and others', in the languages of Europe that are written most.
final class History {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final Pattern ORIGINAL =
      Pattern.compile(
          "[-_*= ]{2,}\\s*(original message|original appointment|ursprüngliche nachricht|original-?nachricht"
              + "|message d['’]origine|message original|mensaje original|messaggio originale"
              + "|oorspronkelijk bericht|wiadomość oryginalna|oryginalna wiadomość|mensagem original"
              + "|ursprungligt meddelande|oprindelig meddelelse|исходное сообщение)\\s*[-_*= ]{2,}",
          FLAGS);

  private static final Pattern FORWARD =
      Pattern.compile(
          "[-_*= ]{2,}\\s*(forwarded message|weitergeleitete nachricht|message transféré|message réexpédié"
              + "|mensaje reenviado|messaggio inoltrato|doorgestuurd bericht|przekazana wiadomość"
              + "|treść przekazanej wiadomości|wiadomość przekazana|mensagem (reen|en)caminhada"
              + "|vidarebefordrat meddelande|videresendt meddelelse)\\s*[-_*= ]{2,}"
              + "|(begin forwarded message|anfang der weitergeleiteten nachricht|début du message (réexpédié|transféré)"
              + "|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht"
              + "|początek przekazanej wiadomości|início da mensagem (reen|en)caminhada)\\s?:",
          FLAGS);

  /** A date or time has digits; the verb stands at the end, or before the name. */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(on\\s.{5,300}\\swrote|am\\s.{5,300}\\s(schrieb(\\s.{1,200})?|hat\\s.{1,200}\\sgeschrieben)"
              + "|le\\s.{5,300}\\sa écrit|el\\s.{5,300}\\sescribió|il\\s.{5,300}\\sha scritto"
              + "|op\\s.{5,300}\\s(schreef(\\s.{1,200})?|heeft\\s.{1,200}\\sgeschreven)"
              + "|.{0,20}\\d.{5,300}\\s(napisał|napisała|napisał\\(a\\)|napisał/a|pisze)"
              + "|(em|a|no dia)\\s.{5,300}\\sescreveu|den\\s.{5,300}\\sskrev(\\s.{1,200})?"
              + "|.{0,20}\\d.{5,300}\\s(пишет|написал|написала|написал\\(а\\)|napsal\\(a\\)|kirjoitti|şunu yazdı|şunları yazdı)"
              + "|.{0,200}<\\S+@\\S+>\\s(schrieb am|wrote on|a écrit le)\\s.{5,100})\\s?:",
          FLAGS);

  private static final int LONGEST_ATTRIBUTION = 4;

  private enum Label {
    FROM,
    SENT,
    TO,
    SUBJECT
  }

  private static final Map<Label, Pattern> LABELS =
      Map.of(
          Label.FROM, label("from|von|de|da|van|od|från|fra|lähettäjä|от|от кого|发件人|差出人"),
          Label.SENT,
              label(
                  "sent|date|gesendet|datum|envoyé|envoyé le|enviado|enviado el|enviado em|enviada|enviada em"
                      + "|fecha|inviato|data|verzonden|wysłano|wysłane|skickat|sendt|отправлено|дата|发送时间|送信日時"),
          Label.TO, label("to|an|à|a|para|aan|do|till|til|кому|收件人|宛先"),
          Label.SUBJECT,
              label(
                  "subject|betreff|objet|asunto|oggetto|onderwerp|temat|assunto|ämne|emne|тема|主题|件名"));

  private static final int LINES_OF_HEADER = 8;

  private History() {}

  private static Pattern label(String words) {
    return Pattern.compile("[*_ ]{0,4}(" + words + ")[*_ ]{0,4}[:：][*_]{0,3}(\\s.*)?", FLAGS);
  }

  static boolean isForward(String line) {
    return line.length() < 120 && FORWARD.matcher(line.strip()).matches();
  }

  static boolean isOriginal(String line) {
    return line.length() < 120 && ORIGINAL.matcher(line.strip()).matches();
  }

  /// Whether From, and two of Sent, To and Subject, stand on the lines from here on.
  static boolean isHeader(List<String> lines, int at) {
    if (!is(Label.FROM, lines.get(at))) {
      return false;
    }
    Set<Label> seen = EnumSet.noneOf(Label.class);
    int end = Math.min(lines.size(), at + LINES_OF_HEADER);
    for (String line : lines.subList(at + 1, end)) {
      LABELS.keySet().stream().filter(label -> is(label, line)).forEach(seen::add);
    }
    seen.remove(Label.FROM);
    return seen.size() >= 2;
  }

  private static boolean is(Label label, String line) {
    Pattern pattern = LABELS.get(label);
    return pattern != null && line.length() < 2000 && pattern.matcher(line.strip()).matches();
  }

  /// How many lines from here on say who wrote what follows, and when; 0 for none.
  static int attribution(List<String> lines, int at) {
    StringBuilder joined = new StringBuilder();
    for (int n = 0; n < LONGEST_ATTRIBUTION && at + n < lines.size(); n++) {
      String line = lines.get(at + n).strip();
      if (line.isEmpty() || line.length() > 400 || line.startsWith(">")) {
        return 0;
      }
      joined.append(n == 0 ? "" : " ").append(line);
      if (line.endsWith(":")) {
        Matcher matcher = ATTRIBUTION.matcher(joined);
        boolean dated = joined.chars().anyMatch(Character::isDigit);
        return dated && joined.length() < 700 && matcher.matches() ? n + 1 : 0;
      }
    }
    return 0;
  }
}
