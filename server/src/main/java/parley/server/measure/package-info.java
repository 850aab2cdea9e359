/// What measuring commands share: the machine, and how measured times spread.
@NullMarked
package parley.server.measure;

import org.jspecify.annotations.NullMarked;
