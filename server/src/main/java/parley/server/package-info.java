@NullMarked
package parley.server;

import org.jspecify.annotations.NullMarked;
