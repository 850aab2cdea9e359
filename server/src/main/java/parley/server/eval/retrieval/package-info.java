/// `./parley eval retrieval` and `./parley eval answers`: whether questions find their entries, and
/// what a conversation makes of it.
@NullMarked
package parley.server.eval.retrieval;

import org.jspecify.annotations.NullMarked;
