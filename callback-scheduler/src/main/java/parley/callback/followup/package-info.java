/// How customers hear of what a conversation left to be done, and what people still have to do.
@NullMarked
package parley.callback.followup;

import org.jspecify.annotations.NullMarked;
