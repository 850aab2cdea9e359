package parley.server.wiring;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import parley.callback.CallbackParts;
import parley.config.Settings;
import parley.db.DatabaseParts;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.ending.AfterCalls;
import parley.mail.work.AnsweredMail;
import parley.server.calendars.SiteCalendars;
import parley.server.mail.MailCommand;
import parley.speech.recognize.ModelChoice;
import parley.speech.recognize.Recognizers;
import parley.speech.recognize.VoskRecognizers;

/// A Parley that answers mail and nothing else: for a machine of its own, and for `bench mail`.
/// Threads that have become quiet are concluded as they are beside the telephone, and remembered.
/// Thread: one; it ends with the process.
public record MailRun(Clock clock) implements MailCommand.Running {

  @Override
  public void run(Settings settings, boolean byWords, Duration grace, PrintWriter progress)
      throws InterruptedException {
    DialogueModels models = byWords ? DialogueModels.NONE : SentenceModels.asInCalls(settings);
    try (DatabaseParts database = DatabaseParts.open(settings.database(), settings.state())) {
      CallbackParts hours = CallbackWiring.parts(settings, database, clock);
      DialogueParts dialogue =
          DialogueParts.load(
              settings.home(),
              settings,
              models,
              SiteCalendars.served(settings),
              CallbackWiring.ports(hours, database));
      answer(settings, database, dialogue, hours, grace, progress);
    }
  }

  private void answer(
      Settings settings,
      DatabaseParts database,
      DialogueParts dialogue,
      CallbackParts hours,
      Duration grace,
      PrintWriter progress)
      throws InterruptedException {
    try (LanguageModel model = LanguageModel.open(settings, dialogue.flows(), clock);
        VoiceMessages ears =
            VoiceMessages.opening(() -> recognizers(settings, dialogue, progress), settings);
        AppointmentWiring appointments =
            AppointmentWiring.start(
                settings,
                SiteCalendars.book(settings),
                database.appointments(),
                database.mail(SealedOriginals.sealing(settings.privacy())).outbox(),
                CallbackWiring.calling(settings, hours),
                clock);
        AnsweredMail _ =
            MailWiring.start(
                settings,
                new MailWiring.Using(
                    dialogue,
                    database,
                    model,
                    ears,
                    appointments.replies(),
                    appointments.changes(settings)),
                grace,
                clock);
        AfterCalls _ = Conclusions.start(settings, dialogue, database, model, clock)) {
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

  private static Recognizers recognizers(
      Settings settings, DialogueParts dialogue, PrintWriter progress) {
    ModelChoice model = SiteModel.choose(settings, dialogue, progress::println);
    return new VoskRecognizers(
        Map.of(settings.site().language(), model.folder()), settings.speech());
  }

  private static void join(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(20));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
