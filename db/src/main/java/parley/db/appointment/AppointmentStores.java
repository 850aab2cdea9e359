package parley.db.appointment;

import org.jooq.DSLContext;
import parley.callback.appointment.AppointmentStore;
import parley.callback.feed.FeedStore;
import parley.callback.letter.LetterStore;
import parley.callback.letter.OpenPoints;

/// Where appointments and all about them are kept.
public record AppointmentStores(
    AppointmentStore appointments, LetterStore letters, FeedStore feeds, OpenPoints openPoints) {

  public static AppointmentStores in(DSLContext sql) {
    return new AppointmentStores(
        new JooqAppointmentStore(sql),
        new JooqLetters(sql),
        new JooqFeeds(sql),
        new JooqOpenPoints(sql));
  }
}
