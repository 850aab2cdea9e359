/// Mails that the site writes by itself: letters about appointments, follow-ups, what is overdue.
@NullMarked
package parley.server.paper;

import org.jspecify.annotations.NullMarked;
