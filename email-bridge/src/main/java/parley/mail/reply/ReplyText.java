package parley.mail.reply;

import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Entities;

/// A reply's words, plain and as HTML. Everything in the HTML is escaped; there are no pictures,
/// styles or scripts in it.
final class ReplyText {

  private final Reply reply;
  private final List<String> quoted;
  private final String attribution;

  ReplyText(Reply reply) {
    this.reply = reply;
    this.quoted = QuotedMail.lines(reply.quoted().strip());
    this.attribution =
        QuotedMail.attribution(reply.language(), reply.answered().date(), reply.zone());
  }

  String plain() {
    StringBuilder text = new StringBuilder(visible(reply.text()).strip()).append('\n');
    if (!reply.citations().isEmpty()) {
      text.append('\n');
      reply.citations().forEach(c -> text.append("- ").append(cited(c)).append('\n'));
    }
    if (!quoted.isEmpty()) {
      text.append('\n').append(attribution).append('\n');
      quoted.forEach(line -> text.append(line.isEmpty() ? ">" : "> " + line).append('\n'));
    }
    return text.toString();
  }

  private static String cited(Citation citation) {
    return citation.name() + citation.page().map(page -> ": " + page.toASCIIString()).orElse("");
  }

  String html() {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"");
    html.append(reply.language()).append("\"><head><meta charset=\"utf-8\"></head><body>\n");
    for (String paragraph : visible(reply.text()).strip().split("\\n\\s*\\n")) {
      html.append("<p>").append(lines(paragraph)).append("</p>\n");
    }
    if (!reply.citations().isEmpty()) {
      html.append("<ul>\n");
      reply.citations().forEach(c -> html.append("<li>").append(linked(c)).append("</li>\n"));
      html.append("</ul>\n");
    }
    if (!quoted.isEmpty()) {
      html.append("<p>").append(Entities.escape(attribution)).append("</p>\n");
      html.append("<blockquote type=\"cite\">")
          .append(lines(String.join("\n", quoted)))
          .append("</blockquote>\n");
    }
    return html.append("</body></html>\n").toString();
  }

  private static String lines(String text) {
    return Entities.escape(text).replace("\n", "<br>\n");
  }

  private static String linked(Citation citation) {
    String name = Entities.escape(citation.name());
    Optional<String> page = citation.page().map(p -> Entities.escape(p.toASCIIString()));
    return page.map(p -> "<a href=\"" + p + "\">" + name + "</a>").orElse(name);
  }

  private static String visible(String text) {
    return text.replaceAll("\\r\\n?", "\n").replaceAll("[\\p{Cc}&&[^\\n]]", " ");
  }
}
