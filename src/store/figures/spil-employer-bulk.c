// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-bulk.h"

#include "spil-entity.h"
#include "spil-read.h"
#include "spil-text.h"

/* An employer as it is, and the action that grows. */
typedef struct
{
  SpilAction *action;
  const SpilEmployerEdit *edit;
  SpilId organisation;
  int64_t n_changed;
} Editing;

gboolean
spil_employer_edit_is_empty (const SpilEmployerEdit *edit)
{
  return edit->tier == 0 && edit->mobility_broker == NULL && edit->sustainability_broker == NULL &&
         edit->cadence == 0 && edit->add_tag == NULL && edit->remove_tag == NULL && edit->add_urgency == 0 &&
         edit->remove_urgency == 0 && edit->action_text == NULL;
}

/* Tags */

char *
spil_employer_dup_tags (const char *tags, const char *add, const char *remove)
{
  g_auto (GStrv) before = g_strsplit (tags != NULL ? tags : "", ",", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *added = add != NULL ? spil_text_fold (add) : NULL;
  g_autofree char *removed = remove != NULL ? spil_text_fold (remove) : NULL;
  gboolean present = added == NULL || added[0] == '\0' || g_strcmp0 (added, removed) == 0;
  g_auto (GStrv) after = NULL;

  for (gsize i = 0; before[i] != NULL; i++) {
    g_autofree char *tag = spil_text_fold (before[i]);

    if (tag[0] == '\0' || g_strcmp0 (tag, removed) == 0)
      continue;
    present = present || g_strcmp0 (tag, added) == 0;
    g_strv_builder_add (builder, g_strstrip (before[i]));
  }
  if (!present)
    g_strv_builder_take (builder, g_strstrip (g_strdup (add)));
  after = g_strv_builder_end (builder);
  return after[0] != NULL ? g_strjoinv (", ", after) : NULL;
}

/* One employer. The rows are read as they are into records, and what differs goes into the action. */

static void
set_text (SpilRecord *record, int field, const char *text)
{
  if (text != NULL)
    spil_record_set_text (record, field, text[0] != '\0' ? text : NULL);
}

static void
set_number (SpilRecord *record, int field, int number)
{
  if (number > 0)
    spil_record_set_integer (record, field, number);
  else if (number < 0)
    spil_record_set_null (record, field);
}

static void
set_bits (SpilRecord *record, int field, int64_t bits)
{
  if (bits != 0)
    spil_record_set_integer (record, field, bits);
  else
    spil_record_set_null (record, field);
}

/* The columns of the query from 2 on. */
static SpilRecord *
read_relation (SpilStatement *row, SpilId organisation)
{
  gboolean exists = !spil_statement_is_null (row, 2);
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_ENGAGEMENT),
                                        exists ? spil_statement_get_id (row, 2) : spil_id_new ());

  if (exists)
    spil_record_set_reference (record, SPIL_ENGAGEMENT_ORGANISATION, organisation);
  if (!spil_statement_is_null (row, 3))
    spil_record_set_integer (record, SPIL_ENGAGEMENT_TIER, spil_statement_get_integer (row, 3));
  spil_record_set_text (record, SPIL_ENGAGEMENT_MOBILITY_BROKER, spil_statement_get_text (row, 4));
  spil_record_set_text (record, SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER, spil_statement_get_text (row, 5));
  if (!spil_statement_is_null (row, 6))
    spil_record_set_integer (record, SPIL_ENGAGEMENT_CADENCE, spil_statement_get_integer (row, 6));
  set_bits (record, SPIL_ENGAGEMENT_URGENCY, spil_statement_get_integer (row, 7));
  return record;
}

