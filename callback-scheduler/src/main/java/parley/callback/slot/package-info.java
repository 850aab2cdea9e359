/// Finding a time for an appointment. Pure.
@NullMarked
package parley.callback.slot;

import org.jspecify.annotations.NullMarked;
