@NullMarked
package parley.db;

import org.jspecify.annotations.NullMarked;
