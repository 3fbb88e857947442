// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-export-list.h"

#include <glib/gi18n-lib.h>

#include "spil-comparison-list.h"
#include "spil-export-audit.h"
#include "spil-export-budget.h"
#include "spil-filter-definition.h"

struct _SpilExportList
{
  gatomicrefcount refs;
  SpilEmployerSelection *employers; /**< NULL: the rows of @entity */
  GArray *ids; /**< of SpilId */
  gboolean all;
  const SpilEntity *entity;
  SpilId organisation; /**< nil: of all of them */
  SpilId baseline; /**< of what the planning is compared with; nil: no such list */
  gboolean budget; /**< the budget `version` */
  SpilId version; /**< nil: the one in force */
  gboolean bookings; /**< those of `filter` */
  SpilBookingFilter filter;
  char *text; /**< of the filter */
  SpilAuditFilter *audit; /**< NULL: no lines of the audit table */
};

static SpilExportList *
new_employers (const char *definition, gboolean all, char **ids)
{
  SpilExportList *self = g_new0 (SpilExportList, 1);

  self->employers = spil_filter_definition_read (definition, spil_day_today (), NULL);
  self->all = all;
  self->ids = g_array_new (FALSE, FALSE, sizeof (SpilId));
  for (; *ids != NULL; ids++) {
    SpilId id;

    if (spil_id_parse (*ids, &id))
      g_array_append_val (self->ids, id);
  }
  return self;
}

static SpilExportList *
new_rows (const char *name, const char *organisation)
{
  const SpilEntity *entity = spil_entity_by_name (name);
  SpilExportList *self;
  SpilId id = { 0 };

  if (entity == NULL || (entity->number != SPIL_ENTITY_PERSON && entity->number != SPIL_ENTITY_NEXT_ACTION) ||
      (organisation[0] != '\0' && !spil_id_parse (organisation, &id)))
    return NULL;
  self = g_new0 (SpilExportList, 1);
  self->entity = entity;
  self->organisation = id;
  return self;
}

static SpilExportList *
new_comparison (const char *baseline)
{
  SpilExportList *self;
  SpilId id;

  if (!spil_id_parse (baseline, &id))
    return NULL;
  self = g_new0 (SpilExportList, 1);
  self->baseline = id;
  return self;
}

static SpilExportList *
new_budget (const char *version)
{
  SpilExportList *self = g_new0 (SpilExportList, 1);

  self->budget = TRUE;
  if (!spil_id_parse (version, &self->version))
    self->version = SPIL_ID_NIL;
  return self;
}

/* A filter as text: what a parameter of an action can hold. */
#define FILTER_TYPE "(ssuiibbs)"

GVariant *
spil_export_list_new_bookings_parameter (const SpilBookingFilter *filter)
{
  g_autofree char *version = spil_id_dup_text (filter->version);
  g_autofree char *line = spil_id_dup_text (filter->line);
  g_autoptr (GVariant) value = g_variant_ref_sink (
      g_variant_new (FILTER_TYPE, version, line, filter->kinds, filter->first.number, filter->last.number,
                     filter->late, filter->open_only, filter->text != NULL ? filter->text : ""));
  g_autofree char *text = g_variant_print (value, FALSE);

  return g_variant_new (SPIL_EXPORT_LIST_TYPE, "bookings", text, TRUE, NULL);
}

static SpilExportList *
new_bookings (const char *which)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (FILTER_TYPE), which, NULL, NULL, NULL);
  SpilExportList *self = g_new0 (SpilExportList, 1);
  const char *version;
  const char *line;

  self->bookings = TRUE;
  self->filter = SPIL_BOOKING_FILTER_ALL;
  if (value == NULL)
    return self;
  g_variant_get (value, "(&s&suiibbs)", &version, &line, &self->filter.kinds, &self->filter.first.number,
                 &self->filter.last.number, &self->filter.late, &self->filter.open_only, &self->text);
  if (!spil_id_parse (version, &self->filter.version))
    self->filter.version = SPIL_ID_NIL;
  if (!spil_id_parse (line, &self->filter.line))
    self->filter.line = SPIL_ID_NIL;
  self->filter.text = self->text[0] != '\0' ? self->text : NULL;
  return self;
}

#define AUDIT_TYPE "(iisss)"

static const char *
text_or_empty (const char *text)
{
  return text != NULL ? text : "";
}

GVariant *
spil_export_list_new_audit_parameter (const SpilAuditFilter *filter)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (
      g_variant_new (AUDIT_TYPE, filter->first.number, filter->last.number, text_or_empty (filter->actor),
                     text_or_empty (filter->action), text_or_empty (filter->text)));
  g_autofree char *text = g_variant_print (value, FALSE);

  return g_variant_new (SPIL_EXPORT_LIST_TYPE, "audit", text, TRUE, NULL);
}

