package parley.dialogue.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import parley.dialogue.words.Words;

/// Text without marks: paragraphs stand between empty lines, and a short line alone that does not
/// end as a sentence does is a heading. So is a line that is underlined.
final class PlainText {

  private static final Pattern UNDERLINE = Pattern.compile("\\s*(=+|-{3,}|~{3,})\\s*");
  private static final Pattern ITEM = Pattern.compile("\\s*(?:[-*•–]|\\d{1,2}[.)])\\s+(.+)");
  private static final Pattern SENTENCE_END = Pattern.compile(".*[.!?,;:]");
  private static final int LONGEST_HEADING = 70;
  private static final int MOST_WORDS = 10;

  private PlainText() {}

  static Content read(byte[] bytes) {
    return Utf8.text(bytes, text -> new Content.Usable("", blocks(text.lines().toList())));
  }

  /// @param lines as they stand, empty ones between paragraphs
  static List<Block> blocks(List<String> lines) {
    List<Block> blocks = new ArrayList<>();
    List<String> together = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean underlined = i + 1 < lines.size() && UNDERLINE.matcher(lines.get(i + 1)).matches();
      if (underlined && !line.isBlank() && !UNDERLINE.matcher(line).matches()) {
        end(together, blocks);
        blocks.add(new Block.Heading(lines.get(i + 1).strip().startsWith("=") ? 1 : 2, one(line)));
        i++;
      } else if (line.isBlank() || UNDERLINE.matcher(line).matches()) {
        end(together, blocks);
      } else {
        if (ITEM.matcher(line).matches()) {
          end(together, blocks);
        }
        together.add(line);
      }
    }
    end(together, blocks);
    return blocks;
  }

  private static void end(List<String> together, List<Block> blocks) {
    if (together.isEmpty()) {
      return;
    }
    var item = ITEM.matcher(together.getFirst());
    if (item.matches()) {
      together.set(0, item.group(1));
      blocks.add(new Block.Item(one(String.join(" ", together))));
    } else if (together.size() == 1 && heading(together.getFirst())) {
      blocks.add(new Block.Heading(blocks.isEmpty() ? 1 : 2, one(together.getFirst())));
    } else {
      blocks.add(new Block.Paragraph(one(String.join(" ", together))));
    }
    together.clear();
  }

  static boolean heading(String line) {
    String text = line.strip();
    return text.length() <= LONGEST_HEADING
        && Words.of(text).size() <= MOST_WORDS
        && !SENTENCE_END.matcher(text).matches()
        && text.codePoints().anyMatch(Character::isLetter);
  }

  private static String one(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
