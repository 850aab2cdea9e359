/// How customers hear of what a conversation left to be done.
@NullMarked
package parley.callback.followup;

import org.jspecify.annotations.NullMarked;
