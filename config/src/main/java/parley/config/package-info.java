@NullMarked
package parley.config;

import org.jspecify.annotations.NullMarked;
