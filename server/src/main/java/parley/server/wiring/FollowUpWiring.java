package parley.server.wiring;

import java.time.Clock;
import java.util.Optional;
import parley.callback.CallbackParts;
import parley.callback.followup.FollowUpDesk;
import parley.callback.followup.FollowUpKeeper;
import parley.callback.followup.FollowUpPost;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.dialogue.DialogueParts;
import parley.server.followup.FollowUpMail;
import parley.server.followup.Overdue;
import parley.server.followup.OverdueChase;
import parley.server.paper.SitePaper;

/// What follows conversations that were not resolved, made of the modules' parts. Thread: any.
public final class FollowUpWiring {

  /// In the supervisors' mail, of each kind.
  private static final int MOST = 50;

  private FollowUpWiring() {}

  /// Started; to be closed.
  public static FollowUpKeeper start(
      Settings settings,
      CallbackParts parts,
      DialogueParts dialogue,
      DatabaseParts database,
      Clock clock) {
    Clock local = clock.withZone(settings.site().zone());
    Optional<SitePaper> paper = paper(settings, database, local);
    AppointmentWiring.Calling calling = CallbackWiring.calling(settings, parts);
    FollowUpDesk desk =
        new FollowUpDesk(parts.followUps(), calling.numbers(), calling.hours(), paper.isPresent());
    FollowUpPost post =
        paper
            .<FollowUpPost>map(
                one -> new FollowUpMail(one, language -> dialogue.language(language).prompts()))
            .orElse(_ -> {
              throw new IllegalStateException("There is no mailbox any more");
            });
    Runnable chase =
        paper
            .flatMap(one -> chase(settings, database, one, local))
            .<Runnable>map(one -> one::look)
            .orElse(() -> {});
    return new FollowUpKeeper(desk, database.followUps(), post, chase, clock).start();
  }

  private static Optional<SitePaper> paper(Settings settings, DatabaseParts database, Clock local) {
    if (settings.mailboxes().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SitePaper(
            settings.mailboxes(),
            settings.site().name(),
            MailWiring.ownMail(settings),
            database.mail(SealedOriginals.sealing(settings.privacy())).outbox(),
            local));
  }

  private static Optional<OverdueChase> chase(
      Settings settings, DatabaseParts database, SitePaper paper, Clock local) {
    return Optional.ofNullable(settings.mail().noticesTo())
        .map(to ->
            new OverdueChase(
                to,
                paper,
                now ->
                    Overdue.at(
                        now,
                        settings.followUp(),
                        MOST,
                        database.callbackOverview(),
                        database.followUpTasks(),
                        database.appointments().letters()),
                local));
  }
}
