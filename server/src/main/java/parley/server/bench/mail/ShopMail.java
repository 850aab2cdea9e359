package parley.server.bench.mail;

import java.util.Map;

/// The mail server of a bench: a shop's mailbox, and one for each customer. Thread: one.
interface ShopMail extends AutoCloseable {

  String SHOP = "support@shop.test";
  String PASSWORD = "bench";

  /// The address of a customer, of whom there are as many as the server was started for.
  static String customer(int number) {
    return "customer" + number + "@customers.test";
  }

  /// A customer writes to the shop.
  void send(int customer, String words);

  /// The same with a file that nobody reads.
  void send(int customer, String words, int megabytes);

  /// How many replies lie in a customer's mailbox.
  int replies(int customer);

  /// The settings of a Parley that answers the shop's mailbox.
  Map<String, String> settings();

  @Override
  void close();
}
