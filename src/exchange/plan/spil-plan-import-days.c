// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include <glib/gi18n-lib.h>

#include "spil-norm-query.h"
#include "spil-plan-import-private.h"
#include "spil-plan-query.h"

/* The closure with those days. */
static SpilRecord *
find_closure (GPtrArray *closures, const SpilPlanFileException *exception)
{
  for (guint i = 0; i < closures->len; i++) {
    SpilRecord *closure = closures->pdata[i];

    if (spil_day_compare (spil_record_get_day (closure, SPIL_CLOSURE_START), exception->first) == 0 &&
        spil_day_compare (spil_record_get_day (closure, SPIL_CLOSURE_END), exception->last) == 0 &&
        spil_record_get_boolean (closure, SPIL_CLOSURE_WORKED) == exception->worked)
      return closure;
  }
  return NULL;
}

/* Public holidays that Spil knows itself, days off in a weekend, and days that are worked anyway. */
static gboolean
is_so_already (const SpilWorkCalendar *calendar, const SpilPlanFileException *exception)
{
  const int worked = spil_work_calendar_count (calendar, exception->first, exception->last);

  return exception->worked ? worked == spil_day_between (exception->first, exception->last) + 1 : worked == 0;
}

static gboolean
put_closure (SpilPlanImporting *self, GPtrArray *closures, const SpilWorkCalendar *calendar,
             const SpilPlanFileException *exception, GError **error)
{
  SpilRecord *known = find_closure (closures, exception);
  const char *name = exception->name != NULL && exception->name[0] != '\0' ? exception->name
                     : exception->worked ? _ ("Worked, by the file that was read in")
                                         : _ ("Free, by the file that was read in");
  const SpilId id = known != NULL ? spil_record_get_id (known) : spil_id_new ();
  g_autoptr (SpilRecord) after = NULL;
  SpilPlanImportRow *row;

  if (known == NULL && is_so_already (calendar, exception)) {
    spil_plan_importing_add (self, SPIL_PLAN_PART_CLOSURE, SPIL_PLAN_UNCHANGED, 0, SPIL_ID_NIL, name);
    return TRUE;
  }
  row = spil_plan_importing_add (self, SPIL_PLAN_PART_CLOSURE, SPIL_PLAN_UNCHANGED, 0, id, name);
  if (known != NULL)
    return TRUE;
  after = spil_record_new (spil_entity (SPIL_ENTITY_CLOSURE), id);
  spil_record_set_text (after, SPIL_CLOSURE_NAME, name);
  spil_record_set_day (after, SPIL_CLOSURE_START, exception->first);
  spil_record_set_day (after, SPIL_CLOSURE_END, exception->last);
  if (exception->worked)
    spil_record_set_integer (after, SPIL_CLOSURE_WORKED, TRUE);
  return spil_plan_importing_put (self, row, NULL, after, error);
}

/* Weekdays are a setting of the programme, which a planning does not change. */
static void
compare_week (SpilPlanImporting *self, const SpilPlanFileCalendar *file)
{
  g_autoptr (GError) fault = NULL;
  SpilNorms norms;
  SpilWorkWeek week;
  guint8 weekdays = 0;

  if (!file->week_stated || !spil_norm_query (self->store, &norms, &fault))
    return;
  week = spil_work_week_of_norms (&norms);
  for (int i = 0; i < 7; i++)
    weekdays |= (guint8) (file->week[i] ? 1 << i : 0);
  if (weekdays != (week.weekdays != 0 ? week.weekdays : 0x1f))
    g_ptr_array_add (
        self->result->notes,
        g_strdup (_ ("The file has other working days in a week than Spil; those of Spil are kept. The "
                     "dates of the activities are taken as they are.")));
}

gboolean
spil_plan_import_closures (SpilPlanImporting *self, GError **error)
{
  const SpilPlanFileCalendar *file = spil_plan_file_get_calendar (self->plan);
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (SPIL_ENTITY_CLOSURE));
  g_autoptr (SpilWorkCalendar) calendar = NULL;
  g_autoptr (GPtrArray) closures = NULL;

  if (file == NULL)
    return TRUE;
  compare_week (self, file);
  calendar = spil_work_calendar_query (self->store, error);
  closures = calendar != NULL ? spil_store_list (self->store, query, error) : NULL;
  if (closures == NULL)
    return FALSE;
  for (guint i = 0; i < file->exceptions->len; i++)
    if (!put_closure (self, closures, calendar, &g_array_index (file->exceptions, SpilPlanFileException, i),
                      error))
      return FALSE;
  return spil_plan_importing_flush (self, error);
}
