// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-duplicate-rule.h"
#include "spil-import-private.h"
#include "spil-text.h"
#include "spil-validate.h"

/* What becomes of the parts of a row, before it is put in the stage. */
typedef struct
{
  SpilRecord *before[SPIL_IMPORT_MAX_PARTS]; /* NULL: it is new */
  SpilRecord *after[SPIL_IMPORT_MAX_PARTS]; /* NULL: nothing */
  SpilRecord *step; /* through the funnel; NULL: none */
} SpilPlacing;

static void
clear_placing (SpilPlacing *self)
{
  for (int i = 0; i < SPIL_IMPORT_MAX_PARTS; i++) {
    g_clear_object (&self->before[i]);
    g_clear_object (&self->after[i]);
  }
  g_clear_object (&self->step);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SpilPlacing, clear_placing)

int
spil_import_parent_field (const SpilEntity *entity)
{
  const SpilField *field = spil_entity_reference_to (entity, SPIL_ENTITY_ORGANISATION);

  if (field != NULL && (field->flags & SPIL_FIELD_REQUIRED) != 0)
    return field->number;
  for (int i = 2; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].type == SPIL_TYPE_REFERENCE &&
        (entity->fields[i].flags & SPIL_FIELD_REQUIRED) != 0)
      return i;
  return 0;
}

/* What has to be chosen and is not said: the first choice, which is the usual one. */
static void
choose_first (SpilRecord *record)
{
  const SpilEntity *entity = spil_record_get_entity (record);

  for (int i = 2; i < entity->n_fields; i++) {
    const SpilField *field = &entity->fields[i];

    if (field->number != 0 && field->type == SPIL_TYPE_CHOICE && (field->flags & SPIL_FIELD_REQUIRED) != 0 &&
        spil_record_is_null (record, i))
      spil_record_set_integer (record, i, field->choices->items[0].number);
  }
}

/* What is said over what there is: an empty cell says nothing. */
static void
compose (SpilPlacing *placing, int part, const SpilEntity *entity, SpilRecord *before, SpilRecord *said)
{
  SpilRecord *after = before != NULL ? spil_record_copy (before) : spil_record_new (entity, spil_id_new ());

  for (int i = 2; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && !spil_record_is_null (said, i))
      spil_record_set (after, i, spil_record_get (said, i));
  if (before == NULL)
    choose_first (after);
  g_set_object (&placing->before[part], before);
  placing->after[part] = after;
}

static gboolean
is_changed (SpilRecord *before, SpilRecord *after)
{
  const SpilEntity *entity = spil_record_get_entity (after);

  for (int i = 2; before != NULL && i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 &&
        !spil_value_equal (spil_record_get (before, i), spil_record_get (after, i)))
      return TRUE;
  return before == NULL;
}

/* Companions */

static gboolean
same_folded (SpilRecord *one, SpilRecord *other, int field)
{
  const char *text = spil_record_get_text (one, field);
  const char *other_text = spil_record_get_text (other, field);
  g_autofree char *folded = text != NULL ? spil_text_fold (text) : NULL;
  g_autofree char *other_folded = other_text != NULL ? spil_text_fold (other_text) : NULL;

  return folded != NULL && g_strcmp0 (folded, other_folded) == 0;
}

/* By e-mail address, or else by name. */
static SpilRecord *
find_person (GPtrArray *persons, SpilRecord *said)
{
  static const int fields[] = { SPIL_PERSON_EMAIL, SPIL_PERSON_NAME };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    for (guint j = 0; j < persons->len; j++)
      if (same_folded (said, persons->pdata[j], fields[i]))
        return persons->pdata[j];
  return NULL;
}

static char *
make_address (SpilRecord *site)
{
  return spil_duplicate_address_key (
      spil_record_get_text (site, SPIL_SITE_STREET), spil_record_get_text (site, SPIL_SITE_HOUSE_NUMBER),
      spil_record_get_text (site, SPIL_SITE_POSTCODE), spil_record_get_text (site, SPIL_SITE_TOWN));
}

/* By name, or else by address; a row that says neither means the only one. */
static SpilRecord *
find_site (GPtrArray *sites, SpilRecord *said)
{
  g_autofree char *address = make_address (said);

  for (guint i = 0; i < sites->len; i++)
    if (same_folded (said, sites->pdata[i], SPIL_SITE_NAME))
      return sites->pdata[i];
  for (guint i = 0; address != NULL && i < sites->len; i++) {
    g_autofree char *other = make_address (sites->pdata[i]);

    if (g_strcmp0 (address, other) == 0)
      return sites->pdata[i];
  }
  return address == NULL && spil_record_is_null (said, SPIL_SITE_NAME) && sites->len == 1 ? sites->pdata[0]
                                                                                          : NULL;
}

