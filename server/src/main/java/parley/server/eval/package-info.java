/// `./parley eval`: how well parts of Parley do on test sets.
@NullMarked
package parley.server.eval;

import org.jspecify.annotations.NullMarked;
