package parley.dialogue.entities;

import java.util.List;
import java.util.Set;

/// How a site's numbers of one kind are named and look.
///
/// @param kind what [EntityValue.Reference#kind] says
/// @param nouns what stands before the number, in lower case, in the singular: "order"
/// @param prefixes letters with which such a number begins, in capitals: "PAY" for PAY-20391
public record ReferenceShape(String kind, Set<String> nouns, List<String> prefixes) {

  /// Orders, users and payments.
  public static final List<ReferenceShape> USUAL =
      List.of(
          new ReferenceShape("order", Set.of("order", "purchase"), List.of("ORD")),
          new ReferenceShape(
              "user", Set.of("user", "customer", "account", "member"), List.of("USR", "CUST")),
          new ReferenceShape("payment", Set.of("payment", "transaction"), List.of("PAY", "TXN")));

  public ReferenceShape {
    nouns = Set.copyOf(nouns);
    prefixes = List.copyOf(prefixes);
    if (!kind.matches("[a-z][a-z-]*")) {
      throw new IllegalArgumentException(
          "A kind of number is lower-case letters and dashes, not \"" + kind + "\"");
    }
  }

  boolean named(String word) {
    return nouns.contains(word)
        || (word.endsWith("s") && nouns.contains(word.substring(0, word.length() - 1)));
  }
}
