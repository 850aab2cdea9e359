@NullMarked
package parley.gateway.agi;

import org.jspecify.annotations.NullMarked;
