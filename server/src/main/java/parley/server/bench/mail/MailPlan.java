package parley.server.bench.mail;

/// What `bench mail` does.
///
/// @param mails how many, each of another customer
/// @param kills how often the process is killed while it works
/// @param rate mails sent a second; 0: as fast as the server takes them
/// @param warmUp mails before the measured ones, so that a process is measured that has worked
/// @param byWords whether questions are understood by their words alone, without a model
/// @param bigMegabytes of each of [#BIG_MAILS] mails after the others; 0: there are none
public record MailPlan(
    int mails, int kills, int rate, int warmUp, boolean byWords, int bigMegabytes) {

  static final int BIG_MAILS = 4;

  public MailPlan {
    if (Math.min(mails, 1) < 1
        || Math.min(Math.min(kills, rate), Math.min(warmUp, bigMegabytes)) < 0) {
      throw new IllegalArgumentException("There is at least one mail, and nothing is negative");
    }
  }

  /// Whether each mail is answered once, whatever dies.
  public static MailPlan ofKills(int mails, int kills) {
    return new MailPlan(mails, kills, 0, 0, true, 0);
  }

  int customers() {
    return mails + warmUp + (bigMegabytes > 0 ? BIG_MAILS : 0);
  }
}
