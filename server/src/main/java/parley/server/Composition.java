package parley.server;

import java.time.Clock;
import java.util.Optional;
import parley.callback.CallbackParts;
import parley.callback.followup.FollowUpKeeper;
import parley.config.Settings;
import parley.config.Settings.AsteriskMode;
import parley.db.DatabaseParts;
import parley.db.callback.DueCallbacks;
import parley.dialogue.DialogueModels;
import parley.dialogue.DialogueParts;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.ending.AfterCalls;
import parley.dialogue.intents.OnnxSentenceVectors;
import parley.dialogue.knowledge.OffList;
import parley.dialogue.services.HttpServices;
import parley.dialogue.services.Services;
import parley.gateway.VoiceGateway;
import parley.gateway.asterisk.AriProbe;
import parley.gateway.asterisk.AsteriskException;
import parley.gateway.asterisk.AsteriskFinder;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.asterisk.AsteriskProcess;
import parley.mail.notice.NoticeMail;
import parley.mail.notice.Notices;
import parley.mail.work.AnsweredMail;
import parley.server.calendars.SiteCalendars;
import parley.server.command.UpCommand;
import parley.server.start.Part;
import parley.server.start.Startup;
import parley.server.start.Step;
import parley.server.status.StatusFile;
import parley.server.wiring.AppointmentWiring;
import parley.server.wiring.CallbackWiring;
import parley.server.wiring.Conclusions;
import parley.server.wiring.FollowUpWiring;
import parley.server.wiring.HoursWatch;
import parley.server.wiring.KnowledgeWatch;
import parley.server.wiring.LanguageModel;
import parley.server.wiring.MailWiring;
import parley.server.wiring.MoodLearning;
import parley.server.wiring.OtherLanguages;
import parley.server.wiring.SealedOriginals;
import parley.server.wiring.SentenceModels;
import parley.server.wiring.ServerParts;
import parley.server.wiring.SiteModel;
import parley.server.wiring.StatusWriter;
import parley.server.wiring.VoiceMessages;
import parley.speech.SpeechParts;

/// Which parts the process is made of, in the order in which they start. Optional parts are chosen
/// here, from the settings, and nowhere else.
final class Composition implements UpCommand.Parts {
  private final Clock clock = Clock.systemUTC();

  @Override
  public void addTo(Startup startup, Settings settings) {
    long begun = System.nanoTime();
    AsteriskLogins logins = AsteriskLogins.of(settings);
    Part<DatabaseParts> database =
        startup.add(
            "database",
            _ -> DatabaseParts.open(settings.database(), settings.state()),
            DatabaseParts::close);
    Part<?> asterisk = asterisk(startup, settings, logins);
    Part<Optional<OnnxSentenceVectors>> sentences =
        startup.add(
            "model of sentences",
            _ -> SentenceModels.inCalls(settings, () -> SentenceModels.vectors(settings)),
            model -> model.ifPresent(OnnxSentenceVectors::close));
    Part<CallbackParts> hours =
        startup.add(
            "hours of calling back",
            _ -> CallbackWiring.parts(settings, database.get(), clock),
            _ -> {},
            database);
    startup.add(
        "watch over the hours", _ -> new HoursWatch(hours.get().hours()), HoursWatch::close, hours);
    Part<DialogueParts> dialogue =
        startup.add(
            "knowledge and rules",
            _ ->
                dialogue(
                    settings, sentences.get(), CallbackWiring.ports(hours.get(), database.get())),
            _ -> {},
            sentences,
            hours);
    startup.add(
        "watch over the knowledge",
        _ ->
            new KnowledgeWatch(
                dialogue.get().live(),
                dialogue.get().documents(),
                new OffList(settings.state()),
                clock,
                settings.site().zone()),
        KnowledgeWatch::close,
        dialogue);
    Part<SpeechParts> speech =
        startup.add(
            "speech and voice",
            step -> openSpeech(settings, dialogue.get(), step),
            SpeechParts::close,
            dialogue);
    Part<Notices> mail =
        startup.add(
            "mail",
            _ -> NoticeMail.notices(settings.mail(), settings.site(), _ -> {}),
            Notices::close);
    Part<AppointmentWiring> appointments =
        startup.add(
            "appointments",
            _ ->
                AppointmentWiring.start(
                    settings,
                    SiteCalendars.book(settings),
                    database.get().appointments(),
                    database.get().mail(SealedOriginals.sealing(settings.privacy())).outbox(),
                    CallbackWiring.calling(settings, hours.get()),
                    clock),
            AppointmentWiring::close,
            database,
            hours);
    Part<Services> services =
        startup.add(
            "services",
            _ ->
                appointments
                    .get()
                    .services(settings, HttpServices.open(settings.services(), System::nanoTime)),
            Services::close,
            appointments);
    Part<LanguageModel> model =
        startup.add(
            "language model",
            _ -> LanguageModel.open(settings, dialogue.get().flows(), clock),
            LanguageModel::close,
            dialogue);
    startMail(startup, settings, dialogue, database, model, speech, appointments);
    Part<VoiceGateway> gateway =
        startup.add(
            "calls",
            _ -> {
              ServerParts parts =
                  new ServerParts(
                      settings,
                      logins,
                      speech.get(),
                      dialogue.get(),
                      database.get(),
                      hours.get().noMore(),
                      mail.get(),
                      services.get(),
                      model.get(),
                      clock);
              return parts.takeCalls();
            },
            VoiceGateway::close,
            database,
            speech,
            asterisk,
            hours,
            dialogue,
            mail,
            services,
            model);
    startup.add(
        "callbacks",
        _ -> CallbackWiring.keep(settings, hours.get(), database.get(), gateway.get().dialler()),
        DueCallbacks::close,
        gateway);
    startup.add(
        "summaries of calls",
        _ -> Conclusions.start(settings, dialogue.get(), database.get(), model.get(), clock),
        AfterCalls::close,
        // Which first closes the log of calls that a kill has cut off.
        gateway);
    startup.add(
        "follow-ups",
        _ -> FollowUpWiring.start(settings, hours.get(), dialogue.get(), database.get(), clock),
        FollowUpKeeper::close,
        database,
        hours,
        dialogue);
    startup.add(
        "status",
        _ ->
            new StatusWriter(
                new StatusFile(settings.state(), clock),
                gateway.get(),
                speech.get().recognizers(),
                clock,
                (System.nanoTime() - begun) / 1_000_000),
        StatusWriter::close,
        gateway);
  }

