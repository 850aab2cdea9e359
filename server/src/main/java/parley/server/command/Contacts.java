package parley.server.command;

import parley.dialogue.call.PhoneNumber;
import parley.dialogue.memory.ContactPoint;

/// Numbers and addresses as operators type them. Pure.
final class Contacts {

  private static final String NUMBER = "[+0-9][0-9 ()/.-]{5,30}";

  private Contacts() {}

  static ContactPoint any(String text) {
    return text.contains("@") ? mail(text) : phone(text);
  }

  static ContactPoint.Phone phone(String text) {
    if (!text.matches(NUMBER) || text.replaceAll("[^0-9]", "").length() < 7) {
      throw new CommandFault(
          "That is no customer's number: type it as ./parley calls shows it, such as +4930123456,"
              + " or a mail address");
    }
    return new ContactPoint.Phone(new PhoneNumber(text.replaceAll("[^+0-9]", "")));
  }

  static ContactPoint.Mail mail(String text) {
    try {
      return new ContactPoint.Mail(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFault(
          "That is no mail address: type it as ./parley mail shows it, such as"
              + " carla@example.com");
    }
  }
}
