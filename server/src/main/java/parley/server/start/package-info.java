@NullMarked
package parley.server.start;

import org.jspecify.annotations.NullMarked;
