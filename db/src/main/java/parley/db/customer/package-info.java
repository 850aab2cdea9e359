@NullMarked
package parley.db.customer;

import org.jspecify.annotations.NullMarked;
