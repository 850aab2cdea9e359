@NullMarked
package parley.transfer.agent;

import org.jspecify.annotations.NullMarked;
