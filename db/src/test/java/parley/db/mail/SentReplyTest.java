package parley.db.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static parley.db.jooq.Tables.MAIL_RECEIVED;
import static parley.db.mail.TestMailServer.CUSTOMER;
import static parley.db.mail.TestMailServer.SHOP;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import parley.config.MailboxSettings.Dkim;
import parley.db.log.Eventually;
import parley.dialogue.knowledge.KnowledgeBase;
import parley.dialogue.knowledge.KnowledgeEntry;
import parley.dialogue.knowledge.Reference;
import parley.mail.answer.AnswerSources;
import parley.mail.answer.EnclosedFiles;
import parley.mail.work.AnsweredMail;

/// What a customer has in the end: the answer, signed by DKIM, with the file of the entry that it
/// rests on, as it lies in their mailbox.
class SentReplyTest {

  private static final String FILE = "Plan Nord - März.pdf";
  private static final KeyPair KEY = key();

  private final TestMailServer server = new TestMailServer();
  @TempDir Path folder;
  private byte[] plan = new byte[0];
  private AnsweredMail mail;

  @BeforeEach
  void start() throws Exception {
    TestDesk.clear();
    plan = new byte[150_000];
    new Random(4).nextBytes(plan);
    Path documents = Files.createDirectories(folder.resolve("documents"));
    Files.write(documents.resolve(FILE), plan);
    Path key =
        Files.writeString(
            folder.resolve("key.pem"),
            "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(KEY.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n");
    mail =
        AnsweredMail.start(
            TestDesk.parts(
                server.mailbox(new Dkim("mail", "shop.test", key)),
                TestDesk.answers(Clock.systemUTC()),
                new AnswerSources(
                        SentReplyTest::withFile,
                        _ -> Optional.empty(),
                        new EnclosedFiles(documents))
                    ::of,
                folder.resolve("work")));
    server.send(
        server.mail(CUSTOMER, SHOP, "Öffnungszeiten", "Hello, what are your opening hours?"));
    Eventually.isTrue("an answer", () -> !server.inbox(CUSTOMER).isEmpty());
  }

  @AfterEach
  void stop() {
    mail.close();
    server.close();
  }

  @Test
  void theSignatureOfAnAnswerIsGoodWhereItArrives() throws Exception {
    byte[] arrived = server.fetched(CUSTOMER);
    String text = new String(arrived, StandardCharsets.ISO_8859_1);

    assertTrue(verified(arrived), text);

    assertTrue(text.contains("Thank you for your message."), text);
    assertFalse(verified(latin(text.replace("Thank you", "Shame on"))));
    assertFalse(verified(latin(text.replaceFirst("\\nFrom: ", "\nFrom: Another "))));
    assertFalse(verified(latin(text.replaceFirst("\\nSubject: ", "\nSubject: No "))));
  }

  @Test
  void theFileOfAnEntryArrivesAsItIsAndOnce() throws Exception {
    Eventually.isTrue(
        "the copy that came back is seen",
        () -> TestDesk.SQL.fetchCount(MAIL_RECEIVED, MAIL_RECEIVED.REASON.eq("own-copy")) == 1);

    assertEquals(1, server.inbox(CUSTOMER).size());
    MimeMessage answer = new MimeMessage(null, new ByteArrayInputStream(server.fetched(CUSTOMER)));
    Multipart parts = (Multipart) answer.getContent();
    assertEquals(2, parts.getCount());
    BodyPart file = parts.getBodyPart(1);
    assertEquals(Part.ATTACHMENT, file.getDisposition());
    assertEquals(FILE, jakarta.mail.internet.MimeUtility.decodeText(file.getFileName()));
    assertTrue(file.isMimeType("application/pdf"), file.getContentType());
    assertArrayEquals(plan, file.getInputStream().readAllBytes());
  }

  /// The shipped entry, and a file that goes along with it.
  private static KnowledgeBase withFile() {
    KnowledgeEntry hours = TestDesk.DIALOGUE.knowledge().find("opening-hours").orElseThrow();
    return new KnowledgeBase(
        List.of(
            new KnowledgeEntry(
                hours.id(),
                hours.category(),
                hours.question(),
                hours.also(),
                hours.keywords(),
                hours.answer(),
                hours.standing(),
                new Reference(Optional.empty(), List.of(FILE)))));
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static boolean verified(byte[] mail) throws IOException {
    String key = Base64.getEncoder().encodeToString(KEY.getPublic().getEncoded());
    PublicKeyRecordRetriever dns = (_, _, _) -> List.of("v=DKIM1; k=rsa; p=" + key);
    try {
      return !new DKIMVerifier(dns).verify(new ByteArrayInputStream(mail)).isEmpty();
    } catch (FailException refused) {
      return false;
    }
  }

  private static KeyPair key() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has RSA", e);
    }
  }
}
