@NullMarked
package parley.gateway.outbound;

import org.jspecify.annotations.NullMarked;
