/// Calling somebody: the port to the telephone.
@NullMarked
package parley.callback.dial;

import org.jspecify.annotations.NullMarked;
