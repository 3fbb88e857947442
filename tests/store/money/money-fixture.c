// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "money-fixture.h"

#include <string.h>

void
money_set_up (Book *book, gconstpointer data)
{
  spil_day_play (day (2018, 11, 1));
  book_set_up (book, data);
  put (book, "d", "decision", "outcome=Besluit", "aim=decide", "date=2018-10-15", NULL);
  put (book, "v1", "budget_version", "name=Begroting 2018", "year=2018", "date=2018-07-31", "total=951500",
       "vat=excluded", "from=2018-07-01", NULL);
  put (book, "l1", "budget_line", "version=@v1", "number=1", "name=Makelaars", "amount=112000",
       "vat=excluded", NULL);
  put (book, "l2", "budget_line", "version=@v1", "number=2", "name=Fonds", "amount=600000", "vat=excluded",
       NULL);
  put (book, "l3", "budget_line", "version=@v1", "number=3", "name=Campagne", "amount=239500", "vat=excluded",
       "notes=Zie plan", NULL);
  put (book, "l4", "budget_line", "version=@v1", "number=4", "name=Later", "pm=true", "vat=excluded", NULL);
  put (book, "l9", "budget_line", "version=@v1", "number=9", "name=Overloop", "amount=50000", "vat=excluded",
       "outside=true", NULL);
}

void
money_tear_down (Book *book, gconstpointer data)
{
  book_tear_down (book, data);
  spil_day_play (SPIL_DAY_NONE);
}

SpilMoney
euro (int64_t euros)
{
  return spil_money (euros * 100, SPIL_VAT_EXCLUDED);
}

SpilBooking
booking_of (Book *book, SpilBookingKind kind, const char *line, SpilDay date, int64_t euros)
{
  return (SpilBooking) {
    .kind = kind, .line = id_of (book, line), .date = date, .amount = euro (euros), .description = "Boeking"
  };
}

SpilId
book_it (Book *self, const char *key, const SpilBooking *booking)
{
  g_autoptr (GError) error = NULL;
  SpilId id;

  commit (self->store.store, spil_booking_action (self->store.store, booking, &id, &error));
  g_assert_no_error (error);
  if (key != NULL)
    g_hash_table_insert (self->ids, g_strdup (key), g_memdup2 (&id, sizeof id));
  return id;
}

SpilId
enter (Book *self, const char *key, SpilBookingKind kind, const char *line, SpilDay date, int64_t euros)
{
  SpilBooking booking = booking_of (self, kind, line, date, euros);

  return book_it (self, key, &booking);
}

SpilId
draw (Book *self, const char *key, const char *commitment, const char *line, SpilDay date, int64_t euros)
{
  SpilBooking booking = booking_of (self, SPIL_BOOKING_ACTUAL, line, date, euros);

  booking.commitment = id_of (self, commitment);
  return book_it (self, key, &booking);
}

void
done (Book *self, SpilAction *action, GError *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (action);
  commit (self->store.store, action);
}

void
refused (SpilAction *action, GError **error, const char *words)
{
  g_assert_null (action);
  g_assert_error (*error, SPIL_STORE_ERROR, SPIL_STORE_ERROR_REFUSED);
  if (strstr ((*error)->message, words) == NULL)
    g_error ("“%s” does not hold “%s”", (*error)->message, words);
  g_clear_error (error);
}

void
commit_refused (Book *self, SpilAction *action, const char *words)
{
  g_autoptr (SpilAction) owned = action;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (action);
  g_assert_false (spil_store_commit (self->store.store, action, &error));
  g_assert_nonnull (error);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” does not hold “%s”", error->message, words);
}

static void
add_figure (GString *text, char letter, SpilMoney amount)
{
  if (amount.cents == 0)
    return;
  g_string_append_printf (text, "%s%c %" G_GINT64_FORMAT, text->len > 0 ? " " : "", letter,
                          amount.cents / 100);
  if (amount.cents % 100 != 0)
    g_string_append_printf (text, ".%02d", (int) ABS (amount.cents % 100));
}

char *
line_text (Book *self, const char *line, SpilDay until)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SpilBudgetLineFigures)
      figures = spil_budget_query_line (self->store.store, id_of (self, line), until, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  add_figure (text, 'r', figures->reserved);
  add_figure (text, 'c', figures->committed);
  add_figure (text, 'o', figures->open);
  add_figure (text, 'a', figures->actual);
  add_figure (text, 'f', figures->forecast);
  return g_string_free_and_steal (text);
}

GPtrArray *
rows_of (Book *self, SpilEntityNumber entity)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));
  g_autoptr (GError) error = NULL;
  GPtrArray *records;

  spil_query_sort_by_age (query);
  records = spil_store_list (self->store.store, query, &error);
  g_assert_no_error (error);
  return records;
}

SpilRecord *
last_row (Book *self, SpilEntityNumber entity)
{
  g_autoptr (GPtrArray) records = rows_of (self, entity);

  g_assert_cmpuint (records->len, >, 0);
  return g_object_ref (g_ptr_array_index (records, records->len - 1));
}