static gboolean
edit_relation (Editing *self, SpilStatement *row, SpilRecord **relation)
{
  const SpilEmployerEdit *edit = self->edit;
  g_autoptr (SpilRecord) before = read_relation (row, self->organisation);
  g_autoptr (SpilRecord) after = spil_record_copy (before);
  gboolean changed;

  set_number (after, SPIL_ENGAGEMENT_TIER, edit->tier);
  set_text (after, SPIL_ENGAGEMENT_MOBILITY_BROKER, edit->mobility_broker);
  set_text (after, SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER, edit->sustainability_broker);
  set_number (after, SPIL_ENGAGEMENT_CADENCE, edit->cadence);
  set_bits (after, SPIL_ENGAGEMENT_URGENCY,
            (spil_record_get_integer (after, SPIL_ENGAGEMENT_URGENCY) | edit->add_urgency) &
                ~edit->remove_urgency);
  if (!spil_statement_is_null (row, 2)) {
    changed = spil_action_set (self->action, before, after) != NULL;
  } else {
    g_autoptr (SpilAction) trial = spil_action_new (NULL);

    changed = spil_action_set (trial, before, after) != NULL;
    spil_record_set_reference (after, SPIL_ENGAGEMENT_ORGANISATION, self->organisation);
    if (changed)
      spil_action_add (self->action, after);
  }
  *relation = g_steal_pointer (&after);
  return changed;
}

static gboolean
edit_tags (Editing *self, SpilStatement *row)
{
  g_autoptr (SpilRecord) before =
      spil_record_new (spil_entity (SPIL_ENTITY_ORGANISATION), self->organisation);
  g_autoptr (SpilRecord) after = NULL;
  g_autofree char *tags = NULL;

  if (self->edit->add_tag == NULL && self->edit->remove_tag == NULL)
    return FALSE;
  spil_record_set_text (before, SPIL_ORGANISATION_TAGS, spil_statement_get_text (row, 1));
  after = spil_record_copy (before);
  tags = spil_employer_dup_tags (spil_statement_get_text (row, 1), self->edit->add_tag, self->edit->remove_tag);
  spil_record_set_text (after, SPIL_ORGANISATION_TAGS, tags);
  return spil_action_set (self->action, before, after) != NULL;
}

static gboolean
add_next_action (Editing *self, SpilRecord *relation)
{
  const SpilEmployerEdit *edit = self->edit;
  const char *owner = edit->action_owner;
  g_autoptr (SpilRecord) next = NULL;

  if (edit->action_text == NULL)
    return FALSE;
  if (owner == NULL)
    owner = spil_record_get_text (relation, SPIL_ENGAGEMENT_MOBILITY_BROKER);
  if (owner == NULL)
    owner = spil_record_get_text (relation, SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER);
  next = spil_record_new (spil_entity (SPIL_ENTITY_NEXT_ACTION), spil_id_new ());
  spil_record_set_reference (next, SPIL_NEXT_ACTION_ORGANISATION, self->organisation);
  spil_record_set_text (next, SPIL_NEXT_ACTION_TEXT, edit->action_text);
  spil_record_set_integer (next, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  spil_record_set_text (next, SPIL_NEXT_ACTION_OWNER, owner);
  if (spil_day_is_known (edit->action_due))
    spil_record_set_day (next, SPIL_NEXT_ACTION_DUE, edit->action_due);
  spil_action_add (self->action, next);
  return TRUE;
}

static gboolean
take_employer (SpilStatement *row, gpointer user_data)
{
  Editing *self = user_data;
  g_autoptr (SpilRecord) relation = NULL;
  gboolean changed;

  self->organisation = spil_statement_get_id (row, 0);
  changed = edit_tags (self, row);
  changed |= edit_relation (self, row, &relation);
  changed |= add_next_action (self, relation);
  self->n_changed += changed;
  return TRUE;
}

SpilAction *
spil_employer_bulk_action (SpilStore *store, const SpilId *ids, gsize n_ids, const SpilEmployerEdit *edit,
                           const char *label, int64_t *n_changed, GCancellable *cancellable, GError **error)
{
  static const char sql[] =
      "SELECT o.id, o.tags, e.id, e.tier, e.mobility_broker, e.sustainability_broker, e.cadence, e.urgency"
      " FROM organisation o LEFT JOIN engagement e ON e.row = (SELECT min (row) FROM engagement"
      " WHERE organisation = o.id AND dead = 0 AND programme = ?1) WHERE o.id = ?2 AND o.dead = 0";
  g_autoptr (SpilAction) action = spil_action_new (label);
  Editing editing = { .action = action, .edit = edit };

  for (gsize i = 0; i < n_ids; i++) {
    const SpilGiven parameters[] = { SPIL_GIVE_ID (ids[i]) };

    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !spil_read_each (store, sql, parameters, G_N_ELEMENTS (parameters), take_employer, &editing, error))
      return NULL;
  }
  if (n_changed != NULL)
    *n_changed = editing.n_changed;
  return g_steal_pointer (&action);
}
