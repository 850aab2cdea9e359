/// Keeping promises: what is due is claimed, called and settled, by any number of processes on one
/// database.
@NullMarked
package parley.callback.work;

import org.jspecify.annotations.NullMarked;
