package parley.server.start;

/// A part tells its news while it starts, such as `downloading 40 of 80 MB`.
@FunctionalInterface
public interface Step {

  void say(String news);
}