static SpilExportList *
new_audit (const char *which)
{
  g_autoptr (GVariant) value = g_variant_parse (G_VARIANT_TYPE (AUDIT_TYPE), which, NULL, NULL, NULL);
  SpilExportList *self = g_new0 (SpilExportList, 1);
  SpilAuditFilter filter = SPIL_AUDIT_FILTER_ALL;

  if (value != NULL)
    g_variant_get (value, "(ii&s&s&s)", &filter.first.number, &filter.last.number, &filter.actor,
                   &filter.action, &filter.text);
  if (filter.actor != NULL && filter.actor[0] == '\0')
    filter.actor = NULL;
  if (filter.action != NULL && filter.action[0] == '\0')
    filter.action = NULL;
  if (filter.text != NULL && filter.text[0] == '\0')
    filter.text = NULL;
  self->audit = spil_audit_filter_copy (&filter);
  return self;
}

SpilExportList *
spil_export_list_new (GVariant *parameter)
{
  const char *what;
  const char *which;
  gboolean all;
  g_autofree const char **ids = NULL;
  SpilExportList *self;

  g_variant_get (parameter, "(&s&sb^a&s)", &what, &which, &all, &ids);
  if (g_str_equal (what, "employers"))
    self = new_employers (which, all, (char **) ids);
  else if (g_str_equal (what, "comparison"))
    self = new_comparison (which);
  else if (g_str_equal (what, "budget"))
    self = new_budget (which);
  else if (g_str_equal (what, "bookings"))
    self = new_bookings (which);
  else if (g_str_equal (what, "audit"))
    self = new_audit (which);
  else
    self = new_rows (what, which);
  if (self != NULL)
    g_atomic_ref_count_init (&self->refs);
  return self;
}

SpilExportList *
spil_export_list_ref (SpilExportList *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
spil_export_list_unref (SpilExportList *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->employers, spil_employer_selection_free);
  g_clear_pointer (&self->ids, g_array_unref);
  g_clear_pointer (&self->audit, spil_audit_filter_free);
  g_free (self->text);
  g_free (self);
}

const char *
spil_export_list_get_name (SpilExportList *self)
{
  if (!spil_id_is_nil (self->baseline))
    return _ ("Comparison");
  if (self->budget || self->bookings)
    return self->budget ? _ ("Budget") : _ ("Bookings");
  if (self->audit != NULL)
    return _ ("Who did what");
  return self->employers != NULL ? spil_employer_kinds_label (self->employers->kinds)
                                 : spil_entity_label_plural (self->entity);
}

gboolean
spil_export_list_is_personal (SpilExportList *self)
{
  return self->entity != NULL && (self->entity->flags & SPIL_ENTITY_FLAG_PERSONAL) != 0;
}

gboolean
spil_export_list_takes (SpilExportList *self, const char *ending)
{
  if (g_str_equal (ending, ".vcf"))
    return self->entity != NULL && self->entity->number == SPIL_ENTITY_PERSON;
  if (g_str_equal (ending, ".ics"))
    return self->entity != NULL && self->entity->number == SPIL_ENTITY_NEXT_ACTION;
  return (spil_id_is_nil (self->baseline) && !self->budget && !self->bookings && self->audit == NULL) ||
         !g_str_equal (ending, ".json");
}

gboolean
spil_export_list_write (SpilExportList *self, SpilStore *store, const char *path, GCancellable *cancellable,
                        SpilExportProgress progress, gpointer user_data, GError **error)
{
  g_autoptr (SpilQuery) query = NULL;

  if (self->employers != NULL) {
    const SpilEmployerFilter filter = spil_employer_selection_to_filter (self->employers);
    const SpilEmployerExport what = { .filter = &filter,
                                      .ids = self->ids,
                                      .all = self->all,
                                      .columns = spil_export_columns_of_names (self->employers->columns) };

    return spil_export_employers (store, &what, path, cancellable, progress, user_data, error);
  }
  if (!spil_id_is_nil (self->baseline))
    return spil_comparison_export (store, self->baseline, spil_day_today (), path, error);
  if (self->budget)
    return spil_export_budget (store, self->version, NULL, path, cancellable, error);
  if (self->bookings)
    return spil_export_register (store, &self->filter, path, cancellable, error);
  if (self->audit != NULL)
    return spil_export_audit (store, self->audit, path, cancellable, progress, user_data, error);
  query = spil_query_new (self->entity);
  if (!spil_id_is_nil (self->organisation))
    spil_query_where_reference (
        query, spil_entity_reference_to (self->entity, SPIL_ENTITY_ORGANISATION)->number, self->organisation);
  return spil_export_query (store, query, path, cancellable, progress, user_data, error);
}
