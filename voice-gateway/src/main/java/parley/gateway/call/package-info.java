@NullMarked
package parley.gateway.call;

import org.jspecify.annotations.NullMarked;
