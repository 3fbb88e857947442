// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "figures-fixture.h"

#include <string.h>

void
book_set_up (Book *book, gconstpointer data)
{
  fixture_set_up (&book->store, data);
  book->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
book_tear_down (Book *book, gconstpointer data)
{
  g_hash_table_unref (book->ids);
  fixture_tear_down (&book->store, data);
}

SpilId
id_of (Book *book, const char *key)
{
  const SpilId *id = g_hash_table_lookup (book->ids, key);

  g_assert_nonnull (id);
  return *id;
}

static void
assign (Book *book, SpilChange *change, const char *pair)
{
  const char *text = strchr (pair, '=') + 1;
  g_autofree char *name = g_strndup (pair, (gsize) (text - 1 - pair));
  const SpilField *field = spil_entity_field_by_name (change->entity, name);
  g_auto (SpilValue) value = SPIL_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (field);
  if (text[0] == '@')
    value = spil_value_id (id_of (book, text + 1));
  else
    spil_value_parse (field, text, &value, &error);
  g_assert_no_error (error);
  spil_change_assign (change, field->number, &value);
}

void
put (Book *book, const char *key, const char *entity, ...)
{
  SpilAction *action = spil_action_new ("Row added");
  SpilId id = spil_id_new ();
  SpilChange *change = spil_action_add_row (action, spil_entity_by_name (entity), id);
  const char *pair;
  va_list pairs;

  va_start (pairs, entity);
  while ((pair = va_arg (pairs, const char *)) != NULL)
    assign (book, change, pair);
  va_end (pairs);
  if (key != NULL)
    g_hash_table_insert (book->ids, g_strdup (key), g_memdup2 (&id, sizeof id));
  commit (book->store.store, action);
}
