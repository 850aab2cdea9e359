/// How the modules are put together for a process that takes calls, and for the commands that look
/// at one.
@NullMarked
package parley.server.wiring;

import org.jspecify.annotations.NullMarked;
