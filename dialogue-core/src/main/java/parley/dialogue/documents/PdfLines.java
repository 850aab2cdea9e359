package parley.dialogue.documents;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// The lines of a PDF with the size of their letters. What stands on most pages is a page's header
/// or footer, and no text. One thread.
final class PdfLines extends PDFTextStripper {

  private static final double LARGER = 1.12;
  private static final int PAGES_THAT_TELL = 3;

  /// @param size of most of its letters, in points; 0 for the end of a paragraph
  private record Line(String text, float size, int page) {}

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private float size;
  private int pages;

  private PdfLines() throws IOException {
    setSortByPosition(true);
  }

  static PdfLines read(PDDocument document) throws IOException {
    PdfLines lines = new PdfLines();
    try (Writer nowhere = new StringWriter()) {
      lines.writeText(document, nowhere);
    }
    lines.pages = document.getNumberOfPages();
    return lines;
  }

  @Override
  protected void writeString(String words, List<TextPosition> letters) {
    text.append(words);
    for (TextPosition letter : letters) {
      size = Math.max(size, letter.getFontSizeInPt());
    }
  }

  @Override
  protected void writeWordSeparator() {
    text.append(' ');
  }

  @Override
  protected void writeLineSeparator() {
    endLine();
  }

  @Override
  protected void writeParagraphEnd() {
    endLine();
    lines.add(new Line("", 0, getCurrentPageNo()));
  }

  @Override
  protected void writePageEnd() {
    endLine();
  }

  private void endLine() {
    if (!text.toString().isBlank()) {
      lines.add(new Line(text.toString().strip(), size, getCurrentPageNo()));
    }
    text.setLength(0);
    size = 0;
  }

  /// The document's headings, paragraphs and lists.
  List<Block> blocks() {
    double usual = usualSize();
    Set<String> everywhere = everywhere();
    List<Block> blocks = new ArrayList<>();
    List<String> plain = new ArrayList<>();
    for (Line line : lines) {
      if (everywhere.contains(shape(line.text()))) {
        continue;
      }
      if (line.size() > usual * LARGER && PlainText.heading(line.text())) {
        blocks.addAll(PlainText.blocks(plain));
        plain.clear();
        blocks.add(
            new Block.Heading(line.size() > usual * LARGER * LARGER * LARGER ? 1 : 2, line.text()));
      } else if (!plain.isEmpty() && plain.getLast().endsWith("-") && line.size() > 0) {
        plain.add(joined(plain.removeLast(), line.text()));
      } else {
        plain.add(line.text());
      }
    }
    blocks.addAll(PlainText.blocks(plain));
    return blocks;
  }

  /// A word that was parted at the end of a line; "first-" before "Class" keeps its dash.
  private static String joined(String before, String after) {
    boolean parted = Character.isLowerCase(after.charAt(0));
    return (parted ? before.substring(0, before.length() - 1) : before) + after;
  }

  private double usualSize() {
    Map<Float, Integer> letters = new HashMap<>();
    lines.forEach(line -> letters.merge(line.size(), line.text().length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(entry -> (double) entry.getKey())
        .orElse(0.0);
  }

  private Set<String> everywhere() {
    if (pages < PAGES_THAT_TELL) {
      return Set.of();
    }
    Map<String, Set<Integer>> seen = new HashMap<>();
    lines.stream()
        .filter(line -> line.size() > 0)
        .forEach(line ->
            seen.computeIfAbsent(shape(line.text()), _ -> new HashSet<>()).add(line.page()));
    Set<String> most = new HashSet<>();
    seen.forEach((shape, where) -> {
      if (2 * where.size() > pages) {
        most.add(shape);
      }
    });
    return most;
  }

  /// "Page 2 of 9" is the same line on every page.
  private static String shape(String line) {
    return line.replaceAll("\\d+", "0");
  }
}
