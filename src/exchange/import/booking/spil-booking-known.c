// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-booking-private.h"
#include "spil-closing-query.h"
#include "spil-duplicate-rule.h"
#include "spil-text.h"

/* How much of a booking is named. */
#define NAME_CHARS 80

const SpilBookingFields *
spil_booking_list_fields (const SpilEntity *entity)
{
  return spil_booking_fields (entity->number == SPIL_ENTITY_COMMITMENT ? SPIL_BOOKING_COMMITMENT
                                                                       : SPIL_BOOKING_ACTUAL);
}

/* Keys */

char *
spil_booking_number_key (const char *number)
{
  g_autofree char *folded = number != NULL ? spil_text_fold (number) : NULL;
  GString *key = g_string_new (NULL);

  for (const char *at = folded; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
  return g_string_free (key, key->len == 0);
}

char *
spil_booking_party_key (const char *counterpart)
{
  g_autofree char *key = counterpart != NULL ? spil_duplicate_normalise_name (counterpart) : NULL;

  return key != NULL && key[0] != '\0' ? g_steal_pointer (&key) : NULL;
}

char *
spil_booking_reference_key (const char *reference, int64_t cents)
{
  g_autofree char *number = spil_booking_number_key (reference);

  return number != NULL ? g_strdup_printf ("r %" G_GINT64_FORMAT " %s", cents, number) : NULL;
}

char *
spil_booking_day_key (SpilDay day, int64_t cents, const char *counterpart)
{
  g_autofree char *party = spil_booking_party_key (counterpart);
  g_autofree char *date = spil_day_to_iso (day);

  return party != NULL ? g_strdup_printf ("d %s %" G_GINT64_FORMAT " %s", date, cents, party) : NULL;
}

/* What is booked */

/* What one pass over the bookings gathers. */
typedef struct
{
  SpilBookingKnown *known;
  const SpilBookingFields *fields;
  GHashTable *turned; /* SpilId -> SpilId: what takes back or releases -> what it is about */
  GHashTable *sums; /* SpilId -> int64_t: what each of those is */
} Gathering;

static void
free_booking (gpointer data)
{
  SpilKnownBooking *booking = data;

  g_free (booking->name);
  g_free (booking);
}

static void
free_commitment (gpointer data)
{
  SpilKnownCommitment *commitment = data;

  g_free (commitment->number);
  g_free (commitment->party);
  free_booking (commitment->booking);
  g_free (commitment);
}

static char *
name_booking (SpilRecord *record, const SpilBookingFields *fields)
{
  const char *reference = spil_record_get_text (record, fields->reference);
  const char *counterpart = spil_record_get_text (record, fields->counterpart);
  const char *description = spil_record_get_text (record, fields->description);
  g_autofree char *name = g_strdup_printf (
      "%s%s%s%s%s", reference != NULL ? reference : "", reference != NULL ? " · " : "",
      counterpart != NULL ? counterpart : "", counterpart != NULL ? " · " : "",
      description != NULL ? description : "");

  return spil_text_one_line (name, NAME_CHARS);
}

static SpilKnownBooking *
make_booking (Gathering *self, SpilRecord *record)
{
  SpilKnownBooking *booking = g_new0 (SpilKnownBooking, 1);
  const SpilId line = spil_record_get_reference (record, self->fields->line);
  const gboolean late = !spil_record_is_null (record, self->fields->late_of);

  booking->id = spil_record_get_id (record);
  booking->line = GPOINTER_TO_INT (g_hash_table_lookup (self->known->line_numbers, &line)) - 1;
  booking->date = spil_record_get_day (record, late ? self->fields->late_of : self->fields->date);
  booking->cents = spil_record_get_integer (record, self->fields->amount);
  booking->name = name_booking (record, self->fields);
  if (self->fields->commitment != 0)
    booking->commitment = spil_record_get_reference (record, self->fields->commitment);
  return booking;
}

/* Takes @key. The first one with a key is the one that is named. */
static void
index_booking (GHashTable *table, char *key, SpilKnownBooking *booking)
{
  if (key != NULL && !g_hash_table_contains (table, key))
    g_hash_table_insert (table, key, booking);
  else
    g_free (key);
}

static void
index_commitment (GHashTable *table, const char *key, SpilKnownCommitment *commitment)
{
  GPtrArray *same = key != NULL ? g_hash_table_lookup (table, key) : NULL;

  if (key == NULL)
    return;
  if (same == NULL) {
    same = g_ptr_array_new ();
    g_hash_table_insert (table, g_strdup (key), same);
  }
  g_ptr_array_add (same, commitment);
}

static void
add_commitment (Gathering *self, SpilRecord *record)
{
  SpilKnownCommitment *commitment = g_new0 (SpilKnownCommitment, 1);

  commitment->booking = make_booking (self, record);
  commitment->committed = commitment->booking->cents;
  commitment->number = spil_booking_number_key (spil_record_get_text (record, self->fields->reference));
  commitment->party = spil_booking_party_key (spil_record_get_text (record, self->fields->counterpart));
  g_ptr_array_add (self->known->commitments, commitment);
  g_hash_table_insert (self->known->commitment_ids, &commitment->booking->id, commitment);
  index_commitment (self->known->by_number, commitment->number, commitment);
  index_commitment (self->known->by_party, commitment->party, commitment);
}

/* What takes back another comes after it in age, but need not be read after it. */
static void
note_turned (Gathering *self, SpilRecord *record)
{
  const SpilId id = spil_record_get_id (record);
  const SpilId of = spil_record_get_reference (record, self->fields->reverses);
  const int64_t cents = spil_record_get_integer (record, self->fields->amount);

  g_hash_table_insert (self->turned, g_memdup2 (&id, sizeof id), g_memdup2 (&of, sizeof of));
  g_hash_table_insert (self->sums, g_memdup2 (&id, sizeof id), g_memdup2 (&cents, sizeof cents));
}

static gboolean
on_commitment_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  Gathering *self = user_data;

  if (spil_record_is_null (record, self->fields->reverses))
    add_commitment (self, record);
  else
    note_turned (self, record);
  return TRUE;
}

