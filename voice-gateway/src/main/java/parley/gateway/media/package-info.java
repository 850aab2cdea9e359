@NullMarked
package parley.gateway.media;

import org.jspecify.annotations.NullMarked;
