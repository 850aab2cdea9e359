package parley.server.appointment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import parley.callback.appointment.Appointment;
import parley.callback.appointment.Booked;
import parley.callback.letter.LetterStore;
import parley.callback.slot.Slot;

/// Appointments as JSON: instants in UTC, and `when` on the wall of `zone`.
final class AppointmentJson {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private AppointmentJson() {}

  static String list(List<Appointment> appointments) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode list = all.putArray("appointments");
    appointments.forEach(one -> list.add(node(one)));
    return text(all);
  }

  static String done(String what, Appointment appointment) {
    ObjectNode all = JSON.createObjectNode();
    all.set(what, node(appointment));
    return text(all);
  }

  static String slots(List<Slot> slots) {
    ObjectNode all = JSON.createObjectNode();
    add(all.putArray("slots"), slots);
    return text(all);
  }

  static String refused(String why, Booked.Refused refused) {
    ObjectNode all = JSON.createObjectNode();
    all.put("refused", refused.why().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    all.put("message", AppointmentText.refused(why, refused));
    add(all.putArray("nearest"), refused.nearest());
    return text(all);
  }

  static String tasks(List<LetterStore.Task> tasks) {
    ObjectNode all = JSON.createObjectNode();
    ArrayNode list = all.putArray("tasks");
    for (LetterStore.Task task : tasks) {
      ObjectNode node = list.addObject();
      node.put("id", task.id().toString());
      node.put("appointment", task.appointment().toString());
      node.put("what", task.what());
      node.put("due_at", task.due().toString());
    }
    return text(all);
  }

  private static void add(ArrayNode list, List<Slot> slots) {
    slots.forEach(slot -> put(list.addObject(), slot));
  }

  private static ObjectNode node(Appointment one) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", one.id().toString());
    put(node, one.slot());
    node.put("customer", one.customer().reference());
    node.put("name", one.customer().name());
    node.put("sequence", one.sequence());
    node.put("state", one.state().name().toLowerCase(Locale.ROOT));
    node.put("answer", one.answer().name().toLowerCase(Locale.ROOT));
    return node;
  }

  private static void put(ObjectNode node, Slot slot) {
    node.put("kind", slot.kind());
    node.put("when", slot.local().toString());
    node.put("zone", slot.zone().getId());
    node.put("starts_at", slot.span().from().toString());
    node.put("ends_at", slot.span().until().toString());
    ArrayNode calendars = node.putArray("calendars");
    slot.calendars().forEach(calendars::add);
    node.put("place", slot.place());
  }

  private static String text(ObjectNode node) {
    try {
      return JSON.writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree is always valid JSON", e);
    }
  }
}
