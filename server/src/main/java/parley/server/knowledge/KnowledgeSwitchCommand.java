package parley.server.knowledge;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import parley.dialogue.documents.LiveDocuments;
import parley.dialogue.documents.Passage;
import parley.dialogue.files.Fields;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.OffList;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `./parley knowledge off ENTRY` and `on ENTRY`: a wrong answer is not given any more, within two
/// seconds, by a Parley that runs on the same state folder, and after its next start neither. Files
/// are left as they are.
abstract class KnowledgeSwitchCommand implements Callable<Integer> {

  final CommandContext context;

  @Parameters(
      paramLabel = "ENTRY",
      description =
          "The id of an entry, or of a passage of a document, as a call's sources have it.")
  private String id = "";

  private KnowledgeSwitchCommand(CommandContext context) {
    this.context = context;
  }

  /// Switches off.
  @Command(
      name = "off",
      description = "Keeps an entry or a passage of a document from being an answer, at once.",
      mixinStandardHelpOptions = true)
  static final class Off extends KnowledgeSwitchCommand {
    Off(CommandContext context) {
      super(context);
    }

    @Override
    String switched(OffList list, String known) {
      return known + (list.switchOff(known) ? " is off" : " was off already");
    }
  }

  /// Switches on again.
  @Command(
      name = "on",
      description = "Lets what was switched off be an answer again.",
      mixinStandardHelpOptions = true)
  static final class On extends KnowledgeSwitchCommand {
    On(CommandContext context) {
      super(context);
    }

    @Override
    String switched(OffList list, String known) {
      return known
          + (list.switchOn(known) ? " is on again" : " was not switched off")
          + inFile(known);
    }

    private String inFile(String known) {
      var placed = KnowledgeFolder.read(context.home());
      boolean off =
          placed.base().find(known).filter(entry -> !entry.standing().active()).isPresent();
      return off
          ? "; but it says `active: false` in " + placed.places().getOrDefault(known, "its file")
          : "";
    }
  }

  /// @return what became of it
  abstract String switched(OffList list, String known);

  @Override
  public Integer call() {
    OffList list = new OffList(context.settings().state());
    try {
      context.out().println(switched(list, known(list)));
    } catch (UncheckedIOException e) {
      throw new CommandFault(String.valueOf(e.getMessage()), e);
    }
    context.out().flush();
    return 0;
  }

  /// What is off may be gone from the files, and still be switched on.
  private String known(OffList list) {
    List<String> entries =
        KnowledgeFolder.read(context.home()).base().entries().stream()
            .map(KnowledgeEntry::id)
            .toList();
    if (entries.contains(id) || list.ids().contains(id)) {
      return id;
    }
    String passage = Passage.idOf(id);
    LiveDocuments documents =
        LiveDocuments.read(
            context.home(), context.settings().knowledge().documents(), Optional.empty());
    List<String> passages = documents.passages().stream().map(Passage::id).sorted().toList();
    if (passages.contains(passage)) {
      return passage;
    }
    throw new CommandFault(
        "There is no entry or passage `"
            + id
            + "`; did you mean "
            + Fields.near(id, Stream.concat(entries.stream(), passages.stream()).toList()));
  }
}
