package parley.speech.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Zips, lists and servers that are not taken: each with one sentence, and nothing stays.
class InstallRefusalTest {
  @TempDir private Path folder;
  private TestSite site;
  private final Map<String, byte[]> files = ModelZips.small(TestSite.NAME, 5_000);

  @BeforeEach
  void open() throws IOException {
    site = new TestSite(folder.resolve("state"));
  }

  @AfterEach
  void close() {
    site.close();
  }

  private String refusal() {
    String sentence = site.failure(TestSite.PLAIN);
    assertEquals(List.of(), site.left(), "nothing may stay");
    assertFalse(Files.exists(site.target()));
    return sentence;
  }

  private String refusal(byte[] zip) {
    site.offer(zip, "\"1\"");
    return refusal();
  }

  @Test
  void anotherMd5ThanTheListsIsSaidWithBoth() {
    byte[] zip = ModelZips.zip(files);
    site.offer(zip, "\"1\"");
    String wrong = "0123456789abcdef0123456789abcdef";
    site.listed(zip.length, wrong);

    String sentence = refusal();

    assertTrue(sentence.contains("its MD5 is " + TestSite.md5(zip)), sentence);
    assertTrue(sentence.contains("the list says " + wrong), sentence);
  }

  @Test
  void anotherSizeThanTheListsIsSaidWithBoth() {
    byte[] zip = ModelZips.zip(files);
    site.offer(zip, "\"1\"");
    site.listed(zip.length + 1, TestSite.md5(zip));

    String sentence = refusal();

    assertTrue(sentence.contains("the list says " + (zip.length + 1) + " bytes"), sentence);
    assertTrue(sentence.contains("the server has " + zip.length), sentence);
  }

  @Test
  void aBodyThatDoesNotEndIsNotTakenTo() {
    byte[] zip = ModelZips.zip(files);
    site.offer(zip, "\"1\"");
    site.server.hideLength();
    site.listed(zip.length - 1, TestSite.md5(zip));

    String sentence = refusal();

    assertTrue(sentence.contains("the server has more than " + (zip.length - 1)), sentence);
  }

  @Test
  void aZipWithoutItsEndIsDamaged() {
    byte[] zip = ModelZips.zip(files);
    String sentence = refusal(Arrays.copyOf(zip, zip.length / 2));
    assertTrue(sentence.contains("it is damaged or no zip at all"), sentence);
  }

  @Test
  void aZipWithAWrongByteIsDamaged() {
    byte[] zip = ModelZips.zip(files);
    zip[3_000] ^= 1;
    String sentence = refusal(zip);
    assertTrue(sentence.contains("it is damaged or no zip at all"), sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../evil", "m/../../evil", "/evil", "m/./evil", "m\\..\\evil", "c:evil"})
  void anEntryThatPointsOutOfItsFolderIsRefused(String name) {
    files.put(name, new byte[1]);
    String sentence = refusal(ModelZips.zip(files));
    assertTrue(sentence.contains("points out of its folder"), sentence);
    assertFalse(Files.exists(site.state.resolve("evil")));
    assertFalse(Files.exists(site.state.resolve("models/evil")));
  }

  @Test
  void aSymbolicLinkIsRefused() {
    files.put(TestSite.NAME + "/link", "../../..".getBytes(StandardCharsets.UTF_8));
    String sentence = refusal(ModelZips.withLink(ModelZips.zip(files)));
    assertTrue(sentence.contains("it has symbolic links"), sentence);
  }

  @Test
  void twoEntriesOfOneNameAreRefused() {
    files.put(TestSite.NAME + "/am", new byte[1]);
    String sentence = refusal(ModelZips.zip(files));
    assertTrue(sentence.contains("two entries for one file"), sentence);
  }

  @Test
  void aZipThatUnpacksToFarMoreThanItsSizeIsRefused() {
    files.put(TestSite.NAME + "/zeros", new byte[5_000_000]);
    String sentence = refusal(ModelZips.zip(files));
    assertTrue(sentence.contains("more than 20 times its size"), sentence);
  }

  @Test
  void aZipWithoutAModelIsNamedAsOne() {
    files.remove(TestSite.NAME + "/conf/model.conf");
    String sentence = refusal(ModelZips.zip(files));
    assertEquals(
        TestSite.NAME
            + ".zip is not a Vosk model: conf/model.conf is missing; expected the folder that holds"
            + " am, conf and graph",
        sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://models.example/list.json",
        "http://127.0.0.1.example/list.json",
        "ftp://127.0.0.1/list.json"
      })
  void onlyEncryptedConnectionsLeaveTheMachine(String address) {
    site.listAt(URI.create(address));
    String sentence = refusal();
    assertTrue(sentence.startsWith(address + " is not fetched: "), sentence);
    assertTrue(sentence.contains("--from FILE.zip"), sentence);
  }

  @Test
  void aListCannotNameAnUnsafeAddress() {
    String md5 = "0123456789abcdef0123456789abcdef";
    site.list("[" + TestSite.entry(TestSite.NAME, 5, md5, "http://models.example/m.zip") + "]");
    assertTrue(refusal().startsWith("http://models.example/m.zip is not fetched: "));
    site.list("[" + TestSite.entry(TestSite.NAME, 5, md5, "file:///etc/hostname") + "]");
    assertTrue(refusal().contains(" names file:/etc/hostname, which is not fetched"));
  }

  @Test
  void aRedirectIsFollowedToAllowedAddressesOnly() {
    byte[] zip = ModelZips.zip(files);
    site.offer(zip, "\"1\"");
    site.server.redirect(TestSite.ZIP, "http://models.example/m.zip");
    assertTrue(refusal().startsWith("http://models.example/m.zip is not fetched: "));
    site.server.redirect(TestSite.ZIP, TestSite.ZIP);
    assertTrue(refusal().contains("is redirected again and again"));
    site.server.redirect(TestSite.ZIP, "/elsewhere.zip");
    site.server.serve("/elsewhere.zip", zip, "\"1\"");
    site.install(TestSite.PLAIN);
    assertTrue(Files.isDirectory(site.target()));
  }

  @Test
  void secretsInAddressesAreNotRepeated() {
    site.listAt(URI.create("https://me:hidden@127.0.0.1:1/list.json?token=hidden"));
    String sentence = refusal();
    assertFalse(sentence.contains("hidden"), sentence);
    assertTrue(sentence.contains("leave it out"), sentence);
  }

  @Test
  void aServerThatIsNotThereIsSaidWithWhatElseCanBeDone() {
    URI gone = site.server.address("/list.json");
    site.server.close();
    site.listAt(gone);
    String sentence = refusal();
    assertTrue(sentence.startsWith(gone + " cannot be reached ("), sentence);
    assertTrue(sentence.contains("speech.model-list to a mirror"), sentence);
    assertTrue(sentence.contains("--from FILE.zip"), sentence);
  }

  @Test
  void aServerThatHasNothingIsSaidWithItsStatus() {
    assertTrue(refusal().contains("the server answered with status 404"));
  }

  @Test
  void whatIsNoListIsSaid() {
    site.list("<html>Sign in to the network</html>");
    assertTrue(refusal().contains(" is no list of models: expected a JSON array"));
    site.list("{}");
    assertTrue(refusal().contains(" is no list of models: expected a JSON array"));
  }
}
