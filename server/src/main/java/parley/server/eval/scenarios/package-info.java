/// `./parley eval scenarios`: conversations that the site wrote down, played and compared.
@NullMarked
package parley.server.eval.scenarios;

import org.jspecify.annotations.NullMarked;
