package parley.server.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `./parley knowledge off` and `on`, over a small house's knowledge.
class KnowledgeSwitchCommandTest {

  @TempDir private Path home;
  private KnowledgeHouse house;

  @BeforeEach
  void aHouse() throws IOException {
    house = new KnowledgeHouse(home);
  }

  private String state() throws IOException {
    assertEquals(0, house.run("list", "--json"), house::told);
    return new ObjectMapper().readTree(house.said()).get(0).get("state").asText();
  }

  @Test
  void anEntryIsSwitchedOffAndOn() throws IOException {
    assertEquals(0, house.run("off", "pool"), house::told);
    assertEquals("pool is off", house.said().strip());
    assertEquals(0, house.run("off", "pool"), house::told);
    assertEquals("pool was off already", house.said().strip());
    assertEquals("switched off", state());

    assertEquals(0, house.run("on", "pool"), house::told);
    assertEquals("pool is on again", house.said().strip());
    assertEquals("on", state());
    assertEquals(0, house.run("on", "bar"), house::told);
    assertEquals(
        "bar was not switched off; but it says `active: false` in config/knowledge/house.yaml:8",
        house.said().strip());
  }

  @Test
  void whatIsNotThereCannotBeSwitchedOff() {
    assertEquals(1, house.run("off", "pol"));
    assertTrue(
        house.told().contains("There is no entry or passage `pol`; did you mean `pool`"),
        house.told());
  }
}