static gboolean
on_booking_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  Gathering *self = user_data;
  SpilKnownBooking *booking = make_booking (self, record);

  g_ptr_array_add (self->known->bookings, booking);
  if (!spil_record_is_null (record, self->fields->reverses))
    note_turned (self, record);
  return TRUE;
}

static gboolean
on_draw_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  Gathering *self = user_data;
  const SpilId id = spil_record_get_reference (record, SPIL_ACTUAL_COMMITMENT);
  SpilKnownCommitment *commitment = g_hash_table_lookup (self->known->commitment_ids, &id);

  if (commitment != NULL)
    commitment->drawn += spil_record_get_integer (record, SPIL_ACTUAL_AMOUNT);
  return TRUE;
}

static gboolean
each (SpilStore *store, int entity, SpilRecordFunc func, Gathering *gathering, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity_by_number (entity));

  spil_query_sort_by_age (query);
  return spil_store_each (store, query, func, gathering, error);
}

/* Reversals and releases, also of each other, count for the commitment that began it. */
static void
net_commitments (Gathering *self)
{
  GHashTableIter iter;
  gpointer id, of;

  g_hash_table_iter_init (&iter, self->turned);
  while (g_hash_table_iter_next (&iter, &id, &of)) {
    const int64_t *cents = g_hash_table_lookup (self->sums, id);
    const SpilId *root = of;
    SpilKnownCommitment *commitment;

    for (guint i = 0; i <= g_hash_table_size (self->turned) && g_hash_table_contains (self->turned, root);
         i++)
      root = g_hash_table_lookup (self->turned, root);
    commitment = g_hash_table_lookup (self->known->commitment_ids, root);
    if (commitment != NULL)
      commitment->committed += *cents;
  }
}

static gboolean
gather_commitments (SpilBookingKnown *known, SpilStore *store, GError **error)
{
  g_autoptr (GHashTable) turned = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  Gathering gathering = { known, spil_booking_fields (SPIL_BOOKING_COMMITMENT), turned, sums };

  if (!each (store, SPIL_ENTITY_COMMITMENT, on_commitment_cb, &gathering, error))
    return FALSE;
  net_commitments (&gathering);
  if (!each (store, SPIL_ENTITY_ACTUAL, on_draw_cb, &gathering, error))
    return FALSE;
  spil_booking_known_reset (known);
  return TRUE;
}

/* Only what stands: what was taken back may be booked again. */
static gboolean
on_index_cb (SpilRecord *record, gpointer user_data, GError **error)
{
  Gathering *self = user_data;
  SpilBookingKnown *known = self->known;
  const SpilId id = spil_record_get_id (record);
  SpilKnownBooking *booking = g_hash_table_lookup (known->by_id, &id);
  const char *origin = spil_record_get_text (record, self->fields->origin);

  if (booking == NULL || booking->reversed)
    return TRUE;
  index_booking (known->by_origin, g_strdup (origin), booking);
  index_booking (
      known->by_reference,
      spil_booking_reference_key (spil_record_get_text (record, self->fields->reference), booking->cents),
      booking);
  index_booking (known->by_day,
                 spil_booking_day_key (booking->date, booking->cents,
                                       spil_record_get_text (record, self->fields->counterpart)),
                 booking);
  return TRUE;
}

