@NullMarked
package parley.server.command;

import org.jspecify.annotations.NullMarked;
