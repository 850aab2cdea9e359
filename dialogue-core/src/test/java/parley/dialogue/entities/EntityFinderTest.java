package parley.dialogue.entities;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntityFinderTest {
  private final EntityFinder finder = new EntityFinder(ReferenceShape.USUAL);

  @Test
  void placesInTheTextAreTold() {
    String text = "Uh, I paid £20 on Monday 😀 for order number 4711!";
    List<String> pieces =
        finder.find(text, Case.USUAL).stream()
            .map(entity -> text.substring(entity.start(), entity.end()))
            .toList();
    assertEquals(List.of("£20", "Monday", "4711"), pieces);
  }

  @Test
  void theLongestOfOverlappingFindsStays() {
    assertEquals("street=21 Baker Street", Case.found("twenty one baker street"));
    assertEquals("date=2027-03-06", Case.found("in three days"));
    assertEquals("moment=2027-03-03T10:45+00:00", Case.found("in half an hour"));
  }

  @Test
  void aNumberAfterItsNounIsNoTelephoneNumber() {
    assertEquals("order=02079460958", Case.found("order number 02079460958"));
    assertEquals("phone=+442079460958", Case.found("call 02079460958"));
  }

  @Test
  void aSiteNamesItsOwnNumbers() {
    EntityFinder site =
        new EntityFinder(
            List.of(new ReferenceShape("trip", Set.of("trip", "booking"), List.of("TR"))));
    List<Entity> found = site.find("My booking number is TR-99-A, not order 4711", Case.USUAL);
    assertEquals(List.of("trip=TR-99-A"), found.stream().map(Entity::canonical).toList());
  }

  @Test
  void aKindOfNumberWithSpacesIsRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> new ReferenceShape("My Trip", Set.of(), List.of()));
  }

  @Test
  void aRegionThatIsNoCountryCodeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Case.context("2027-03-03T10:15 UTC gb"));
  }

  @Test
  void aTextFormHidesWhatWasSaid() {
    String said =
        "my name is anna smith order 4711 pay $20 on monday at 10:30 call 02079460958 or mail"
            + " a@example.org 21 baker street two tickets";
    List<Entity> found = finder.find(said, Case.USUAL);
    assertEquals(8, found.size(), found::toString);
    String shown = found.toString().toLowerCase(java.util.Locale.ROOT);
    for (String secret : List.of("anna", "4711", "20.00", "example", "baker", "10:30", "ticket")) {
      assertFalse(shown.contains(secret), shown);
    }
  }

  @Test
  void aCorrectionReplacesTheNumberBeforeIt() {
    assertEquals("order=5812", Case.found("order number five six i mean five eight one two"));
  }

  @Test
  void unknownRegionsFallBackToDollarsAndInternationalNumbers() {
    CallerContext nowhere = Case.context("2027-03-03T10:15 UTC ZZ");
    assertEquals("money=5.00 USD", Case.found("five dollars", nowhere));
    assertEquals("phone=+442079460958", Case.found("+44 20 7946 0958", nowhere));
    assertTrue(finder.find("020 7946 0958", nowhere).isEmpty());
  }
}
