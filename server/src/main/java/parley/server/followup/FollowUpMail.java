package parley.server.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import parley.callback.followup.FollowUpLetter;
import parley.callback.followup.FollowUpPost;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
import parley.mail.outbox.Outgoing;
import parley.server.paper.SitePaper;

/// Writes to customers whose conversation was not resolved: in their thread of mail where there is
/// one. Nothing is said but what they wanted, in their own words without personal data. Thread:
/// any.
public final class FollowUpMail implements FollowUpPost {

  private final SitePaper paper;
  private final Function<String, Prompts> prompts;

  /// @param prompts by language code; the site's own where that one is not there
  public FollowUpMail(SitePaper paper, Function<String, Prompts> prompts) {
    this.paper = paper;
    this.prompts = prompts;
  }

  @Override
  public void send(FollowUpLetter letter) {
    Prompts texts = prompts.apply(letter.language());
    String text = text(letter, texts);
    letter
        .thread()
        .ifPresentOrElse(
            thread ->
                paper.reply(
                    letter.id(),
                    Outgoing.Kind.FOLLOW_UP,
                    letter.address(),
                    new SitePaper.Earlier(
                        thread.id(), thread.mailbox(), thread.subject(), thread.lastMessage()),
                    letter.language(),
                    text),
            () ->
                paper.announce(
                    letter.id(),
                    Outgoing.Kind.FOLLOW_UP,
                    letter.address(),
                    texts.text(Prompt.MAIL_OPEN_SUBJECT, 0, Map.of("site", paper.siteName())),
                    text));
  }

  private String text(FollowUpLetter letter, Prompts texts) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(texts.text(Prompt.MAIL_OPEN, 0));
    if (!letter.topic().isEmpty()) {
      paragraphs.add(texts.text(Prompt.MAIL_OPEN_TOPIC, 0, Map.of("topic", letter.topic())));
    }
    paragraphs.add(texts.text(Prompt.MAIL_OPEN_ANSWER, 0));
    paragraphs.add(paper.siteName());
    return String.join("\n\n", paragraphs);
  }
}
