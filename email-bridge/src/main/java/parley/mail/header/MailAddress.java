package parley.mail.header;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address with the name that stands before it. Neither holds a character that could end a line.
/// Its text form is masked, since addresses are not logged.
///
/// @param address local part and domain, the domain in lower case
/// @param name as it is to be shown; empty where there is none
public record MailAddress(String address, String name) {

  private static final int LONGEST_ADDRESS = 320;
  private static final int LONGEST_NAME = 200;

  /// More addresses than this in one header are not read: nobody is answered among thousands.
  private static final int MOST = 1000;

  private static final Pattern FORM =
      Pattern.compile("[^\\s<>,;:\"()\\[\\]@\\p{C}]{1,200}@[\\p{L}\\p{N}._-]{1,200}");

  public MailAddress {
    if (address.length() > LONGEST_ADDRESS || !FORM.matcher(address).matches()) {
      throw new IllegalArgumentException("A mail address is written name@example.com");
    }
    int at = address.lastIndexOf('@');
    address = address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT);
    name = OneLine.of(name, LONGEST_NAME);
  }

  /// @throws IllegalArgumentException for what is no address
  public static MailAddress of(String address) {
    return new MailAddress(address, "");
  }

  /// Those in a header whose encoded words are still encoded. What is no address is left out; the
  /// same address comes once.
  public static List<MailAddress> all(String header) {
    Map<String, MailAddress> found = new LinkedHashMap<>();
    for (MailAddress address : parsed(header)) {
      if (found.size() < MOST) {
        found.putIfAbsent(address.key(), address);
      }
    }
    return List.copyOf(found.values());
  }

  private static List<MailAddress> parsed(String header) {
    List<MailAddress> found = new ArrayList<>();
    try {
      for (InternetAddress address : InternetAddress.parseHeader(header, false)) {
        named(address).ifPresent(found::add);
      }
    } catch (AddressException | RuntimeException _) {
      found.clear();
    }
    return found.isEmpty() ? searched(header) : found;
  }

  private static Optional<MailAddress> named(InternetAddress address) {
    String bare = Optional.ofNullable(address.getAddress()).orElse("");
    // The name as it stood there: Jakarta's own decoding gives up at what is only a little wrong.
    String written = address.toString();
    int bracket = written.lastIndexOf('<');
    String name = bracket > 0 ? unquoted(written.substring(0, bracket).strip()) : "";
    return FORM.matcher(bare).matches() && bare.length() <= LONGEST_ADDRESS
        ? Optional.of(new MailAddress(bare, EncodedWords.decode(name)))
        : Optional.empty();
  }

  private static String unquoted(String name) {
    return name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")
        ? name.substring(1, name.length() - 1).replaceAll("\\\\(.)", "$1")
        : name;
  }

  /// A header that is too broken for its grammar still tells addresses.
  private static List<MailAddress> searched(String header) {
    List<MailAddress> found = new ArrayList<>();
    Matcher matcher = FORM.matcher(header);
    while (found.size() < MOST && matcher.find()) {
      found.add(of(matcher.group()));
    }
    return found;
  }

  /// What two addresses are compared by: local parts differ in case on no server that matters.
  public String key() {
    return address.toLowerCase(Locale.ROOT);
  }

  public String local() {
    return address.substring(0, address.lastIndexOf('@'));
  }

  public String domain() {
    return address.substring(address.lastIndexOf('@') + 1);
  }

  /// The address without what follows a plus in its local part: the mailbox that it is put into.
  public MailAddress mailbox() {
    int plus = local().indexOf('+');
    return plus > 0 ? new MailAddress(local().substring(0, plus) + "@" + domain(), name) : this;
  }

  @Override
  public String toString() {
    return "***@" + domain();
  }
}
