package parley.mail.text;

import java.util.List;

/// The words of a mail. Lines end with `\n`; there are no control characters.
///
/// @param written what the sender wrote anew: without quotes, history and signature
/// @param answers in a mail that answers between quoted lines: each answer with the lines it
///   answers. `written` holds the answers too
/// @param forwarded the mail that was passed on, with its header; empty where none was
/// @param signature what was cut as such
/// @param whole everything, quotes marked with `>`
/// @param cut whether the mail has more text than is kept
public record MailText(
    String written,
    List<Answer> answers,
    String forwarded,
    String signature,
    String whole,
    boolean cut) {

  /// @param quoted the lines above the answer, without their marks
  public record Answer(String quoted, String text) {}

  public static final MailText EMPTY = new MailText("", List.of(), "", "", "", false);

  public MailText {
    answers = List.copyOf(answers);
  }

  @Override
  public String toString() {
    return "MailText[" + written.length() + " of " + whole.length() + " characters]";
  }
}
