package parley.server.eval.scenarios;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import parley.dialogue.call.PhoneNumber;
import parley.dialogue.callback.CallbackDirectory;
import parley.dialogue.callback.CallbackPorts;
import parley.dialogue.callback.CallbackWindow;
import parley.dialogue.callback.OfficeHours;

/// When somebody can be called in scenarios played in words, on every site the same, as the day is
/// on which they are played: Monday to Friday, nine to five, in London. Numbers of +44 and +49 tell
/// their zone, others do not; +441632960999 wants no calls; +441632960222 waits for one on
/// Wednesday from ten to eleven.
public final class ScenarioCalls {
  private static final ZoneId SITE = ZoneId.of("Europe/London");
  private static final PhoneNumber WAITS = new PhoneNumber("+441632960222");
  private static final UUID PROMISE = UUID.fromString("018f3f5e-0000-7000-8000-000000000222");
  private static final LocalDateTime WEDNESDAY = LocalDateTime.parse("2026-03-04T10:00");

  /// What conversations are told.
  public static final CallbackPorts PORTS =
      CallbackPorts.of(
              new OfficeHours(
                  SITE,
                  Map.of("+44", SITE, "+49", ZoneId.of("Europe/Berlin")),
                  Set.of("+441632960999")))
          .with(ScenarioCalls::waiting);

  private ScenarioCalls() {}

  private static List<CallbackDirectory.Waiting> waiting(PhoneNumber number) {
    return number.equals(WAITS)
        ? List.of(
            new CallbackDirectory.Waiting(
                PROMISE,
                Optional.of(
                    new CallbackWindow(
                        WEDNESDAY.atZone(SITE).toInstant(),
                        WEDNESDAY.plusHours(1).atZone(SITE).toInstant(),
                        SITE)),
                ""))
        : List.of();
  }
}
