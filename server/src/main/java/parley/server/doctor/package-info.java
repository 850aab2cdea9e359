@NullMarked
package parley.server.doctor;

import org.jspecify.annotations.NullMarked;
