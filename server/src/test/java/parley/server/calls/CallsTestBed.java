package parley.server.calls;

import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Gives tests the one server that most of them share, and the tests' own speech. Both live until
/// the last test class is done. Tests that kill parts start servers of their own.
final class CallsTestBed implements ParameterResolver {

  private static final Namespace OURS = Namespace.create(CallsTestBed.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RunningServer.class || type == TestSpeech.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    var store = context.getRoot().getStore(OURS);
    return parameter.getParameter().getType() == TestSpeech.class
        ? store.computeIfAbsent("speech", _ -> new TestSpeech())
        : store.computeIfAbsent("server", _ -> RunningServer.start("shared", Map.of()));
  }
}
