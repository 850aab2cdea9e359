package parley.server.wiring;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import parley.callback.quiet.NoMoreCalls;
import parley.config.Settings;
import parley.config.Settings.AsteriskMode;
import parley.db.DatabaseParts;
import parley.db.mirror.KnowledgeMirror;
import parley.db.mirror.RuleMirror;
import parley.dialogue.DialogueParts;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.documents.Passage;
import parley.dialogue.escalation.Rule;
import parley.dialogue.escalation.RuleJson;
import parley.dialogue.llm.Answerer;
import parley.dialogue.services.Services;
import parley.gateway.VoiceGateway;
import parley.gateway.asterisk.AsteriskFolders;
import parley.gateway.asterisk.AsteriskLogins;
import parley.gateway.call.CallParts;
import parley.mail.notice.Notices;
import parley.speech.SpeechParts;
import parley.transfer.agent.Agents;

/// Brings the started parts together and takes calls.
public record ServerParts(
    Settings settings,
    AsteriskLogins logins,
    SpeechParts speech,
    DialogueParts dialogue,
    DatabaseParts database,
    NoMoreCalls noMore,
    Notices mail,
    Services services,
    Answerer model,
    Clock clock) {

  /// Prepares what calls begin with, mirrors what is in force into the database, and opens the
  /// doors.
  public VoiceGateway takeCalls() throws IOException {
    if (database.isEmbedded()) {
      database.unfinishedCalls().end(database.conversationLog());
    }
    mirror();
    String language = settings.site().language();
    Voices.prepare(
        speech.synthesizer(),
        dialogue,
        language,
        settings.site().name(),
        () -> speech.recognizers().openStreams() > 0);
    if (settings.asterisk().mode() == AsteriskMode.PRIVATE) {
      Voices.writeDialplanSounds(
          speech.synthesizer(),
          dialogue,
          language,
          AsteriskFolders.make(settings.state()).sounds());
    }
    CallParts parts =
        CallWiring.parts(
            settings, speech, dialogue, database, noMore, mail, services, model, clock);
    return VoiceGateway.start(settings, logins, parts, CallWiring.dialogues(dialogue));
  }

  /// What a supervisor may ask about later: which texts and people were in force when.
  private void mirror() {
    Instant now = clock.instant();
    database.agents().sync(Agents.from(settings.agents()).all(), now);
    List<KnowledgeMirror.KnowledgeRow> rows =
        Stream.concat(
                dialogue.knowledge().entries().stream().map(ServerParts::row),
                dialogue.documents().passages().stream().map(ServerParts::row))
            .toList();
    int _ = database.knowledge().sync(rows, now);
    int _ =
        database.rules().sync(dialogue.rules().all().stream().map(ServerParts::row).toList(), now);
  }

  private static RuleMirror.RuleRow row(Rule rule) {
    return new RuleMirror.RuleRow(
        rule.id(), RuleJson.condition(rule), RuleJson.action(rule), rule.order(), rule.active());
  }

  private static KnowledgeMirror.KnowledgeRow row(parley.dialogue.knowledge.KnowledgeEntry entry) {
    return new KnowledgeMirror.KnowledgeRow(
        entry.id(), entry.category(), entry.question(), entry.answer(), entry.keywords(), "en");
  }

  private static KnowledgeMirror.KnowledgeRow row(Passage passage) {
    return new KnowledgeMirror.KnowledgeRow(
        passage.id(),
        LiveDocuments.CATEGORY,
        passage.title(),
        passage.text(),
        List.of(),
        passage.language());
  }
}