static gboolean
gather_bookings (SpilBookingKnown *known, SpilStore *store, const SpilEntity *entity, GError **error)
{
  g_autoptr (GHashTable) turned = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  g_autoptr (GHashTable) sums = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, g_free);
  Gathering gathering = { known, spil_booking_list_fields (entity), turned, sums };
  GHashTableIter iter;
  gpointer id, of;

  if (!each (store, entity->number, on_booking_cb, &gathering, error))
    return FALSE;
  for (guint i = 0; i < known->bookings->len; i++) {
    SpilKnownBooking *booking = known->bookings->pdata[i];

    g_hash_table_insert (known->by_id, &booking->id, booking);
  }
  // A release leaves what it releases as it was booked.
  g_hash_table_iter_init (&iter, turned);
  while (g_hash_table_iter_next (&iter, &id, &of)) {
    SpilKnownBooking *original = g_hash_table_lookup (known->by_id, of);
    const int64_t *cents = g_hash_table_lookup (sums, id);

    if (original != NULL && original->cents == -*cents)
      original->reversed = TRUE;
  }
  return each (store, entity->number, on_index_cb, &gathering, error);
}

/* The lines of all versions of the year: a booking belongs to a number. */
static gboolean
gather_lines (SpilBookingKnown *known, SpilStore *store, int year, GError **error)
{
  g_autoptr (SpilQuery) versions_query = spil_query_new (spil_entity (SPIL_ENTITY_BUDGET_VERSION));
  g_autoptr (SpilQuery) lines_query = spil_query_new (spil_entity (SPIL_ENTITY_BUDGET_LINE));
  g_autoptr (GHashTable) versions = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  g_autoptr (GPtrArray) version_records = spil_store_list (store, versions_query, error);
  g_autoptr (GPtrArray) lines = version_records != NULL ? spil_store_list (store, lines_query, error) : NULL;

  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < version_records->len; i++) {
    const SpilId id = spil_record_get_id (version_records->pdata[i]);

    if (spil_record_get_integer (version_records->pdata[i], SPIL_BUDGET_VERSION_YEAR) == year)
      g_hash_table_add (versions, g_memdup2 (&id, sizeof id));
  }
  for (guint i = 0; i < lines->len; i++) {
    const SpilId id = spil_record_get_id (lines->pdata[i]);
    const SpilId version = spil_record_get_reference (lines->pdata[i], SPIL_BUDGET_LINE_VERSION);
    const int number = (int) spil_record_get_integer (lines->pdata[i], SPIL_BUDGET_LINE_NUMBER);

    if (g_hash_table_contains (versions, &version))
      g_hash_table_insert (known->line_numbers, g_memdup2 (&id, sizeof id), GINT_TO_POINTER (number + 1));
  }
  return TRUE;
}

SpilBookingKnown *
spil_booking_known_new (SpilStore *store, const SpilEntity *entity, int year, GError **error)
{
  SpilBookingKnown *self = g_new0 (SpilBookingKnown, 1);

  self->line_numbers = g_hash_table_new_full (spil_id_hash_key, spil_id_equal_key, g_free, NULL);
  self->bookings = g_ptr_array_new_with_free_func (free_booking);
  self->by_id = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  self->by_origin = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_reference = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_day = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->commitments = g_ptr_array_new_with_free_func (free_commitment);
  self->commitment_ids = g_hash_table_new (spil_id_hash_key, spil_id_equal_key);
  self->by_number = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_ptr_array_unref);
  self->by_party = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  self->periods = spil_closing_query (store, error);
  if (self->periods != NULL && gather_lines (self, store, year, error) &&
      gather_commitments (self, store, error) && gather_bookings (self, store, entity, error))
    return self;
  spil_booking_known_free (self);
  return NULL;
}

void
spil_booking_known_free (SpilBookingKnown *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->line_numbers);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_origin);
  g_hash_table_unref (self->by_reference);
  g_hash_table_unref (self->by_day);
  g_hash_table_unref (self->by_number);
  g_hash_table_unref (self->by_party);
  g_hash_table_unref (self->commitment_ids);
  g_ptr_array_unref (self->commitments);
  g_ptr_array_unref (self->bookings);
  g_clear_pointer (&self->periods, g_array_unref);
  g_free (self);
}

void
spil_booking_known_reset (SpilBookingKnown *self)
{
  for (guint i = 0; i < self->commitments->len; i++) {
    SpilKnownCommitment *commitment = self->commitments->pdata[i];

    commitment->open = MAX (0, commitment->committed - commitment->drawn);
  }
}
