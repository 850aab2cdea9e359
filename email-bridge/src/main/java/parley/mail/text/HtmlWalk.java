package parley.mail.text;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/// Writes the lines of a page while it is walked through. One thread.
final class HtmlWalk implements NodeVisitor {

  private static final Set<String> CELLS = Set.of("td", "th");

  /** Nobody quotes deeper; a page of nested quotes alone would grow with its square. */
  private static final int DEEPEST = 20;

  private static final int LONGEST_LINK = 300;

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder line = new StringBuilder();
  private int quotes;
  private int preformatted;

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text(words.getWholeText());
    } else if (node instanceof Element element) {
      begin(element);
    }
  }

  private void text(String words) {
    if (preformatted > 0) {
      words.lines().limit(1).forEach(line::append);
      words
          .lines()
          .skip(1)
          .forEach(next -> {
            end();
            line.append(next);
          });
      return;
    }
    String one = words.replaceAll("[\\s\\u00a0]+", " ");
    boolean joined = line.isEmpty() || line.charAt(line.length() - 1) == ' ';
    line.append(joined ? one.stripLeading() : one);
  }

  private void begin(Element element) {
    String tag = element.normalName();
    switch (tag) {
      case "br" -> endOfLine();
      case "hr" -> {
        end();
        line.append("________________________________");
        end();
      }
      case "img" -> text(element.attr("alt").isBlank() ? "" : "[" + element.attr("alt") + "]");
      case "li" -> {
        end();
        line.append("- ");
      }
      case "pre" -> {
        end();
        preformatted++;
      }
      default -> {
        if (CELLS.contains(tag)) {
          cell();
        } else if (isAlone(element)) {
          end();
        }
      }
    }
    quotes += isQuote(element) ? 1 : 0;
  }

  private void cell() {
    if (!line.toString().isBlank()) {
      line.append(" | ");
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String tag = element.normalName();
    if (tag.equals("a")) {
      link(element);
    } else if (isAlone(element)) {
      end();
      if (tag.equals("p") || tag.matches("h[1-6]")) {
        endOfLine();
      }
    }
    quotes -= isQuote(element) ? 1 : 0;
    preformatted -= tag.equals("pre") ? 1 : 0;
  }

  /// Where a link leads, unless its words say so already; only what a browser would open as a page.
  private void link(Element element) {
    String target = element.attr("href").strip();
    String shown = element.text();
    boolean page = target.toLowerCase(Locale.ROOT).matches("https?://\\S+");
    String bare = target.replaceFirst("(?i)^https?://(www\\.)?", "").replaceFirst("/$", "");
    if (page && target.length() <= LONGEST_LINK && !shown.contains(bare) && !shown.isBlank()) {
      line.append(" (").append(target).append(')');
    }
  }

  private static boolean isAlone(Element element) {
    return element.isBlock() && !CELLS.contains(element.normalName());
  }

  /// A blockquote, unless it only indents, as Gmail's editor does.
  private static boolean isQuote(Element element) {
    return element.normalName().equals("blockquote")
        && !(element.className().isEmpty()
            && !element.hasAttr("type")
            && element.attr("style").replaceAll("\\s+", "").contains("border:none"));
  }

  /// Ends the line if there is one.
  private void end() {
    if (!line.toString().isBlank()) {
      endOfLine();
    }
    line.setLength(0);
  }

  private void endOfLine() {
    int marks = Math.min(quotes, DEEPEST);
    lines
        .append(">".repeat(marks))
        .append(marks > 0 && !line.isEmpty() ? " " : "")
        .append(line.toString().stripTrailing())
        .append('\n');
    line.setLength(0);
  }

  String text() {
    end();
    return lines.toString();
  }
}
