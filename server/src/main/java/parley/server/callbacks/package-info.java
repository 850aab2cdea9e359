/// `./parley callbacks`: promises to call back, for people; and a node that keeps them.
@NullMarked
package parley.server.callbacks;

import org.jspecify.annotations.NullMarked;
