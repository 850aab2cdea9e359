@NullMarked
package parley.gateway.ami;

import org.jspecify.annotations.NullMarked;
