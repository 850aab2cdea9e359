package parley.callback.zone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import parley.dialogue.call.PhoneNumber;

/// The numbering plans of the world by libphonenumber, and the phones of the house. Immutable; any
/// thread.
public final class NumberPlan {

  private static final String UNKNOWN_ZONE = PhoneNumberToTimeZonesMapper.getUnknownTimeZone();
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

  /// So many leading digits tell the part of a country's plan.
  private static final int AREA_DIGITS = 2;

  /// A number without the code of its area is dialled as it is, around the site.
  private static final Pattern SUBSCRIBER = Pattern.compile("[1-9][0-9]{5,7}");

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final PhoneNumberToTimeZonesMapper zones = PhoneNumberToTimeZonesMapper.getInstance();
  private final String country;
  private final ZoneId site;
  private final int extensionDigits;

  /// What a number is.
  ///
  /// @param number in one form, by which it is compared: E.164, or the digits of a phone of the
  ///   house
  /// @param zones of which one is its owner's; empty when nothing is known of them
  /// @param costly whether a call to it costs more than a call: a way to take money from who calls
  public record Read(PhoneNumber number, Set<ZoneId> zones, boolean costly) {
    public Read {
      zones = Set.copyOf(zones);
    }
  }

  /// @param country ISO 3166, of numbers that name none
  /// @param site the zone of the phones of the house
  /// @param extensionDigits the longest number of a phone of the house; 0: there are none
  public NumberPlan(String country, ZoneId site, int extensionDigits) {
    this.country = country;
    this.site = site;
    this.extensionDigits = extensionDigits;
  }

  /// What a number is; empty when it cannot exist. One that no table has, but whose beginning and
  /// length are right, may be newer than the table and counts as existing.
  public Optional<Read> read(PhoneNumber number) {
    String digits = number.value().replaceAll("[\\s\\-./()]", "");
    if (!digits.isEmpty() && digits.length() <= extensionDigits && digits.matches("[0-9]+")) {
      return Optional.of(new Read(new PhoneNumber(digits), Set.of(site), false));
    }
    if (!digits.matches("\\+?[0-9]{4,17}")) {
      return Optional.empty();
    }
    try {
      Phonenumber.PhoneNumber parsed = numbers.parse(digits, country);
      if (SUBSCRIBER.matcher(digits).matches() && !numbers.isValidNumber(parsed)) {
        return Optional.of(new Read(new PhoneNumber(digits), Set.of(site), false));
      }
      return exists(parsed) ? Optional.of(read(parsed)) : Optional.empty();
    } catch (NumberParseException noNumber) {
      return Optional.empty();
    }
  }

  private Read read(Phonenumber.PhoneNumber parsed) {
    boolean listed = numbers.isValidNumber(parsed);
    List<String> names =
        listed
            ? zones.getTimeZonesForNumber(parsed)
            : zones.getTimeZonesForGeographicalNumber(parsed);
    return new Read(
        new PhoneNumber(numbers.format(parsed, PhoneNumberFormat.E164)),
        names.stream()
            .filter(name -> !name.equals(UNKNOWN_ZONE) && ZONES.contains(name))
            .map(ZoneId::of)
            .collect(Collectors.toUnmodifiableSet()),
        numbers.getNumberType(parsed) == PhoneNumberType.PREMIUM_RATE);
  }

  private boolean exists(Phonenumber.PhoneNumber parsed) {
    return numbers.isValidNumber(parsed)
        || (numbers.isPossibleNumber(parsed) && othersBeginSo(parsed));
  }

  /// Whether any number of this length and beginning is given out, as far as a few samples tell.
  private boolean othersBeginSo(Phonenumber.PhoneNumber parsed) {
    String national = numbers.getNationalSignificantNumber(parsed);
    String area = national.substring(0, Math.min(AREA_DIGITS, national.length()));
    int rest = national.length() - area.length();
    return IntStream.rangeClosed(0, 9)
        .mapToObj(digit -> area + Integer.toString(digit).repeat(rest))
        .map(sample -> "+" + parsed.getCountryCode() + sample)
        .anyMatch(this::valid);
  }

  private boolean valid(String sample) {
    try {
      return numbers.isValidNumber(numbers.parse(sample, null));
    } catch (NumberParseException noNumber) {
      return false;
    }
  }
}
