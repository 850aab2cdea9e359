package parley.gateway.call;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import parley.dialogue.services.ServiceRequest;
import parley.dialogue.services.ServiceResult;
import parley.dialogue.services.Services;

/// Services that answer when the test says so, the latest question first.
final class ScriptedServices implements Services {

  private final List<CompletableFuture<ServiceResult>> questions = new ArrayList<>();

  @Override
  public CompletableFuture<ServiceResult> ask(ServiceRequest request) {
    CompletableFuture<ServiceResult> answer = new CompletableFuture<>();
    questions.add(answer);
    return answer;
  }

  void answer(ServiceResult result) {
    if (questions.isEmpty() || !questions.getLast().complete(result)) {
      throw new AssertionError("Nobody waits for a service");
    }
  }

  /// Questions that nobody has answered or given up.
  long open() {
    return questions.stream().filter(answer -> !answer.isDone()).count();
  }

  @Override
  public void close() {}
}
