package parley.server.wiring;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.mail.work.AnsweredMail;
import parley.server.calendars.SiteCalendars;
import parley.server.mail.MailCommand;

/// A Parley that answers mail and nothing else: for a machine of its own, and for `bench mail`.
/// Thread: one; it ends with the process.
public record MailRun(Clock clock) implements MailCommand.Running {

  @Override
  public void run(Settings settings, boolean byWords, Duration grace, PrintWriter progress)
      throws InterruptedException {
    DialogueModels models = byWords ? DialogueModels.NONE : SentenceModels.asInCalls(settings);
    DialogueParts dialogue = DialogueParts.load(settings.home(), settings, models);
    try (DatabaseParts database = DatabaseParts.open(settings.database(), settings.state());
        AppointmentWiring appointments =
            AppointmentWiring.start(
                settings,
                SiteCalendars.book(settings),
                database.appointments(),
                database.mail().outbox(),
                clock);
        AnsweredMail _ =
            AnsweredMail.start(
                MailWiring.parts(settings, dialogue, database.mail(), grace, clock),
                appointments.replies())) {
      CountDownLatch stopped = new CountDownLatch(1);
      Thread here = Thread.currentThread();
      Runtime.getRuntime()
          .addShutdownHook(
              Thread.ofPlatform()
                  .unstarted(() -> {
                    stopped.countDown();
                    join(here);
                  }));
      progress.println("Parley answers " + settings.mailboxes().size() + " mailboxes.");
      progress.flush();
      stopped.await();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder for mail cannot be made", e);
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
