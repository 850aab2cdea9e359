@NullMarked
package parley.callback.promise;

import org.jspecify.annotations.NullMarked;