  private void startMail(
      Startup startup,
      Settings settings,
      Part<DialogueParts> dialogue,
      Part<DatabaseParts> database,
      Part<LanguageModel> model,
      Part<SpeechParts> speech,
      Part<AppointmentWiring> appointments) {
    if (!settings.mailboxes().isEmpty()) {
      startup.add(
          "mailboxes",
          _ ->
              MailWiring.start(
                  settings,
                  new MailWiring.Using(
                      dialogue.get(),
                      database.get(),
                      model.get(),
                      VoiceMessages.with(speech.get().recognizers(), settings),
                      appointments.get().replies(),
                      appointments.get().changes(settings)),
                  clock),
          AnsweredMail::close,
          dialogue,
          database,
          model,
          speech,
          appointments);
    }
  }

  private static DialogueParts dialogue(
      Settings settings, Optional<OnnxSentenceVectors> sentences, CallbackPorts callbacks) {
    DialogueModels models =
        sentences
            .map(model -> SentenceModels.byMeaning(model, settings, MoodLearning::with))
            .orElse(DialogueModels.NONE);
    return DialogueParts.load(
        settings.home(), settings, models, SiteCalendars.served(settings), callbacks);
  }

  private static SpeechParts openSpeech(Settings settings, DialogueParts dialogue, Step step) {
    SpeechParts parts =
        SpeechParts.open(
            settings.speech(),
            SiteModel.choose(settings, dialogue, step::say),
            OtherLanguages.models(settings, dialogue.languages(), step::say),
            settings.state(),
            settings.media().sampleRateHz(),
            settings.site().language());
    step.say(
        "model " + parts.model().folder().path().getFileName() + ": " + parts.model().reason());
    return parts;
  }

  private static Part<?> asterisk(Startup startup, Settings settings, AsteriskLogins logins) {
    if (settings.asterisk().mode() == AsteriskMode.PRIVATE) {
      return startup.add(
          "Asterisk", step -> startAsterisk(settings, logins, step), AsteriskProcess::close);
    }
    return startup.add("Asterisk", step -> askAsterisk(settings, logins, step), _ -> {});
  }

  private static AsteriskProcess startAsterisk(Settings settings, AsteriskLogins logins, Step step)
      throws InterruptedException {
    var finder = new AsteriskFinder(settings.home(), settings.state());
    return AsteriskProcess.start(settings, logins, finder.findOrInstall(step::say), step::say);
  }

  private static AriProbe.Answer askAsterisk(Settings settings, AsteriskLogins logins, Step step) {
    AriProbe.Answer answer = new AriProbe(settings, logins).ask();
    if (!answer.missing().isEmpty()) {
      throw new AsteriskException(
          "The Asterisk at %s lacks %s; load them in its modules.conf."
              .formatted(settings.asterisk().host(), String.join(", ", answer.missing())));
    }
    step.say("Asterisk " + answer.version() + " at " + settings.asterisk().host());
    return answer;
  }
}
