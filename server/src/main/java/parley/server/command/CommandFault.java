package parley.server.command;

import org.jspecify.annotations.Nullable;

/// A command cannot do what it was asked to. The message is one sentence for the operator, with
/// what to do.
public final class CommandFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandFault(String message) {
    super(message);
  }

  public CommandFault(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
