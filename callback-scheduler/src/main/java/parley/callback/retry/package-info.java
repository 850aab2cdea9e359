/// When a call that was not answered is made again, and when it is not.
@NullMarked
package parley.callback.retry;

import org.jspecify.annotations.NullMarked;
