package parley.dialogue.llm;

/// Takes from an untrusted text what must not leave the house. Pure; any thread.
@FunctionalInterface
public interface Neutralizing {

  String neutral(String untrusted);

  /// This one, then the other.
  default Neutralizing then(Neutralizing other) {
    return untrusted -> other.neutral(neutral(untrusted));
  }
}
