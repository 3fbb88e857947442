// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-read.h"
#include "spil-recount-private.h"

static void
clear_version (gpointer data)
{
  g_free (((SpilRecountVersion *) data)->name);
}

static void
clear_line (gpointer data)
{
  g_free (((SpilRecountLine *) data)->name);
}

static void
clear_booking (gpointer data)
{
  g_free (((SpilRecountBooking *) data)->name);
}

void
spil_recount_clear (SpilRecount *self)
{
  g_clear_pointer (&self->versions, g_array_unref);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->bookings, g_array_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
}

static void
note_place (SpilRecount *self, SpilId id, guint length)
{
  g_hash_table_insert (self->places, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (length));
}

int
spil_recount_find (const SpilRecount *self, SpilId id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->places, &id)) - 1;
}

static gboolean
take_version (SpilStatement *row, gpointer user_data)
{
  SpilRecount *self = user_data;
  SpilRecountVersion version = {
    .id = spil_statement_get_id (row, 0),
    .name = g_strdup (spil_statement_get_text (row, 1)),
    .year = spil_get_int (row, 2),
    .date = spil_get_day (row, 3),
    .proposed = spil_get_int (row, 4) != 0 && spil_statement_is_null (row, 3),
    .withdrawn = !spil_statement_is_null (row, 5),
    .gone = spil_get_int (row, 8) != 0,
    .total = spil_get_money (row, 6, 7),
  };

  g_array_append_val (self->versions, version);
  note_place (self, version.id, self->versions->len);
  return TRUE;
}

static gboolean
take_line (SpilStatement *row, gpointer user_data)
{
  SpilRecount *self = user_data;
  SpilRecountLine line = {
    .id = spil_statement_get_id (row, 0),
    .version = spil_recount_find (self, spil_statement_get_id (row, 1)),
    .number = spil_get_int (row, 2),
    .name = g_strdup (spil_statement_get_text (row, 3)),
    .pm = spil_get_int (row, 4) != 0,
    .outside = spil_get_int (row, 5) != 0,
    .stated = !spil_statement_is_null (row, 6) && spil_get_int (row, 4) == 0,
    .gone = spil_get_int (row, 8) != 0,
    .amount = spil_get_money (row, 6, 7),
  };

  g_array_append_val (self->lines, line);
  note_place (self, line.id, self->lines->len);
  return TRUE;
}

static gboolean
take_booking (SpilStatement *row, gpointer user_data)
{
  SpilRecount *self = user_data;
  SpilRecountBooking booking = {
    .kind = (SpilBookingKind) spil_get_int (row, 0),
    .id = spil_statement_get_id (row, 1),
    .line = spil_recount_find (self, spil_statement_get_id (row, 2)),
    .date = spil_get_day (row, 3),
    .cents = spil_statement_get_integer (row, 4),
    .vat = spil_get_int (row, 5),
    .reverses = spil_statement_get_id (row, 6),
    .name = g_strdup (spil_statement_get_text (row, 7)),
    .born = spil_statement_get_integer (row, 8),
    .draws = spil_statement_get_id (row, 9),
    .release = spil_get_int (row, 10) != 0,
    .decided = !spil_statement_is_null (row, 11),
    .application = spil_statement_get_id (row, 12),
    .original = -1,
    .drawn_from = -1,
  };

  g_array_append_val (self->bookings, booking);
  note_place (self, booking.id, self->bookings->len);
  return TRUE;
}

#define BOOKINGS_SQL(kind, table, rest)                                                                      \
  "SELECT " kind ", id, line, date, amount, vat, reverses, description, born_time, " rest " FROM " table      \
  " WHERE dead = 0 AND programme = ?1 ORDER BY born_time, id"

// Before releases had a mark of their own, a part of a commitment that was taken back was one.
static gboolean
is_old_release (const SpilRecount *self, const SpilRecountBooking *booking)
{
  const SpilRecountBooking *original = booking->original >= 0 ? spil_recount_booking (self, booking->original)
                                                              : NULL;

  return booking->kind == SPIL_BOOKING_COMMITMENT && original != NULL &&
         original->kind == SPIL_BOOKING_COMMITMENT && spil_id_is_nil (original->reverses) &&
         booking->cents < 0 && -booking->cents < original->cents;
}

