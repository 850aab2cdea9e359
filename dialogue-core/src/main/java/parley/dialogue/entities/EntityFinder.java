package parley.dialogue.entities;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import parley.dialogue.entities.EntityValue.Dates;
import parley.dialogue.entities.EntityValue.MailAddress;
import parley.dialogue.entities.EntityValue.Moments;
import parley.dialogue.entities.EntityValue.Money;
import parley.dialogue.entities.EntityValue.PersonName;
import parley.dialogue.entities.EntityValue.Phone;
import parley.dialogue.entities.EntityValue.Place;
import parley.dialogue.entities.EntityValue.Quantity;
import parley.dialogue.entities.EntityValue.Reference;
import parley.dialogue.entities.EntityValue.Times;

/// Finds what has a value in a message: numbers of orders, money, days and times, telephone
/// numbers, mail addresses, names, places, quantities; as a recognizer hears them or as they are
/// written. English. Any text is taken, however long or odd. A pure function of its arguments; any
/// thread.
public final class EntityFinder {
  private final List<ReferenceShape> shapes;
  private final List<Finder> finders;

  /// @param shapes what the site's own numbers look like; for instance [ReferenceShape#USUAL]
  public EntityFinder(List<ReferenceShape> shapes) {
    this.shapes = List.copyOf(shapes);
    finders =
        List.of(
            new ReferenceFinder(shapes),
            new WrittenMailFinder(),
            new SpokenMailFinder(),
            new WhenFinder(),
            new DistanceFinder(),
            new MoneyFinder(),
            new PhoneFinder(),
            new StreetFinder(),
            new NameFinder(),
            new PlaceFinder(),
            new QuantityFinder());
  }

  /// The kind of number that a noun names: "customer" names users.
  public Optional<String> kind(String noun) {
    return shapes.stream().filter(shape -> shape.named(noun)).map(ReferenceShape::kind).findFirst();
  }

  /// What the entities are worth, in the order of the text.
  public List<EntityValue> values(String text, CallerContext context) {
    return find(text, context).stream().map(Entity::value).toList();
  }

  /// The entities in the order of the text; none shares a word with another. Of those that would,
  /// the longest stays, and of those as long the most specific kind.
  public List<Entity> find(String text, CallerContext context) {
    Tokens tokens = Tokens.of(text);
    List<Find> finds = new ArrayList<>();
    finders.forEach(finder -> finds.addAll(finder.find(tokens, context)));
    finds.sort(
        Comparator.comparingInt(Find::length)
            .reversed()
            .thenComparingInt(find -> rank(find.value()))
            .thenComparingInt(Find::from));
    return apart(tokens, finds);
  }

  private static List<Entity> apart(Tokens tokens, List<Find> finds) {
    BitSet taken = new BitSet(tokens.size());
    List<Entity> entities = new ArrayList<>();
    for (Find find : finds) {
      int taking = taken.nextSetBit(find.from());
      if (taking < 0 || taking >= find.to()) {
        taken.set(find.from(), find.to());
        entities.add(
            new Entity(
                find.value(),
                tokens.token(find.from()).start(),
                tokens.token(find.to() - 1).end()));
      }
    }
    entities.sort(Comparator.comparingInt(Entity::start));
    return List.copyOf(entities);
  }

  /// The most specific first.
  private static int rank(EntityValue value) {
    return switch (value) {
      case MailAddress _ -> 0;
      case Dates _, Moments _ -> 1;
      case Reference _ -> 2;
      case Money _ -> 3;
      case Phone _ -> 4;
      case Place place -> place.street() ? 5 : 8;
      case Times _ -> 6;
      case PersonName _ -> 7;
      case Quantity _ -> 9;
    };
  }
}
