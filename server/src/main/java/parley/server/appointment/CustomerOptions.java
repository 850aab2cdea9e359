package parley.server.appointment;

import parley.callback.appointment.Customer;
import parley.dialogue.call.PhoneNumber;
import parley.server.command.CommandFault;
import picocli.CommandLine.Option;

/// Whose appointment it is.
final class CustomerOptions {
  @Option(names = "--customer", defaultValue = "", description = "The customer's number.")
  private String reference = "";

  @Option(names = "--name", defaultValue = "", description = "The customer's name.")
  private String name = "";

  @Option(names = "--mail", defaultValue = "", description = "Where the invitation goes.")
  private String mail = "";

  @Option(names = "--number", defaultValue = "", description = "The telephone number.")
  private String number = "";

  @Option(names = "--language", defaultValue = "", description = "Of the letters; en, de ...")
  private String language = "";

  Customer customer() {
    if (!mail.isEmpty() && !mail.matches("[^\\s@,;<>\"]{1,64}@[^\\s@,;<>\"]{1,190}")) {
      throw new CommandFault("That mail address is none: write name@example.com");
    }
    return new Customer(reference, name, mail, new PhoneNumber(number), language);
  }
}
