/// `./parley bench callbacks`: many callbacks, many nodes, with kills.
@NullMarked
package parley.server.bench.callbacks;

import org.jspecify.annotations.NullMarked;
