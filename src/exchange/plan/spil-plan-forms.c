// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-forms.h"

#include <glib/gi18n-lib.h>

#include "spil-exchange-error.h"
#include "spil-gan.h"
#include "spil-mspdi.h"
#include "spil-plan-list-file.h"
#include "spil-planner.h"

typedef struct
{
  const char *suffix;
  SpilPlanFileRead read; /* NULL: it can only be written */
  SpilPlanFileWrite write; /* NULL: it can only be read */
} Form;

static const Form forms[] = {
  { ".xml", spil_mspdi_read, spil_mspdi_write },
  { ".gan", spil_gan_read, NULL },
  { ".planner", spil_planner_read, NULL },
  { ".mrproject", spil_planner_read, NULL },
  { ".csv", spil_plan_list_read, spil_plan_list_write },
  { ".ods", spil_plan_list_read, spil_plan_list_write },
  { ".xlsx", spil_plan_list_read, spil_plan_list_write },
  { ".ics", NULL, spil_plan_calendar_write },
};

static const Form *
find_form (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_has_suffix (lower, forms[i].suffix))
      return &forms[i];
  return NULL;
}

gboolean
spil_plan_forms_can_read (const char *path)
{
  const Form *form = find_form (path);

  return form != NULL && form->read != NULL;
}

gboolean
spil_plan_forms_can_write (const char *path)
{
  const Form *form = find_form (path);

  return form != NULL && form->write != NULL;
}

static void
refuse (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_UNKNOWN,
      _ ("“%s” does not tell that it is a planning; choose a file that ends in .xml (MS Project, ProjectLibre), .gan "
         "(GanttProject), .planner (GNOME Planner), .csv, .ods or .xlsx."),
      name);
}

SpilPlanFile *
spil_plan_forms_read (const char *path, const SpilPlanFileSink *sink, GError **error)
{
  if (spil_plan_forms_can_read (path))
    return find_form (path)->read (path, sink, error);
  refuse (path, error);
  return NULL;
}

gboolean
spil_plan_forms_write (const SpilPlanFile *plan, const char *path, const SpilPlanFileSink *sink,
                       GPtrArray *lost, GError **error)
{
  if (spil_plan_forms_can_write (path))
    return find_form (path)->write (plan, path, sink, lost, error);
  refuse (path, error);
  return FALSE;
}
