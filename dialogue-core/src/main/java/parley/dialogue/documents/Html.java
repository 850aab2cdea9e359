package parley.dialogue.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import parley.dialogue.knowledge.Reference;

/// The text of a page, without what is around it on a site. jsoup mends what browsers mend, and
/// finds the encoding that the page names.
final class Html {

  private static final String NOT_THE_TEXT =
      "script, style, noscript, template, thead, nav, header, footer, aside, form, iframe, svg, button,"
          + " [hidden], [aria-hidden=true]";

  /** What a decoder leaves where bytes are no characters. */
  private static final String NO_CHARACTER = "\uFFFD";

  private Html() {}

  static Content read(byte[] bytes) {
    try {
      Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
      if (page.wholeText().contains(NO_CHARACTER)) {
        return new Content.Unreadable(
            "It holds bytes that are no text in " + page.charset() + ".",
            "Save it as UTF-8, or name its encoding in a meta tag.");
      }
      return read(page);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading a page in memory failed", e);
    }
  }

  static Content read(String html) {
    return read(Jsoup.parse(html));
  }

  private static Content read(Document page) {
    String title = page.title();
    // Sites name a page's address so.
    Optional<URI> address = Reference.page(page.head().select("link[rel=canonical]").attr("href"));
    page.select(NOT_THE_TEXT).remove();
    Walk walk = new Walk();
    page.body().traverse(walk);
    walk.end();
    return new Content.Usable(title, walk.blocks, address);
  }

  /// Collects text until a tag that stands on lines of its own begins or ends.
  private static final class Walk implements NodeVisitor {

    private static final Set<String> CELLS = Set.of("td", "th");
    private static final Set<String> ITEMS = Set.of("li", "dd");

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean item;

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        text.append(words.getWholeText());
      } else if (node instanceof Element element) {
        begin(element);
      }
    }

    private void begin(Element element) {
      String tag = element.normalName();
      if (tag.equals("br")) {
        text.append(' ');
      } else if (CELLS.contains(tag)) {
        separateCell();
      } else if (alone(element)) {
        end();
        item = item || ITEMS.contains(tag);
      }
    }

    private void separateCell() {
      if (!text.toString().isBlank()) {
        text.append(", ");
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element && alone(element)) {
        endOf(element.normalName());
        item = item && !ITEMS.contains(element.normalName());
      }
    }

    private void endOf(String tag) {
      int level = level(tag);
      if (level > 0) {
        add(new Block.Heading(level, line()));
      } else if (tag.equals("tr")) {
        add(new Block.Row(line()));
      } else {
        end();
      }
    }

    private static boolean alone(Element element) {
      return element.isBlock() && !CELLS.contains(element.normalName());
    }

    private static int level(String tag) {
      return tag.length() == 2 && tag.charAt(0) == 'h' && Character.isDigit(tag.charAt(1))
          ? tag.charAt(1) - '0'
          : 0;
    }

    private String line() {
      return text.toString().replaceAll("[\\s\\u00a0]+", " ").replace(" ,", ",").strip();
    }

    private void end() {
      String line = line();
      add(item ? new Block.Item(line) : new Block.Paragraph(line));
    }

    private void add(Block block) {
      text.setLength(0);
      if (block.text().toLowerCase(Locale.ROOT).codePoints().anyMatch(Character::isLetterOrDigit)) {
        blocks.add(block);
      }
    }
  }
}
