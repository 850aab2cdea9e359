package parley.mail.message;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import parley.mail.text.HtmlText;

/// Which of a mail's text parts are its text: of alternatives one, of a mixture all. Mails inside
/// the mail have a text of their own. One thread.
final class TextTree {

  /** A plain alternative this much shorter than the HTML one is a stub ("use an HTML reader"). */
  private static final int STUB = 8;

  private final Deque<Node> open = new ArrayDeque<>();
  private final StringBuilder enclosed = new StringBuilder();
  private final int most;
  private int enclosedMails;
  private boolean cut;

  /// @param most characters of all text together
  TextTree(int most) {
    this.most = most;
    open.push(new Node("", new ArrayList<>()));
  }

  private record Node(String type, List<Piece> pieces) {}

  private record Piece(String words, boolean html) {}

  void begin(String type) {
    open.push(new Node(type, new ArrayList<>()));
  }

  void beginMail() {
    enclosedMails++;
    begin("message/rfc822");
  }

  void add(String words, boolean html, boolean partCut) {
    cut |= partCut;
    open.element().pieces().add(new Piece(words, html));
  }

  /// The innermost multipart or mail ends.
  void end() {
    if (open.size() < 2) {
      return;
    }
    Node node = open.pop();
    switch (node.type()) {
      case "multipart/alternative" -> chosen(node.pieces());
      case "message/rfc822" -> {
        enclosedMails--;
        append(enclosed, joined(node.pieces()));
      }
      default -> open.element().pieces().addAll(node.pieces());
    }
  }

  private void chosen(List<Piece> pieces) {
    String plain = joined(pieces.stream().filter(piece -> !piece.html()).toList());
    String html = joined(pieces.stream().filter(Piece::html).toList());
    boolean stub = plain.isBlank() || STUB * (long) plain.strip().length() < html.strip().length();
    open.element().pieces().add(new Piece(stub ? html : plain, false));
  }

  boolean insideMail() {
    return enclosedMails > 0;
  }

  private String joined(List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : pieces) {
      append(text, piece.html() ? HtmlText.of(piece.words()) : piece.words());
    }
    return text.toString();
  }

  private void append(StringBuilder text, String more) {
    if (!text.isEmpty() && !more.isBlank()) {
      text.append('\n');
    }
    int room = Math.max(0, most - text.length());
    cut |= more.length() > room;
    text.append(more, 0, Math.min(room, more.length()));
  }

  /// The mail's own words, when all parts have ended.
  String text() {
    while (open.size() > 1) {
      end();
    }
    return joined(open.element().pieces());
  }

  /// The words of mails inside it.
  String enclosed() {
    return enclosed.toString();
  }

  boolean cut() {
    return cut;
  }
}