// Who reverses whom, and what it draws on.
static void
link_bookings (SpilRecount *self)
{
  for (guint i = 0; i < self->bookings->len; i++) {
    SpilRecountBooking *booking = spil_recount_booking (self, i);

    booking->original = spil_recount_find (self, booking->reverses);
    booking->drawn_from = spil_recount_find (self, booking->draws);
    booking->release = booking->release || is_old_release (self, booking);
  }
  for (guint i = 0; i < self->bookings->len; i++) {
    SpilRecountBooking *booking = spil_recount_booking (self, i);
    int root = (int) i;

    // A chain has three links at most; what is longer, or goes round, has no root.
    for (int links = 0; root >= 0 && !spil_id_is_nil (spil_recount_booking (self, root)->reverses); links++)
      root = links < 2 ? spil_recount_booking (self, root)->original : -1;
    booking->root = root;
    if (root >= 0 && booking->vat == spil_recount_booking (self, root)->vat)
      spil_recount_booking (self, root)->net += booking->cents;
  }
}

static void
count_reversals (SpilRecount *self)
{
  for (guint i = 0; i < self->bookings->len; i++) {
    const SpilRecountBooking *booking = spil_recount_booking (self, i);
    SpilRecountBooking *original = booking->original >= 0 ? spil_recount_booking (self, booking->original)
                                                          : NULL;

    if (original == NULL)
      continue;
    original->taken_back = TRUE;
    if (booking->original == booking->root)
      original->reversals += booking->release ? 0 : 1;
    else if (booking->root >= 0 && !original->release)
      spil_recount_booking (self, booking->root)->reversals--;
  }
}

// What draws on a commitment or a reservation. What a release gives back stays used of the reservation: it was ordered, for less.
static void
add_drawn (SpilRecount *self)
{
  for (guint i = 0; i < self->bookings->len; i++) {
    const SpilRecountBooking *booking = spil_recount_booking (self, i);
    int from = booking->drawn_from;
    gboolean gives_back = booking->release ||
                          (booking->original >= 0 && spil_recount_booking (self, booking->original)->release);

    if (booking->kind == SPIL_BOOKING_COMMITMENT && gives_back)
      continue;
    if (spil_id_is_nil (booking->draws) && booking->original >= 0)
      from = spil_recount_booking (self, booking->original)->drawn_from;
    if (from >= 0 && spil_recount_booking (self, from)->vat == booking->vat)
      spil_recount_booking (self, from)->used += booking->cents;
  }
}

gboolean
spil_recount_read (SpilRecount *self, SpilStore *store, GPtrArray *faults, GError **error)
{
  static const struct
  {
    const char *sql;
    SpilEachRow take;
  } parts[] = {
    { "SELECT id, name, year, date, proposal, withdrawn, total, vat, dead FROM budget_version"
      " WHERE programme = ?1 ORDER BY date, id",
      take_version },
    { "SELECT id, version, number, name, pm, outside, amount, vat, dead FROM budget_line"
      " WHERE programme = ?1 ORDER BY number, id",
      take_line },
    { BOOKINGS_SQL ("0", "reservation", "NULL, 0, NULL, NULL"), take_booking },
    { BOOKINGS_SQL ("1", "commitment", "reservation, release, decision, application"), take_booking },
    { BOOKINGS_SQL ("2", "actual", "commitment, 0, decision, NULL"), take_booking },
    { BOOKINGS_SQL ("3", "forecast", "NULL, 0, NULL, NULL"), take_booking },
  };

  *self = (SpilRecount) { .store = store, .faults = faults };
  self->versions = g_array_new (FALSE, FALSE, sizeof (SpilRecountVersion));
  self->lines = g_array_new (FALSE, FALSE, sizeof (SpilRecountLine));
  self->bookings = g_array_new (FALSE, FALSE, sizeof (SpilRecountBooking));
  self->places = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  g_array_set_clear_func (self->versions, clear_version);
  g_array_set_clear_func (self->lines, clear_line);
  g_array_set_clear_func (self->bookings, clear_booking);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!spil_read_each (store, parts[i].sql, NULL, 0, parts[i].take, self, error))
      return FALSE;
  link_bookings (self);
  count_reversals (self);
  add_drawn (self);
  return TRUE;
}
