@NullMarked
package parley.transfer.handover;

import org.jspecify.annotations.NullMarked;
