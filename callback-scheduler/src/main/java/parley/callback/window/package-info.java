/// When somebody can be called: the nearest window to a wish, and whether a call may be made now.
@NullMarked
package parley.callback.window;

import org.jspecify.annotations.NullMarked;
