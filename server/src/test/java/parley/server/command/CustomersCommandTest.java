package parley.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.Settings;
import parley.dialogue.log.CallLog;
import parley.dialogue.memory.ContactPoint;
import parley.dialogue.memory.CustomerCase;
import parley.dialogue.memory.Customers;

/// What the command says and deletes; the database's part has a test of its own.
class CustomersCommandTest {

  private static final Path HOME =
      Path.of(System.getProperty("parley.home", "..")).toAbsolutePath().normalize();

  @TempDir private Path state;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> forgotten = new ArrayList<>();
  private final List<String> linked = new ArrayList<>();

  private final Customers customers =
      new Customers() {
        @Override
        public Stored stored(ContactPoint contact) {
          return contact.value().endsWith("0")
              ? new Stored(0, 0, 0, 0, 0, 0, 0, List.of())
              : new Stored(2, 1, 9, 2, 1, 1, 3, List.of("2026/a.wav", "../outside.txt"));
        }

        @Override
        public Stored forget(ContactPoint contact, Instant now) {
          forgotten.add(contact.value());
          return stored(contact);
        }

        @Override
        public CustomerCase caseOf(ContactPoint contact) {
          return new CustomerCase(
              List.of(
                  new CustomerCase.Linked(
                      new ContactPoint.Mail("carla@customer.test"),
                      CustomerCase.Proof.IDENTIFIED,
                      Instant.parse("2026-03-01T09:00:00Z"))),
              List.of(
                  new CustomerCase.Line(
                      new UUID(7, 7),
                      "EMAIL",
                      Instant.parse("2026-03-02T09:00:00Z"),
                      "IN_PROGRESS",
                      "my kettle leaks")));
        }

        @Override
        public boolean link(ContactPoint.Phone number, ContactPoint.Mail address, Instant now) {
          linked.add(number.value() + " " + address.value());
          return true;
        }

        @Override
        public boolean unlink(ContactPoint.Phone number, ContactPoint.Mail address) {
          return linked.remove(number.value() + " " + address.value());
        }
      };

  private int run(String... arguments) {
    CommandContext.CallLogAccess noLog =
        new CommandContext.CallLogAccess() {
          @Override
          public <T> T read(Settings settings, Function<CallLog, T> work) {
            throw new AssertionError("the call log is not needed");
          }
        };
    CustomersCommand.Access access =
        new CustomersCommand.Access() {
          @Override
          public <T> T use(Settings settings, Function<Customers, T> work) {
            return work.apply(customers);
          }
        };
    CommandContext context =
        new CommandContext(
            HOME,
            Map.of("PARLEY_STATE", state.toString()),
            new PrintWriter(out),
            new PrintWriter(err),
            noLog);
    return CommandLineFactory.of(
            context, List.of(new CustomersCommand(context, access, Clock.systemUTC())))
        .execute(arguments);
  }

  @Test
  void recordingsAreDeletedAndNothingElseOnTheDisk() throws IOException {
    Path recording = state.resolve("recordings/2026/a.wav");
    Files.createDirectories(recording.getParent());
    Files.createFile(recording);
    Path outside = Files.createFile(state.resolve("outside.txt"));
    Files.createDirectories(state.resolve("spool"));
    Files.createFile(state.resolve("spool/entries-000000000001.jsonl"));

    assertEquals(0, run("customers", "forget", "+49 30 123456"), err::toString);

    assertEquals(List.of("+4930123456"), forgotten);
    assertFalse(Files.exists(recording));
    assertTrue(Files.exists(outside));
    String said = out.toString();
    assertTrue(said.contains("conversations  2, with 9 turns"), said);
    assertTrue(said.contains("1 conversations have no end yet"), said);
    assertTrue(said.contains("Nobody will call back"), said);
    assertTrue(said.contains("rejected.jsonl"), said);
    assertTrue(said.contains("carla@customer.test is the same customer's and is left"), said);
    assertTrue(said.contains("mails          3"), said);
    assertFalse(said.contains("30123456"), said);
  }

  @Test
  void aTrialDeletesNothing() throws IOException {
    Path recording = state.resolve("recordings/2026/a.wav");
    Files.createDirectories(recording.getParent());
    Files.createFile(recording);

    assertEquals(0, run("customers", "forget", "--try", "+4930123456"));

    assertEquals(List.of(), forgotten);
    assertTrue(Files.exists(recording));
    assertTrue(out.toString().contains("Would be deleted"), out.toString());
  }

  @Test
  void nothingStoredIsSaidSo() {
    assertEquals(0, run("customers", "show", "+4930123450"));
    assertTrue(out.toString().startsWith("Nothing is stored about "), out.toString());
  }

  @Test
  void whatIsNoCustomersNumberIsRefused() {
    assertEquals(1, run("customers", "forget", "2001"));
    assertEquals(List.of(), forgotten);
    assertTrue(err.toString().contains("no customer's number"), err.toString());
  }

  @Test
  void aMailAddressIsForgottenLikeANumber() {
    assertEquals(0, run("customers", "forget", "Carla@Customer.test"), err::toString);

    assertEquals(List.of("carla@customer.test"), forgotten);
    assertTrue(out.toString().contains("Deleted about *****@customer.test"), out.toString());
    assertTrue(out.toString().contains("still in your mailbox"), out.toString());
  }

  @Test
  void theOtherConversationsOfTheSameCustomerAreShown() {
    assertEquals(0, run("customers", "show", "+4930123456"), err::toString);

    String said = out.toString();
    assertTrue(said.contains("carla@customer.test, identified in a call"), said);
    assertTrue(said.contains("mail   00000000  in progress: my kettle leaks"), said);
  }

  @Test
  void aNumberAndAnAddressAreLinkedAndParted() {
    assertEquals(0, run("customers", "link", "+49 30 123456", "carla@customer.test"));
    assertEquals(List.of("+4930123456 carla@customer.test"), linked);

    assertEquals(0, run("customers", "link", "--remove", "+4930123456", "carla@customer.test"));
    assertEquals(List.of(), linked);
    assertEquals(1, run("customers", "link", "+4930123456", "carla at home"));
    assertTrue(err.toString().contains("no mail address"), err.toString());
  }
}
