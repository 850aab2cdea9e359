/// When and whom nobody may call: quiet hours and the list of numbers that are never called.
@NullMarked
package parley.callback.quiet;

import org.jspecify.annotations.NullMarked;
