/// `./parley bench mail`: mail against a real mail server, with kills.
@NullMarked
package parley.server.bench.mail;

import org.jspecify.annotations.NullMarked;
