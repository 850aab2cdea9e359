package parley.server.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import parley.config.Settings;
import parley.dialogue.call.Spoken;
import parley.mail.work.MailThread;
import parley.mail.work.MailThreads;
import parley.mail.work.PersonAnswers;
import parley.server.command.CommandContext;
import parley.server.command.CommandFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `./parley mail answer THREAD`: a person's answer, from a file or standard input. The same words
/// go out once for each mail of the customer, so the command may be given again after a kill.
@Command(
    name = "answer",
    description = "Answer a thread of mail with a text from standard input or a file.",
    mixinStandardHelpOptions = true)
public final class MailAnswerCommand implements Callable<Integer> {

  private static final int MOST_BYTES = 1_000_000;

  private final CommandContext context;
  private final ThreadAccess threads;
  private final BiFunction<Settings, MailThreads, PersonAnswers> answers;
  private final InputStream in;

  @Parameters(paramLabel = "THREAD", description = "The beginning of its id in ./parley mail.")
  private String thread = "";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The text; without it, standard input is read to its end.")
  private @Nullable Path file;

  public MailAnswerCommand(
      CommandContext context,
      ThreadAccess threads,
      BiFunction<Settings, MailThreads, PersonAnswers> answers,
      InputStream in) {
    this.context = context;
    this.threads = threads;
    this.answers = answers;
    this.in = in;
  }

  @Override
  public Integer call() {
    Settings settings = context.settings();
    if (settings.mailboxes().isEmpty()) {
      throw new CommandFault(
          "No mailbox is set and enabled: see mail.mailboxes in config/parley.yaml");
    }
    Spoken words = words();
    String said = threads.use(settings, all -> said(settings, all, words));
    context.out().println(said);
    context.out().flush();
    return 0;
  }

  private String said(Settings settings, MailThreads all, Spoken words) {
    MailThread found =
        all.find(ThreadAccess.find(all, thread))
            .orElseThrow(() -> new CommandFault("That thread was deleted just now"));
    try {
      return switch (answers.apply(settings, all).answer(found, words)) {
        case WRITTEN ->
            "The answer to " + found.customer() + " goes out within seconds while Parley runs.";
        case WRITTEN_BEFORE ->
            "The same answer was written before, and goes out once; nothing was added.";
        case MAILBOX_NOT_SET ->
            throw new CommandFault(
                "The thread's mailbox "
                    + found.mailbox()
                    + " is not among mail.mailboxes in config/parley.yaml, or not enabled");
      };
    } catch (IOException e) {
      throw new CommandFault(
          "The customer's mail cannot be unpacked in " + settings.state().resolve("mail"));
    }
  }

  private Spoken words() {
    try (InputStream from = file == null ? in : Files.newInputStream(file)) {
      byte[] bytes = from.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new CommandFault("The answer is longer than " + MOST_BYTES + " bytes");
      }
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      if (text.isEmpty()) {
        throw new CommandFault(
            "The answer is empty: type it after the command and end it with Ctrl-D, or give --file");
      }
      return new Spoken(text);
    } catch (IOException e) {
      throw new CommandFault(
          "The answer cannot be read from " + (file == null ? "standard input" : file));
    }
  }
}
