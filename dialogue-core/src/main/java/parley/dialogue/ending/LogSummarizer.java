package parley.dialogue.ending;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import parley.config.Settings;
import parley.dialogue.call.Spoken;
import parley.dialogue.conclusion.Conclusion;
import parley.dialogue.conclusion.Disposition;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.prompts.Prompt;
import parley.dialogue.prompts.Prompts;
import parley.dialogue.quality.Channel;

/// Concludes from the log alone: what was asked, in the customer's own words, whether Parley
/// answered, and how it ended. Pure, but for the ids of follow-ups; any thread.
public final class LogSummarizer implements Concluding {

  private static final int MOST_MATTERS = 3;

  private final Function<String, Prompts> prompts;
  private final FollowUps followUps;

  /// @param prompts by language code; the site's own where that one is not there
  public LogSummarizer(Function<String, Prompts> prompts, Settings.FollowUp within) {
    this.prompts = prompts;
    this.followUps = new FollowUps(within);
  }

  FollowUps followUps() {
    return followUps;
  }

  @Override
  public Conclusion conclude(CallDetail detail) {
    return conclude(Course.of(detail));
  }

  Conclusion conclude(Course course) {
    Disposition disposition = course.disposition();
    return new Conclusion(
        disposition,
        disposition.resolved(),
        course.topic(),
        summary(course),
        Conclusion.Author.PARLEY,
        followUps.of(course));
  }

  private Spoken summary(Course course) {
    Prompts texts = prompts.apply(course.detail().language());
    List<String> sentences = new ArrayList<>();
    if (course.matters().isEmpty()) {
      sentences.add(texts.text(Prompt.ENDING_NOTHING_ASKED, 0));
    } else {
      String asked =
          course.matters().reversed().stream().limit(MOST_MATTERS).toList().reversed().stream()
              .map(Matter::gist)
              .distinct()
              .collect(Collectors.joining("; "));
      sentences.add(texts.text(Prompt.ENDING_ASKED, 0, Map.of("asked", asked)));
    }
    if (course.matters().stream().anyMatch(Matter::answered)) {
      sentences.add(texts.text(Prompt.ENDING_ANSWERED, 0));
    }
    if (course.open().isPresent()) {
      sentences.add(texts.text(Prompt.ENDING_NOT_ANSWERED, 0));
    }
    course.failedServices().stream()
        .sorted()
        .forEach(service ->
            sentences.add(texts.text(Prompt.ENDING_SERVICE_FAILED, 0, Map.of("service", service))));
    sentences.add(texts.text(ending(course), 0));
    return new Spoken(String.join(" ", sentences));
  }

  private static Prompt ending(Course course) {
    return course.detail().channel() == Channel.EMAIL ? endingOfMail(course) : endingOfCall(course);
  }

  private static Prompt endingOfMail(Course course) {
    return switch (course.outcome()) {
      case TRANSFERRED -> Prompt.ENDING_HANDED_OVER;
      case UNANSWERED -> Prompt.ENDING_MAIL_WAITING;
      case CALLBACK_PROMISED -> Prompt.ENDING_CALLBACK_PROMISED;
      case COMPLETED, CALLER_HUNG_UP, SILENT, REFUSED_BUSY, FAILED, OTHER_PERSON, MESSAGE_LEFT ->
          Prompt.ENDING_MAIL_QUIET;
    };
  }

  private static Prompt endingOfCall(Course course) {
    return switch (course.outcome()) {
      case COMPLETED -> Prompt.ENDING_GOODBYE;
      case TRANSFERRED -> Prompt.ENDING_HANDED_OVER;
      case CALLBACK_PROMISED -> Prompt.ENDING_CALLBACK_PROMISED;
      case UNANSWERED -> Prompt.ENDING_NOBODY_REACHED;
      case CALLER_HUNG_UP -> Prompt.ENDING_HUNG_UP;
      case SILENT -> Prompt.ENDING_SILENT;
      case REFUSED_BUSY -> Prompt.ENDING_NO_ROOM;
      case FAILED -> Prompt.ENDING_FAILED;
      case OTHER_PERSON -> Prompt.ENDING_OTHER_PERSON;
      case MESSAGE_LEFT -> Prompt.ENDING_MESSAGE_LEFT;
    };
  }
}
