package parley.mail.text;

import java.util.List;
import java.util.regex.Pattern;

/// Where a mail's signature begins. In doubt there is none: a name too many does no harm, a wish
/// that is not read does.
final class Signature {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** What telephones and free mail services write below. */
  private static final Pattern ADDED =
      Pattern.compile(
          "((sent|emailed) (from|with|via) .{2,60}|get outlook for .{2,20}|gesendet (von|mit|aus) .{2,60}"
              + "|von (meinem|meiner|unterwegs).{0,40} gesendet|diese nachricht wurde von mein.{5,60} gesendet"
              + "|holen sie sich outlook für .{2,20}|outlook für .{2,20} (herunterladen|beziehen)"
              + "|envoyé (de|depuis|à partir) .{2,60}|(obtenez|télécharger) outlook pour .{2,20}"
              + "|enviado (desde|do|de|a partir|pelo|con) .{2,60}|(obtener|obter|obtenha|descargar) o? ?outlook para .{2,20}"
              + "|inviato (da|dal|con) .{2,60}|(scarica|ottieni) outlook per .{2,20}"
              + "|(verstuurd|verzonden) (vanaf|via|met|van) .{2,60}|outlook voor .{2,20} (downloaden|ophalen)"
              + "|(wysłane|wysłano) (z|za|ze) .{2,60}|(pobierz|uzyskaj) (program )?outlook dla .{2,30}"
              + "|skickat från .{2,60}|sendt fra .{2,60}|отправлено (с|из) .{2,60})(\\s\\(?<?https?://\\S+)?[.]?",
          FLAGS);

  private static final Pattern CLOSING =
      Pattern.compile(
          "((with )?(best|kind|kindest|warm|many)?( |-)?(regards|wishes|greetings)|best|all the best|cheers|sincerely"
              + "|yours( sincerely| faithfully| truly)?|(many )?thanks|thank you( very much| so much)?( in advance)?"
              + "|thanks (a lot|so much|in advance|again)|thx|br|rgds|respectfully"
              + "|(mit )?(freundlichen?|besten?|herzlichen?|vielen?|liebe[nr]?|schöne[nr]?|viele|beste|liebe) (grüßen|grüssen|grüße|grüsse|gruß|gruss|dank)( aus .{2,30})?"
              + "|(mfg|lg|vg|hg|danke|gruß|gruss|grüße|grüsse|hochachtungsvoll|vielen dank( im voraus)?)"
              + "|(bien )?(cordialement|sincèrement|amicalement)( vôtre)?|salutations( distinguées)?|merci( beaucoup| d['’]avance)?"
              + "|bonne (journée|soirée)|cdlt"
              + "|(un )?(saludos?|cordial saludo)( cordiales)?|atentamente|(muchas )?gracias( de antemano)?"
              + "|(cordiali|distinti) saluti|saluti|cordialmente|(mille )?grazie( mille)?( in anticipo)?"
              + "|(met )?(vriendelijke|hartelijke) (groeten?|groet)|groet(en|jes)?|mvg|(alvast )?bedankt|hoogachtend"
              + "|(z )?(poważaniem|pozdrowieniami|wyrazami szacunku)|(serdecznie )?pozdrawiam( serdecznie)?|(z góry )?dziękuję"
              + "|(com os melhores |melhores )?cumprimentos|atenciosamente|(muito )?obrigad[oa]|abraços?)[ ,.!;]*",
          FLAGS);

  private static final Pattern DISCLAIMER =
      Pattern.compile(
          ".{0,60}(this (e-?mail|message|communication).{0,80}(confidential|intended|privileged)"
              + "|diese (e-?mail|nachricht).{0,80}vertraulich|ce (message|courriel|mail).{0,80}confidentiel"
              + "|este (mensaje|correo|e-?mail).{0,80}confidencial|questo messaggio.{0,80}(riservat|confidenzial)"
              + "|(dit bericht|deze e-?mail).{0,80}vertrouwelijk|(niniejsza|ta) wiadomość.{0,80}(poufn|zastrzeż)"
              + "|esta mensagem.{0,80}confidencia|please consider the environment"
              + "|denken sie an die umwelt|pensez à l['’]environnement).*",
          FLAGS);

  private static final int MOST_LINES = 16;
  private static final int LONGEST_LINE = 90;
  private static final int WORDS_OF_A_NAME = 6;

  private Signature() {}

  /// The index of its first line, or how many lines there are.
  static int start(List<String> lines) {
    int end = lines.size();
    for (int i = 0; i < end; i++) {
      String line = lines.get(i).strip();
      // "-- " (RFC 3676, 4.3); programs eat the space.
      if (line.equals("--")
          || line.equals("—")
          || (line.matches("_{3,}") && isSignature(lines, i + 1))) {
        return i;
      }
      if (line.length() < 120 && ADDED.matcher(line).matches() && isSignature(lines, i + 1)) {
        return i;
      }
      if (DISCLAIMER.matcher(line.substring(0, Math.min(400, line.length()))).matches() && i > 0) {
        return i;
      }
      if (line.length() < 60 && CLOSING.matcher(line).matches() && isSignature(lines, i + 1)) {
        return i;
      }
    }
    return end;
  }

  /// Whether all that is left looks like a name and how to reach it: short lines, no sentences. A
  /// disclaimer may follow.
  private static boolean isSignature(List<String> lines, int from) {
    int seen = 0;
    for (String raw : lines.subList(from, lines.size())) {
      String line = raw.strip();
      if (DISCLAIMER.matcher(line.substring(0, Math.min(400, line.length()))).matches()) {
        return true;
      }
      if (line.isEmpty()) {
        continue;
      }
      seen++;
      boolean name =
          seen == 1
              && line.split("\\s+").length > WORDS_OF_A_NAME
              && !ADDED.matcher(line).matches();
      if (seen > MOST_LINES || line.length() > LONGEST_LINE || name || isSentence(line)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSentence(String line) {
    return line.endsWith("?")
        || (line.matches(".*\\p{Ll}[.!:]") && line.split("\\s+").length > 4)
        || line.matches("(?i)p\\.?s\\.?\\b.*");
  }
}
