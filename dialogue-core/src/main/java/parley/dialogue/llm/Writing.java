package parley.dialogue.llm;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import parley.dialogue.llm.chat.ChatDelta;
import parley.dialogue.llm.chat.ChatFault;
import parley.dialogue.llm.chat.ChatMessage;
import parley.dialogue.llm.chat.ChatRequest;
import parley.dialogue.llm.chat.FailureReason;
import parley.dialogue.llm.chat.GuardedChat;
import parley.dialogue.llm.chat.ToolAssembly;
import parley.dialogue.llm.chat.ToolCall;
import parley.dialogue.quality.Source;

/// The work of one answer: asks, cuts into sentences, checks each, reads tool calls. A tool call
/// that makes no sense is told to the model once. Thread: the answer's own.
final class Writing implements Runnable {

  private static final int ROUNDS = 2;

  private final GuardedChat chat;
  private final DraftCheck check;
  private final Inquiry inquiry;
  private final List<Tool> tools;
  private final Set<String> sources;
  private final Generation generation;
  private ChatRequest request;

  Writing(
      GuardedChat chat,
      DraftCheck check,
      Inquiry inquiry,
      List<Tool> tools,
      List<ChatMessage> messages,
      Generation generation) {
    this.chat = chat;
    this.check = check;
    this.inquiry = inquiry;
    this.tools = tools;
    this.sources = inquiry.sources().stream().map(Source::id).collect(Collectors.toSet());
    this.generation = generation;
    this.request = new ChatRequest(messages, tools.stream().map(Tool::offer).toList());
  }

  @Override
  public void run() {
    try {
      int round = 1;
      while (round <= ROUNDS && !generation.ended()) {
        round(round++);
      }
    } catch (ChatFault fault) {
      generation.fail(fault.reason(), fault.getMessage());
    } catch (InterruptedException stopped) {
      // Whoever interrupted has ended the answer already.
      generation.fail(FailureReason.TIMED_OUT, "interrupted");
    } catch (RuntimeException broken) {
      generation.fail(FailureReason.NONSENSE, broken.getClass().getSimpleName());
      throw broken;
    } finally {
      generation.closed();
    }
  }

  private void round(int number) throws InterruptedException {
    Round round = new Round(number);
    chat.stream(request, round::take, generation::late);
  }

  /// One request and its answer.
  private final class Round {
    private final int number;
    private final SentenceSplitter splitter = new SentenceSplitter();
    private final ToolAssembly assembly = new ToolAssembly();

    Round(int number) {
      this.number = number;
    }

    void take(ChatDelta delta) {
      generation.heard();
      switch (delta) {
        case ChatDelta.Text(String text) -> splitter.add(text).forEach(Writing.this::say);
        case ChatDelta.ToolPart part -> assembly.add(part);
        case ChatDelta.Finished(ChatDelta.Finish how) -> finished(how);
      }
    }

    private void finished(ChatDelta.Finish how) {
      switch (how) {
        case FILTERED ->
            throw ChatFault.lasting(FailureReason.REFUSED, "The provider's filter cut the answer.");
        case CUT -> {
          // Half a sentence is not said.
        }
        case COMPLETE -> splitter.finish().forEach(Writing.this::say);
      }
      Optional<ToolCall> call = assembly.call();
      if (call.isPresent() && how == ChatDelta.Finish.COMPLETE) {
        tool(call.get());
      } else if (generation.said().isEmpty()) {
        throw ChatFault.lasting(
            FailureReason.NONSENSE, "The language model's answer holds no whole sentence.");
      } else {
        generation.complete();
      }
    }

    private void tool(ToolCall call) {
      switch (Toolbox.read(call, tools)) {
        case Toolbox.Reading.Wanted wanted -> generation.propose(wanted);
        case Toolbox.Reading.Wrong(String problem) -> {
          if (number == ROUNDS) {
            throw ChatFault.lasting(
                FailureReason.NONSENSE, "The language model cannot name a tool's arguments.");
          }
          request =
              request.then(
                  new ChatMessage.ToolAsked(call),
                  new ChatMessage.ToolAnswered(call.id(), "Error: " + problem));
        }
      }
    }
  }

  private void say(Sentence sentence) {
    if (sentence.words().text().startsWith(Grounding.NO_ANSWER)) {
      throw ChatFault.lasting(FailureReason.NO_ANSWER, "The sources hold no answer.");
    }
    Optional<String> objection =
        sentence.words().isEmpty()
            ? Optional.empty()
            : check.objection(sentence, generation.said(), inquiry);
    if (objection.isPresent()) {
      throw ChatFault.lasting(FailureReason.CHECK_FAILED, objection.get());
    }
    List<String> known = sentence.citations().stream().filter(sources::contains).toList();
    generation.say(new Sentence(sentence.words(), known));
  }
}
