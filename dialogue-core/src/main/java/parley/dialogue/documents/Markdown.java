package parley.dialogue.documents;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import parley.dialogue.knowledge.Reference;

/// Markdown becomes HTML first, so that both are cut alike. Lines between `---` at the top describe
/// the file and are no text; `url:` among them is where it can be read.
final class Markdown {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();

  private static final Pattern ABOUT =
      Pattern.compile(
          "\\A---[ \\t]*\\R((?:[A-Za-z][\\w-]*:.*\\R|[ \\t]*\\R)*)---[ \\t]*(?:\\R|\\z)");
  private static final Pattern URL =
      Pattern.compile("(?m)^url:[ \\t]*[\"']?([^\\s\"']+)[\"']?[ \\t]*$");

  private Markdown() {}

  static Content read(byte[] bytes) {
    return Utf8.text(bytes, Markdown::read);
  }

  private static Content read(String text) {
    Matcher about = ABOUT.matcher(text);
    if (!about.find()) {
      return html(text);
    }
    Matcher url = URL.matcher(about.group(1));
    return switch (html(text.substring(about.end()))) {
      case Content.Usable usable ->
          usable.at(url.find() ? Reference.page(url.group(1)) : Optional.empty());
      case Content.Unreadable unreadable -> unreadable;
    };
  }

  private static Content html(String text) {
    return Html.read(RENDERER.render(PARSER.parse(text)));
  }
}
