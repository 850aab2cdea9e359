package parley.mail.text;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The words of an HTML mail as a reader sees them: lines, quotes marked with `>`, cells of a table
/// parted by `|`, and where links lead. Nothing is run or fetched.
public final class HtmlText {

  private static final String NOT_SEEN =
      "script, style, noscript, template, head, title, iframe, object, embed, svg, canvas, audio, video,"
          + " [hidden], [aria-hidden=true], input, select, textarea";

  /** How senders hide words from readers, but not from filters. */
  private static final Pattern HIDING =
      Pattern.compile(
          "display:none|visibility:hidden|mso-hide:all|font-size:[01](px|pt|em|%)?(;|!|$)|"
              + "opacity:0(\\.0+)?(;|!|$)|max-height:0(px)?(;|!|$)|text-indent:-\\d{3,}|left:-\\d{3,}");

  private HtmlText() {}

  /// Never throws: what is no HTML is text.
  public static String of(String html) {
    Document page = Jsoup.parse(html);
    page.select(NOT_SEEN).remove();
    for (Element styled : page.select("[style]")) {
      String style = styled.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s+", "");
      if (HIDING.matcher(style).find() && styled.parent() != null) {
        styled.remove();
      }
    }
    HtmlWalk walk = new HtmlWalk();
    page.body().traverse(walk);
    return walk.text();
  }
}
