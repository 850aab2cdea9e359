@NullMarked
package parley.gateway.ari;

import org.jspecify.annotations.NullMarked;
