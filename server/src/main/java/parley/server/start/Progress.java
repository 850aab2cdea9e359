package parley.server.start;

/// Where `up` tells what it is doing; one line a call. Thread: any.
@FunctionalInterface
public interface Progress {

  void line(String text);
}