/* A site that comes without an address stands at the organisation's. */
static void
place_site (SpilRecord *site, SpilRecord *organisation)
{
  static const int fields[][2] = { { SPIL_SITE_STREET, SPIL_ORGANISATION_STREET },
                                   { SPIL_SITE_HOUSE_NUMBER, SPIL_ORGANISATION_HOUSE_NUMBER },
                                   { SPIL_SITE_POSTCODE, SPIL_ORGANISATION_POSTCODE },
                                   { SPIL_SITE_TOWN, SPIL_ORGANISATION_TOWN } };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!spil_record_is_null (site, fields[i][0]))
      return;
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    spil_record_set (site, fields[i][0], spil_record_get (organisation, fields[i][1]));
}

/* A relation moves by recorded steps; the list is the evidence. */
static void
record_step (SpilImporting *self, SpilImportRow *row, SpilPlacing *placing, SpilRecord *before,
             SpilRecord *after)
{
  const SpilId from = before != NULL ? spil_record_get_reference (before, SPIL_ENGAGEMENT_STAGE)
                                     : SPIL_ID_NIL;
  const SpilId to = spil_record_get_reference (after, SPIL_ENGAGEMENT_STAGE);
  g_autofree char *evidence = NULL;

  if (spil_id_is_nil (to) || spil_id_equal (from, to))
    return;
  evidence = g_strdup_printf (_ ("Stood so in %s, row %d."), self->file, (int) row->row->number);
  placing->step = spil_record_new (spil_entity (SPIL_ENTITY_STAGE_CHANGE), spil_id_new ());
  spil_record_set_reference (placing->step, SPIL_STAGE_CHANGE_ENGAGEMENT, spil_record_get_id (after));
  spil_record_set_reference (placing->step, SPIL_STAGE_CHANGE_FROM, from);
  spil_record_set_reference (placing->step, SPIL_STAGE_CHANGE_TO, to);
  spil_record_set_day (placing->step, SPIL_STAGE_CHANGE_DATE, self->today);
  spil_record_set_text (placing->step, SPIL_STAGE_CHANGE_EVIDENCE, evidence);
}

static gboolean
compose_companion (SpilImporting *self, SpilImportRow *row, SpilPlacing *placing, int part, GError **error)
{
  const SpilEntity *entity = self->parts[part];
  const int parent = spil_import_parent_field (entity);
  SpilRecord *organisation = placing->after[0];
  SpilRecord *existing = NULL;
  GPtrArray *records;

  if (row->said[part] == NULL)
    return TRUE;
  records = spil_import_stage_list (self->stage, entity, parent, spil_record_get_id (organisation), error);
  if (records == NULL)
    return FALSE;
  if (entity->number == SPIL_ENTITY_PERSON)
    existing = find_person (records, row->said[part]);
  else if (entity->number == SPIL_ENTITY_SITE)
    existing = find_site (records, row->said[part]);
  else if (records->len > 0)
    existing = records->pdata[0];
  compose (placing, part, entity, existing, row->said[part]);
  spil_record_set_reference (placing->after[part], parent,
                             existing != NULL ? spil_record_get_reference (existing, parent)
                                              : spil_record_get_id (organisation));
  if (existing == NULL && entity->number == SPIL_ENTITY_SITE)
    place_site (placing->after[part], organisation);
  if (entity->number == SPIL_ENTITY_ENGAGEMENT)
    record_step (self, row, placing, existing, placing->after[part]);
  return TRUE;
}

/* Refusing */

/* Where "Organisation “Verzonnen BV”, KvK number: ..." names the field that a column goes to; NULL: it does not. */
static const char *
find_label (const char *sentence, const SpilField *field)
{
  g_autofree char *label = g_strdup_printf (", %s: ", spil_field_label (field));
  const char *found = strstr (sentence, label);

  return found != NULL ? found + strlen (", ") : NULL;
}

