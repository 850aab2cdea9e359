/// `./parley eval entities`: how well what has a value is found in messages.
@NullMarked
package parley.server.eval.entities;

import org.jspecify.annotations.NullMarked;
