@NullMarked
package parley.db.mirror;

import org.jspecify.annotations.NullMarked;
