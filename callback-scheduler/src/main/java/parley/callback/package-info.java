/// Promises to call back: when they can be kept, and when they are tried again.
@NullMarked
package parley.callback;

import org.jspecify.annotations.NullMarked;
