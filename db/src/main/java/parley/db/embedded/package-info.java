@NullMarked
package parley.db.embedded;

import org.jspecify.annotations.NullMarked;
