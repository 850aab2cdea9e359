/// `./parley bench`: how fast, how much and how clean, measured from the caller's side.
@NullMarked
package parley.server.bench;

import org.jspecify.annotations.NullMarked;
