/// What is to be called back, how far it is, and what came of each call.
@NullMarked
package parley.callback.plan;

import org.jspecify.annotations.NullMarked;
