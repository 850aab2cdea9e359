/// Real calls: a real server in a process of its own, a real Asterisk, real phones. Tagged `calls`;
/// `./parley test` runs them.
@NullMarked
package parley.server.calls;

import org.jspecify.annotations.NullMarked;
