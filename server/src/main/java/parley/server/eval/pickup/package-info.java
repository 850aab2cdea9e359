/// `./parley eval pickup`: whether machines are told from people who pick up.
@NullMarked
package parley.server.eval.pickup;

import org.jspecify.annotations.NullMarked;
