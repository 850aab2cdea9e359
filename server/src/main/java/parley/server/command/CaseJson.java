package parley.server.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;

/// What else there is of a customer, as JSON: `contacts` and `conversations`, each a list that may
/// be empty. Conversations have the names and values of the support API. Pure.
final class CaseJson {

  private CaseJson() {}

  /// @param masked whether numbers and addresses are shown without what identifies
  static ObjectNode of(CustomerCase all, boolean masked) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    ArrayNode contacts = node.putArray("contacts");
    all.contacts().forEach(link -> contact(contacts.addObject(), link, masked));
    ArrayNode conversations = node.putArray("conversations");
    all.conversations()
        .forEach(line ->
            conversations
                .addObject()
                .put("id", line.id().toString())
                .put("channel", line.channel())
                .put("status", line.status())
                .put("created_at", line.began().toString())
                .put("topic", line.topic()));
    return node;
  }

  private static void contact(ObjectNode node, CustomerCase.Linked link, boolean masked) {
    ContactPoint contact = link.contact();
    String kind =
        switch (contact) {
          case ContactPoint.Phone _ -> "phone";
          case ContactPoint.Mail _ -> "mail";
        };
    node.put("kind", kind)
        .put("contact", masked ? contact.toString() : contact.value())
        .put("proof", link.proof().name().toLowerCase(Locale.ROOT))
        .put("linked_at", link.since().toString());
  }
}
