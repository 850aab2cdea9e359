package parley.server.wiring;

import java.util.List;

/// What the callers of `bench` ask: wordings of knowledge entries that the bundled model hears word
/// for word from the bench's own voice, short and long, from every file. Thirteen, so that callers
/// who ask in turn do not repeat themselves within a call, which a rule would notice.
final class BenchQuestions {

  static final List<String> ALL =
      List.of(
          "i forgot my password",
          "please unlock my profile",
          "i am moving to another city",
          "when are you open",
          "are you open on saturday",
          "where is your shop",
          "when will my order arrive",
          "how many days do i have to return it",
          "the box was damaged",
          "what does delivery cost",
          "the app keeps crashing",
          "when do i get my money back",
          "send me the receipt for yesterday");

  private BenchQuestions() {}
}
