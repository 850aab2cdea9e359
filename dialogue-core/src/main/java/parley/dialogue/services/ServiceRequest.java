package parley.dialogue.services;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import parley.dialogue.call.Spoken;

/// What a flow asks of one of the site's systems. Its text form hides the values.
///
/// @param service a name of the settings below `services`
/// @param path relative to the service's address; `{name}` stands for a value
/// @param values those that the path does not hold go into the query or the body
/// @param fields what is wanted of the answer: dotted paths into its JSON, such as `delivery.date`
public record ServiceRequest(
    String service, Method method, String path, Map<String, Spoken> values, Set<String> fields) {

  /// A GET changes nothing, so it may be repeated; a POST is sent once.
  public enum Method {
    GET,
    POST
  }

  public ServiceRequest {
    values = Map.copyOf(values);
    fields = Set.copyOf(fields);
  }

  /// The values in the order of their names, for requests that are the same each time.
  Map<String, String> sorted() {
    return values.entrySet().stream()
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                entry -> entry.getValue().text(),
                (one, _) -> one,
                TreeMap::new));
  }
}
