@NullMarked
package parley.db.codegen;

import org.jspecify.annotations.NullMarked;
