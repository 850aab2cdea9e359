package parley.dialogue.documents;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Markdown becomes HTML first, so that both are cut alike.
final class Markdown {

  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();

  private Markdown() {}

  static Content read(byte[] bytes) {
    return Utf8.text(bytes, text -> Html.read(RENDERER.render(PARSER.parse(text))));
  }
}
