package parley.mail.text;

import java.util.ArrayList;
import java.util.List;
import parley.mail.text.MailText.Answer;

/// Parts what the sender wrote from what the mail program put below, above and between it.
public final class MailWords {

  private final List<String> lines;
  private final List<String> segment = new ArrayList<>();
  private final List<String> quoted = new ArrayList<>();
  private final List<String> written = new ArrayList<>();
  private final List<String> signatures = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private String forwarded = "";

  private MailWords(List<String> lines) {
    this.lines = lines;
  }

  /// @param whole the mail's text, quotes marked with `>`
  /// @param enclosed the text of mails inside it
  /// @param passedOn whether its subject says that it is forwarded
  /// @param cut whether the text was longer
  public static MailText read(String whole, String enclosed, boolean passedOn, boolean cut) {
    String clean = CleanText.of(whole);
    MailWords words = new MailWords(clean.lines().toList());
    words.sort(passedOn);
    String inside = CleanText.of(enclosed);
    return new MailText(
        String.join("\n", words.written).strip(),
        words.answers,
        words.forwarded.isEmpty() ? inside : words.forwarded,
        String.join("\n", words.signatures).strip(),
        clean,
        cut);
  }

  private void sort(boolean passedOn) {
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at);
      if (History.isForward(line)) {
        forward(at);
        break;
      }
      if (History.isOriginal(line) || History.isHeader(lines, at)) {
        if (passedOn) {
          forward(at);
        }
        break;
      }
      int attribution = History.attribution(lines, at);
      if (attribution > 0 && !isMarked(at + attribution)) {
        break;
      }
      if (attribution == 0) {
        take(line);
      }
      at += Math.max(1, attribution);
    }
    endSegment();
  }

  /// Whether the next words are marked as a quote. Where they are not, all of the rest is one.
  private boolean isMarked(int from) {
    return lines.subList(from, lines.size()).stream()
        .filter(line -> !line.isBlank())
        .findFirst()
        .map(line -> line.startsWith(">"))
        .orElse(false);
  }

  private void forward(int from) {
    forwarded = String.join("\n", lines.subList(from, lines.size())).strip();
  }

  private void take(String line) {
    if (!line.startsWith(">")) {
      segment.add(line);
      return;
    }
    if (!segment.stream().allMatch(String::isBlank)) {
      endSegment();
    }
    quoted.add(line.replaceFirst("^[> ]+", ""));
  }

  /// Lines between two quotes, or before and after all of them.
  private void endSegment() {
    int signature = Signature.start(segment);
    String text = String.join("\n", segment.subList(0, signature)).strip();
    if (!text.isEmpty()) {
      if (!written.isEmpty()) {
        written.add("");
      }
      written.add(text);
      String question = String.join("\n", quoted).strip();
      if (!question.isEmpty()) {
        answers.add(new Answer(question, text));
      }
    }
    signatures.addAll(segment.subList(signature, segment.size()));
    segment.clear();
    quoted.clear();
  }
}
