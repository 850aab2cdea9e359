@NullMarked
package parley.db.log;

import org.jspecify.annotations.NullMarked;
