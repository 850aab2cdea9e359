/// `./parley bench knowledge`: how searching bears a large knowledge.
@NullMarked
package parley.server.bench.knowledge;

import org.jspecify.annotations.NullMarked;
