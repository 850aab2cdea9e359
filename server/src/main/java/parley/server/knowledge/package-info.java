@NullMarked
package parley.server.knowledge;

import org.jspecify.annotations.NullMarked;
