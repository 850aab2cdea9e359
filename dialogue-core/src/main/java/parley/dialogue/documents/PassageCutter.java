package parley.dialogue.documents;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Cuts a document into passages: at headings, and where a section is too long, between its
/// paragraphs or else its sentences. One for each document; one thread.
final class PassageCutter {

  /** What is longer is about more than one thing. */
  private static final int LONGEST = 700;

  private static final int LONGEST_FILE_PART = 40;
  private static final int LONGEST_HEADING_PART = 28;

  private final String file;
  private final String language;
  private final Optional<URI> page;
  private final List<Block.Heading> path = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();
  private final List<Passage> passages = new ArrayList<>();
  private final Map<String, Integer> used;
  private final String title;

  /// @param file as citations name it
  /// @param title for documents without a heading at their top
  /// @param page where a customer can read it
  /// @param used ids that other documents have already, and how often
  PassageCutter(
      String file, String title, String language, Optional<URI> page, Map<String, Integer> used) {
    this.page = page;
    this.used = used;
    this.file = part(file, "[^A-Za-z0-9._/-]+", LONGEST_FILE_PART);
    this.title = title;
    this.language = language;
  }

  List<Passage> cut(List<Block> blocks) {
    for (int i = 0; i < blocks.size(); i++) {
      switch (blocks.get(i)) {
        case Block.Heading heading -> begin(heading);
        case Block.Item(String text) -> paragraph(text);
        case Block.Row(String text) -> paragraph(text);
        case Block.Paragraph(String text) when text.endsWith(":") -> {
          StringBuilder list = new StringBuilder(text);
          while (i + 1 < blocks.size()
              && blocks.get(i + 1) instanceof Block.Item(String item)
              && list.length() + item.length() < Sentences.LONGEST) {
            list.append(list.length() == text.length() ? " " : ", ").append(bare(item));
            i++;
          }
          paragraph(list.toString());
        }
        case Block.Paragraph(String text) -> paragraph(text);
      }
    }
    end();
    return List.copyOf(passages);
  }

  /// An item that will stand in the middle of a sentence.
  private static String bare(String item) {
    return item.replaceFirst("[.;,]+$", "");
  }

  private void begin(Block.Heading heading) {
    end();
    while (!path.isEmpty() && path.getLast().level() >= heading.level()) {
      path.removeLast();
    }
    path.add(heading);
  }

  private void paragraph(String text) {
    List<String> more = Sentences.of(Sentences.ended(text));
    if (length(sentences) + length(more) > LONGEST) {
      end();
    }
    for (String sentence : more) {
      if (length(sentences) + sentence.length() > LONGEST) {
        end();
      }
      sentences.add(sentence);
    }
  }

  private static int length(List<String> sentences) {
    return sentences.stream().mapToInt(sentence -> sentence.length() + 1).sum();
  }

  private void end() {
    if (!sentences.isEmpty()) {
      List<String> headings = headings();
      passages.add(new Passage(id(headings.getLast()), headings, sentences, language, page));
      sentences.clear();
    }
  }

  private List<String> headings() {
    List<String> headings = new ArrayList<>();
    if (path.isEmpty() || path.getFirst().level() > 1) {
      headings.add(title);
    }
    path.forEach(heading -> headings.add(heading.text()));
    return headings;
  }

  private String id(String heading) {
    String slug = part(heading.toLowerCase(Locale.ROOT), "[^a-z0-9]+", LONGEST_HEADING_PART);
    String id = file + "#" + (slug.isEmpty() ? "text" : slug);
    int times = used.merge(id, 1, Integer::sum);
    return times == 1 ? id : id + "." + times;
  }

  private static String part(String text, String not, int longest) {
    String clean = text.replaceAll(not, "-").replaceAll("^-+|-+$", "");
    return clean.length() <= longest ? clean : clean.substring(0, longest).replaceAll("-+$", "");
  }
}