/* The column that the sentence is about, -1: none; and what it says of that, without repeating which row it is. */
static int
blame (SpilImporting *self, const SpilEntity *entity, const char **sentence)
{
  for (guint i = 0; i < self->plan->columns->len; i++) {
    const SpilImportColumn *column = spil_import_plan_get_column (self->plan, i);
    const char *found;

    if (column->entity != entity || column->field == 0)
      continue;
    found = find_label (*sentence, spil_entity_field (entity, column->field));
    if (found == NULL)
      continue;
    *sentence = found;
    return (int) i;
  }
  return -1;
}

static void
validate (SpilImporting *self, SpilImportRow *row, SpilPlacing *placing)
{
  for (int i = 0; self->parts[i] != NULL; i++) {
    g_autoptr (GError) fault = NULL;
    const char *reason;
    int column;

    if (placing->after[i] == NULL || !is_changed (placing->before[i], placing->after[i]) ||
        spil_validate_record (placing->after[i], self->today, &fault))
      continue;
    reason = fault->message;
    column = blame (self, self->parts[i], &reason);
    spil_import_refuse (self, row, column, reason);
  }
}

/* Putting in the stage */

static gboolean
put (SpilImporting *self, SpilImportRow *row, SpilPlacing *placing, gboolean *changed, GError **error)
{
  for (int i = 0; self->parts[i] != NULL; i++) {
    const int parent = spil_import_parent_field (self->parts[i]);

    if (placing->after[i] == NULL || !is_changed (placing->before[i], placing->after[i]))
      continue;
    if (!*changed)
      spil_import_stage_begin_row (self->stage, row->row->number, placing->before[0] == NULL);
    *changed = TRUE;
    if (!spil_import_stage_put (self->stage, placing->before[i], placing->after[i], parent, error))
      return FALSE;
  }
  return placing->step == NULL || spil_import_stage_put (self->stage, NULL, placing->step, 0, error);
}

static gboolean
look_for_likely (SpilImporting *self, SpilImportRow *row, SpilPlacing *placing, gboolean *leave,
                 GError **error)
{
  const gboolean organisations = self->plan->entity->number == SPIL_ENTITY_ORGANISATION;
  g_auto (SpilDuplicateTraits) traits = { 0 };
  const SpilDuplicateTraits *known = &row->traits;
  gboolean likely = FALSE;

  *leave = FALSE;
  if (!organisations || !is_changed (placing->before[0], placing->after[0]))
    return TRUE;
  if (placing->before[0] != NULL) {
    const SpilDuplicateFacts facts = spil_duplicate_facts_of (placing->after[0]);

    spil_duplicate_traits_init (&traits, &facts);
    known = &traits;
  } else if (!spil_import_note_likely (self, row, known, &likely, error)) {
    return FALSE;
  }
  *leave = likely && self->plan->leave_likely;
  if (!*leave)
    spil_import_index_add (self->index, spil_record_get_id (placing->after[0]), known);
  return TRUE;
}

static gboolean
place (SpilImporting *self, SpilImportRow *row, SpilPlacing *placing, SpilImportOutcome *outcome,
       GError **error)
{
  gboolean changed = FALSE;
  gboolean leave;

  for (int i = 1; self->parts[i] != NULL; i++)
    if (!compose_companion (self, row, placing, i, error))
      return FALSE;
  validate (self, row, placing);
  *outcome = SPIL_IMPORT_REFUSED;
  if (row->refused)
    return TRUE;
  *outcome = SPIL_IMPORT_SKIPPED;
  if (!look_for_likely (self, row, placing, &leave, error))
    return FALSE;
  if (leave)
    return TRUE;
  if (!put (self, row, placing, &changed, error))
    return FALSE;
  if (changed)
    *outcome = placing->before[0] == NULL ? SPIL_IMPORT_CREATED : SPIL_IMPORT_UPDATED;
  return TRUE;
}

gboolean
spil_import_row_place (SpilImporting *self, SpilImportRow *row, SpilImportOutcome *outcome, GError **error)
{
  g_auto (SpilPlacing) placing = { 0 };
  g_autoptr (SpilRecord) existing = NULL;

  *outcome = SPIL_IMPORT_REFUSED;
  if (row->refused)
    return TRUE;
  if (!spil_import_match (self, row, &existing, error))
    return FALSE;
  if (row->refused)
    return TRUE;
  if (existing != NULL && (self->plan->leave_existing || spil_entity_is_fixed (self->plan->entity))) {
    *outcome = SPIL_IMPORT_SKIPPED;
    return TRUE;
  }
  compose (&placing, 0, self->plan->entity, existing, row->said[0]);
  return place (self, row, &placing, outcome, error);
}
