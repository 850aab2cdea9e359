package parley.dialogue.services;

import java.util.concurrent.CompletableFuture;

/// Asks the site's own systems. Port: [HttpServices] is the real one.
///
/// Thread: any. Never blocks, never throws for what a service does: every answer comes as a result,
/// within the service's own deadline. Cancelling the answer gives the request up.
public interface Services extends AutoCloseable {

  CompletableFuture<ServiceResult> ask(ServiceRequest request);

  @Override
  void close();
}
