package parley.callback.work;

/// The process that works. Immutable; any thread.
///
/// @param name no two processes on one database have the same
/// @param asterisk the name of the Asterisk that it dials through: only a node on the same one can
///   learn what became of a call that another node began
public record Node(String name, String asterisk) {

  public Node {
    if (name.isBlank() || asterisk.isBlank()) {
      throw new IllegalArgumentException("A node needs a name, and the name of its Asterisk");
    }
  }
}
