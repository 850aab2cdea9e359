package parley.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import parley.dialogue.call.CallId;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.log.CallLog.CallDetail;
import parley.dialogue.log.CallLog.CallSummary;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.memory.CustomerCase.Line;
import parley.dialogue.memory.CustomerCase.Linked;
import parley.dialogue.memory.CustomerCase.Proof;

/// The customer's case in a call's JSON, in the support API's names.
class CaseJsonTest {

  private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
  private static final UUID THREAD = UUID.fromString("3f2b8c1e-0d5a-4b6f-9a63-5a1c7f0e2d94");
  private static final CustomerCase CASE =
      new CustomerCase(
          List.of(
              new Linked(new ContactPoint.Mail("carla@customer.test"), Proof.IDENTIFIED, AT),
              new Linked(
                  new ContactPoint.Phone(new PhoneNumber("+491709988776")), Proof.OPERATOR, AT)),
          List.of(new Line(THREAD, "EMAIL", AT, "IN_PROGRESS", "my kettle leaks")));

  private static JsonNode shown(CustomerCase all, boolean masked) throws IOException {
    CallDetail call =
        new CallDetail(
            new CallSummary(CallId.random(), AT, AT, "", "1000", null, 0),
            "en",
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null);
    String json = CallJson.detail(call, Path.of("recordings"), CaseJson.of(all, masked));
    return new ObjectMapper().readTree(json).path("case");
  }

  @Test
  void whatElseThereIsOfTheCustomerStandsInTheCall() throws IOException {
    assertEquals(
        new ObjectMapper()
            .readTree(
                """
                {"contacts": [
                   {"kind": "mail", "contact": "carla@customer.test", "proof": "identified",
                    "linked_at": "2026-03-02T09:00:00Z"},
                   {"kind": "phone", "contact": "+491709988776", "proof": "operator",
                    "linked_at": "2026-03-02T09:00:00Z"}],
                 "conversations": [
                   {"id": "3f2b8c1e-0d5a-4b6f-9a63-5a1c7f0e2d94", "channel": "EMAIL",
                    "status": "IN_PROGRESS", "created_at": "2026-03-02T09:00:00Z",
                    "topic": "my kettle leaks"}]}
                """),
        shown(CASE, false));
  }

  @Test
  void forOthersItIsMasked() throws IOException {
    JsonNode contacts = shown(CASE, true).path("contacts");

    assertEquals("*****@customer.test", contacts.path(0).path("contact").asText());
    assertEquals(
        new PhoneNumber("+491709988776").toString(), contacts.path(1).path("contact").asText());
  }

  @Test
  void whereThereIsNothingTheListsAreEmpty() throws IOException {
    assertEquals(
        "{\"contacts\":[],\"conversations\":[]}", shown(CustomerCase.NONE, false).toString());
  }
}
