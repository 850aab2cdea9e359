package parley.server.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.dialogue.knowledge.Standing;
import parley.dialogue.usage.Usage;

/// Lists of entries, for people and for programs.
final class KnownEntryText {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ROW = "%-26s %-12s %5s %8s  %-10s  %-14s %-4s %-24s %s%n";

  private KnownEntryText() {}

  static String table(List<KnownEntry> entries, ZoneId zone) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            ROW,
            "entry",
            "is",
            "used",
            "success",
            "last used",
            "category",
            "lang",
            "valid",
            "place"));
    entries.forEach(entry -> text.append(row(entry, zone)));
    return text.append(String.format(Locale.ROOT, "%d entries%n", entries.size())).toString();
  }

  private static String row(KnownEntry known, ZoneId zone) {
    Standing standing = known.entry().standing();
    Optional<Usage> usage = known.usage();
    return String.format(
        Locale.ROOT,
        ROW,
        known.entry().id(),
        known.state().text(),
        usage.map(found -> String.valueOf(found.count())).orElse("-"),
        usage.map(KnownEntryText::rate).orElse("-"),
        usage.map(Usage::lastUsed).map(at -> LocalDate.ofInstant(at, zone).toString()).orElse("-"),
        known.entry().category(),
        standing.language().isEmpty() ? "any" : standing.language(),
        valid(standing),
        known.place());
  }

  private static String rate(Usage usage) {
    return usage.successRate().isEmpty()
        ? "-"
        : String.format(
            Locale.ROOT, "%.0f%% of %d", 100 * usage.successRate().getAsDouble(), usage.judged());
  }

  private static String valid(Standing standing) {
    String from = day(standing.from(), LocalDate.MIN);
    String until = day(standing.until(), LocalDate.MAX);
    return from.isEmpty() && until.isEmpty() ? "always" : from + ".." + until;
  }

  private static String day(LocalDate day, LocalDate always) {
    return day.equals(always) ? "" : day.toString();
  }

  static String json(List<KnownEntry> entries) {
    ArrayNode list = JSON.createArrayNode();
    entries.forEach(known -> list.add(node(known)));
    return list.toPrettyString() + System.lineSeparator();
  }

  private static ObjectNode node(KnownEntry known) {
    Standing standing = known.entry().standing();
    ObjectNode node =
        JSON.createObjectNode()
            .put("id", known.entry().id())
            .put("place", known.place())
            .put("category", known.entry().category())
            .put("language", standing.language())
            .put("valid_from", orNull(day(standing.from(), LocalDate.MIN)))
            .put("valid_until", orNull(day(standing.until(), LocalDate.MAX)))
            .put("last_updated", orNull(day(standing.updated(), LocalDate.MIN)))
            .put("active", standing.active())
            .put("state", known.state().text());
    return known.usage().map(usage -> with(node, usage)).orElse(node);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static ObjectNode with(ObjectNode node, Usage usage) {
    Instant last = usage.lastUsed();
    node.put("usage_count", usage.count());
    node.put(
        "success_rate", usage.successRate().isEmpty() ? null : usage.successRate().getAsDouble());
    return node.put("judged", usage.judged())
        .put("weak", usage.weak())
        .put("last_used", last == null ? null : last.toString());
  }
}
