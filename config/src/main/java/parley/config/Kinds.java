package parley.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The kinds of values that settings have. Many end up in Asterisk's configuration, so what could
/// break out of a line there is not allowed here.
final class Kinds {

  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern DECIMAL = Pattern.compile("\\d{1,6}(\\.\\d{1,6})?");
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
  private static final Pattern ADDRESS = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

  private Kinds() {}

  static Kind<Integer> whole(int least, int most) {
    return Kind.of(
        "a whole number from " + least + " to " + most,
        text ->
            Optional.of(text)
                .filter(WHOLE.asMatchPredicate())
                .map(Integer::valueOf)
                .filter(value -> value >= least && value <= most));
  }

  static Kind<Double> decimal(String least, String most) {
    double low = Double.parseDouble(least);
    double high = Double.parseDouble(most);
    return Kind.of(
        "a number from " + least + " to " + most + " such as 0.7",
        text ->
            Optional.of(text)
                .filter(DECIMAL.asMatchPredicate())
                .map(Double::valueOf)
                .filter(value -> value >= low && value <= high));
  }

  static Kind<Integer> oneOf(int... values) {
    List<String> names = Arrays.stream(values).mapToObj(Integer::toString).toList();
    return Kind.of(
        String.join(" or ", names),
        text -> Optional.of(text).filter(names::contains).map(Integer::valueOf));
  }

  static <E extends Enum<E>> Kind<E> oneOf(Class<E> type) {
    List<E> values = List.of(type.getEnumConstants());
    return Kind.of(
        values.stream().map(Kinds::nameOf).collect(Collectors.joining(" or ")),
        text -> values.stream().filter(value -> nameOf(value).equals(text)).findFirst());
  }

  static Kind<Boolean> trueOrFalse() {
    return Kind.of(
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /// A time with its unit, such as `800ms`, `20s`, `5m`, `1h`.
  static Kind<Duration> time(String least, String most) {
    Duration low = duration(least).orElseThrow();
    Duration high = duration(most).orElseThrow();
    return Kind.of(
        "a time from " + least + " to " + most + ", written with its unit (ms, s, m or h)",
        text ->
            duration(text)
                .filter(value -> value.compareTo(low) >= 0 && value.compareTo(high) <= 0));
  }

  static Kind<String> matching(String allowed, String expression) {
    Pattern pattern = Pattern.compile(expression);
    return Kind.of(allowed, text -> Optional.of(text).filter(pattern.asMatchPredicate()));
  }

  static Kind<String> line() {
    return matching("one line of 1 to 200 characters", "\\P{Cntrl}{1,200}");
  }

  static Kind<String> spokenName() {
    return matching(
        "1 to 60 letters, digits, spaces and . , ' & -",
        "[\\p{L}\\p{N}][\\p{L}\\p{N} .,'&-]{0,59}");
  }

  static Kind<String> word() {
    return matching(
        "1 to 40 letters, digits, - and _, starting with a letter", "[A-Za-z][A-Za-z0-9_-]{0,39}");
  }

  static Kind<String> extension() {
    return matching("2 to 15 digits", "\\d{2,15}");
  }

  static Kind<String> address() {
    return Kind.of(
        "an IPv4 address of this machine, or 0.0.0.0 for all of them",
        text -> Optional.of(text).filter(ADDRESS.asMatchPredicate()));
  }

  static Kind<String> host() {
    return matching(
        "a host name or an IPv4 address", "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
  }

  static Kind<Set<String>> addresses() {
    return setOf("IPv4 addresses", text -> ADDRESS.matcher(text).matches());
  }

  static Kind<Set<String>> words() {
    return setOf(
        "words of letters, digits and -", text -> text.matches("[A-Za-z][A-Za-z0-9-]{0,39}"));
  }

  static Kind<Set<String>> languages() {
    return setOf("language codes of ISO 639-1 such as en", LANGUAGES::contains);
  }

  static Kind<String> language() {
    return Kind.of(
        "a language code of ISO 639-1 such as en",
        text -> Optional.of(text).filter(LANGUAGES::contains));
  }

  static Kind<String> country() {
    return Kind.of(
        "a country code of ISO 3166 such as GB",
        text -> Optional.of(text).filter(COUNTRIES::contains));
  }

  static Kind<ZoneId> zone() {
    return Kind.of("a time zone such as Europe/Helsinki or UTC", Kinds::zoneId);
  }

  static Kind<Path> path() {
    return Kind.of("a path", Kinds::parsePath);
  }

  static Kind<String> jdbcUrl() {
    return matching(
        "a PostgreSQL address such as jdbc:postgresql://HOST:5432/NAME",
        "jdbc:postgresql://[^\\s/]+/[^\\s]+");
  }

  static Kind<URI> listAddress() {
    return Kind.of(
        "an address that begins with https://, with http:// on this machine, or with file:/",
        text -> text.matches("(https?://[^/\\s]|file:/)\\S{1,400}") ? uri(text) : Optional.empty());
  }

  /// Where requests with secrets go: https, or this machine.
  static Kind<URI> webAddress() {
    return Kind.of(
        "an address that begins with https://, or with http:// for a host of the own network",
        text -> text.matches("https?://[^/\\s?#@]+(/[^\\s?#]*)?") ? uri(text) : Optional.empty());
  }

  static Kind<String> mailAddress() {
    return matching("a mail address", "[^\\s@<>\"]{1,64}@[A-Za-z0-9.-]{1,190}");
  }

  static Kind<URI> apiAddress() {
    return Kind.of(
        "an address that begins with https:// or http://, without a ? or #",
        text ->
            text.matches("https?://[^/\\s?#@]+(/[^\\s?#]{0,400})?") ? uri(text) : Optional.empty());
  }

  static Kind<Secret> secret() {
    Pattern pattern = Pattern.compile("[!-~&&[^;\"\\\\]]{1,128}");
    return new Kind<>(
        "1 to 128 printable ASCII characters without spaces, quotes, semicolons and backslashes",
        false,
        true,
        text -> Optional.of(text).filter(pattern.asMatchPredicate()).map(Secret::new));
  }

  /// Names with a value each, the way `name=value, other=value`.
  static Kind<Map<String, String>> pairs(String what, String value) {
    Pattern pair = Pattern.compile("([A-Za-z][A-Za-z0-9_-]{0,39})=(" + value + ")");
    Function<String, Optional<Map<String, String>>> parser =
        text -> {
          Map<String, String> pairs = new LinkedHashMap<>();
          for (String item : text.split(",", -1)) {
            Matcher found = pair.matcher(item.strip());
            if (!found.matches() || pairs.put(found.group(1), found.group(2)) != null) {
              return Optional.empty();
            }
          }
          return Optional.of(pairs);
        };
    return new Kind<>("a list of " + what, true, false, parser);
  }

  private static Kind<Set<String>> setOf(String what, java.util.function.Predicate<String> each) {
    Function<String, Optional<Set<String>>> parser =
        text -> {
          Set<String> items = new LinkedHashSet<>();
          for (String item : text.split(",", -1)) {
            items.add(item.strip());
          }
          return items.stream().allMatch(each) ? Optional.of(items) : Optional.empty();
        };
    return new Kind<>("a list of " + what, true, false, parser);
  }

  private static String nameOf(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Duration> duration(String text) {
    Matcher matcher = TIME.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }

  private static Optional<ZoneId> zoneId(String text) {
    try {
      return Optional.of(ZoneId.of(text));
    } catch (DateTimeException notAZone) {
      return Optional.empty();
    }
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }

  private static Optional<Path> parsePath(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }
}
