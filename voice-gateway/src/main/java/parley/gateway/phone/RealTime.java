package parley.gateway.phone;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks Linux to run the calling thread before all ordinary ones (`SCHED_FIFO`), as a telephone's
/// sound runs on a processor of its own. Without it the phone measures how busy this machine is (20
/// ms and more late at a load of 13 on two cores) instead of how late Parley is. Where the process
/// may not ask (no root, no CAP_SYS_NICE) the thread stays an ordinary one.
final class RealTime {

  private static final Logger log = LoggerFactory.getLogger(RealTime.class);
  private static final int SCHED_FIFO = 1;
  private static final int LOWEST_PRIORITY = 1;

  private RealTime() {}

  /// True when it was granted.
  static boolean request() {
    Linker linker = Linker.nativeLinker();
    var symbol = linker.defaultLookup().find("sched_setscheduler");
    if (symbol.isEmpty()) {
      return false;
    }
    MethodHandle function =
        linker.downcallHandle(
            symbol.get(),
            FunctionDescriptor.of(
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.JAVA_INT,
                ValueLayout.ADDRESS));
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment priority = arena.allocateFrom(ValueLayout.JAVA_INT, LOWEST_PRIORITY);
      int result = (int) function.invokeExact(0, SCHED_FIFO, priority);
      log.debug("Real-time priority of {}: {}", Thread.currentThread().getName(), result == 0);
      return result == 0;
    } catch (Throwable e) {
      log.debug("This system has no real-time priority", e);
      return false;
    }
  }
}
