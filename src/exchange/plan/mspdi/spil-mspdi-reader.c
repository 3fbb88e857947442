// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-mspdi-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-exchange-error.h"
#include "spil-id.h"
#include "spil-mspdi.h"
#include "spil-text.h"

/* How many tasks and the like between two looks at whether to go on. */
#define ITEMS_A_LOOK 64

#define START_MINUTE (8 * 60)
#define FINISH_MINUTE (17 * 60)
#define MAX_DAY_MINUTES (24 * 60)
#define NAME_CHARS 60

void
spil_mspdi_note (SpilMspdi *self, const char *name, const char *example, const char *reason)
{
  spil_plan_file_note (self->plan, name, example, reason);
}

char *
spil_mspdi_dup_guid (const char *text)
{
  g_autofree char *bare = NULL;
  SpilId id;

  if (text == NULL)
    return NULL;
  bare = g_strdup (text[0] == '{' ? text + 1 : text);
  bare = g_strstrip (g_strdelimit (bare, "}", ' '));
  return spil_id_parse (bare, &id) && !spil_id_is_nil (id) ? spil_id_dup_text (id) : NULL;
}

/* The text up to the close of the element that has opened; NULL when there are elements in it, which are passed over. */
static gboolean
read_text (SpilMspdi *self, char **text, GError **error)
{
  const int depth = spil_xml_depth (self->xml);
  g_autoptr (GString) gathered = g_string_new (NULL);
  gboolean plain = TRUE;

  for (;;) {
    switch (spil_xml_next (self->xml, error)) {
    case SPIL_XML_TEXT:
      if (plain)
        g_string_append (gathered, spil_xml_text (self->xml));
      break;
    case SPIL_XML_OPEN:
      plain = FALSE;
      if (!spil_xml_skip (self->xml, error))
        return FALSE;
      break;
    case SPIL_XML_CLOSE:
      if (spil_xml_depth (self->xml) > depth)
        break;
      *text = plain ? g_string_free_and_steal (g_steal_pointer (&gathered)) : NULL;
      return TRUE;
    default:
      return FALSE;
    }
  }
}

static gboolean
keep_text (SpilMspdi *self, char **place, char *text, GError **error)
{
  self->text_bytes += strlen (text);
  g_free (*place);
  *place = text;
  return spil_plan_file_check_text (self->text_bytes, error);
}

/* FALSE: it is no such value. */
static gboolean
set_value (const SpilMspdiField *field, gpointer place, const char *text)
{
  switch (field->kind) {
  case SPIL_MSPDI_INTEGER:
    return spil_mspdi_parse_integer (text, place);
  case SPIL_MSPDI_BOOLEAN:
    return spil_mspdi_parse_boolean (text, place);
  case SPIL_MSPDI_NUMBER:
    return spil_mspdi_parse_number (text, place);
  case SPIL_MSPDI_DATE:
    return spil_mspdi_parse_date (text, place);
  case SPIL_MSPDI_DURATION:
    return spil_mspdi_parse_duration (text, place);
  case SPIL_MSPDI_TIME:
    return spil_mspdi_parse_time (text, place);
  default:
    return TRUE;
  }
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/* Something that is not kept: what follows from the rest, and what holds what it always holds, needs no mention. */
static void
pass_over (SpilMspdi *self, const SpilMspdiTable *table, const SpilMspdiField *field, const char *name,
           const char *text)
{
  g_autofree char *path = NULL;
  g_autofree char *bare = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  if (bare != NULL && bare[0] == '\0')
    return;
  if (field != NULL &&
      (field->usual == NULL || field->usual[0] == '\0' || g_strcmp0 (field->usual, bare) == 0))
    return;
  path = g_strdup_printf ("%s/%s", table->name, name);
  spil_mspdi_note (self, path, bare, NULL);
}

static gboolean
take_field (SpilMspdi *self, const SpilMspdiTable *table, const SpilMspdiField *field, const char *name,
            gpointer raw, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *path = NULL;

  if (!read_text (self, &text, error))
    return FALSE;
  if (field == NULL || field->kind == SPIL_MSPDI_QUIET || text == NULL) {
    pass_over (self, table, text != NULL ? field : NULL, name, text);
    return TRUE;
  }
  if (field->kind == SPIL_MSPDI_TEXT)
    return keep_text (self, G_STRUCT_MEMBER_P (raw, field->offset), g_steal_pointer (&text), error);
  if (is_blank (text) || set_value (field, G_STRUCT_MEMBER_P (raw, field->offset), text))
    return TRUE;
  path = g_strdup_printf ("%s/%s", table->name, name);
  spil_mspdi_note (self, path, text, _ ("This value cannot be read; it is left out."));
  return TRUE;
}

static GHashTable *
get_index (SpilMspdi *self, const SpilMspdiTable *table)
{
  GHashTable *index = g_hash_table_lookup (self->indexes, table);

  if (index != NULL)
    return index;
  index = g_hash_table_new (g_str_hash, g_str_equal);
  for (const SpilMspdiField *field = table->fields; field != NULL && field->name != NULL; field++)
    g_hash_table_insert (index, (gpointer) field->name, (gpointer) field);
  g_hash_table_insert (self->indexes, (gpointer) table, index);
  return index;
}

static gboolean
check_known (SpilMspdi *self, GError **error)
{
  if (self->plan->unknown->len < SPIL_PLAN_FILE_MAX_UNKNOWN)
    return TRUE;
  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("This file has more than %d sorts of things that no planning has; it is not read in. Save the "
         "planning again in the program that made it."),
      SPIL_PLAN_FILE_MAX_UNKNOWN);
  return FALSE;
}

/* An element in the one that is being taken has opened. */
static gboolean
take_element (SpilMspdi *self, const SpilMspdiTable *table, GHashTable *index, gpointer raw, GError **error)
{
  g_autofree char *name = g_strdup (spil_xml_name (self->xml));
  gboolean taken = TRUE;

  if (table->nested == NULL || !g_strv_contains (table->nested, name))
    return take_field (self, table, g_hash_table_lookup (index, name), name, raw, error);
  if (!table->nest (self, name, raw, &taken, error))
    return FALSE;
  if (taken)
    return TRUE;
  pass_over (self, table, NULL, name, NULL);
  return spil_xml_skip (self->xml, error);
}

gboolean
spil_mspdi_take (SpilMspdi *self, const SpilMspdiTable *table, gpointer raw, GError **error)
{
  const int depth = spil_xml_depth (self->xml);
  GHashTable *index = get_index (self, table);

  for (;;) {
    switch (spil_xml_next (self->xml, error)) {
    case SPIL_XML_OPEN:
      if (!take_element (self, table, index, raw, error) || !check_known (self, error))
        return FALSE;
      break;
    case SPIL_XML_CLOSE:
      if (spil_xml_depth (self->xml) == depth)
        return TRUE;
      break;
    case SPIL_XML_TEXT:
      break;
    default:
      return FALSE;
    }
  }
}

/* The project */

typedef struct
{
  char *name;
  char *title;
  char *uid;
  char *guid;
  char *calendar_uid;
  char *currency;
  SpilMspdiDate start;
  SpilMspdiDate saved;
  int from_start;
  int start_minute;
  int finish_minute;
  int day_minutes;
  int week_minutes;
} Project;

static void
clear_project (Project *self)
{
  g_free (self->name);
  g_free (self->title);
  g_free (self->uid);
  g_free (self->guid);
  g_free (self->calendar_uid);
  g_free (self->currency);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Project, clear_project)

#define KEEP(name, kind, member)                                                                             \
  {                                                                                                          \
    name, SPIL_MSPDI_##kind, G_STRUCT_OFFSET (Project, member), NULL                                         \
  }
#define PASS(name, usual)                                                                                    \
  {                                                                                                          \
    name, SPIL_MSPDI_QUIET, 0, usual                                                                         \
  }

static const SpilMspdiField project_fields[] = {
  KEEP ("Name", TEXT, name),
  KEEP ("Title", TEXT, title),
  KEEP ("UID", TEXT, uid),
  KEEP ("GUID", TEXT, guid),
  KEEP ("CalendarUID", TEXT, calendar_uid),
  KEEP ("CurrencyCode", TEXT, currency),
  KEEP ("StartDate", DATE, start),
  KEEP ("LastSaved", DATE, saved),
  KEEP ("ScheduleFromStart", BOOLEAN, from_start),
  KEEP ("DefaultStartTime", TIME, start_minute),
  KEEP ("DefaultFinishTime", TIME, finish_minute),
  KEEP ("MinutesPerDay", INTEGER, day_minutes),
  KEEP ("MinutesPerWeek", INTEGER, week_minutes),
  PASS ("SaveVersion", ""),
  PASS ("BuildNumber", ""),
  PASS ("CreationDate", ""),
  PASS ("Revision", ""),
  PASS ("FinishDate", ""),
  PASS ("FYStartDate", ""),
  PASS ("CriticalSlackLimit", ""),
  PASS ("CurrencyDigits", ""),
  PASS ("CurrencySymbol", ""),
  PASS ("CurrencySymbolPosition", ""),
  PASS ("DaysPerMonth", ""),
  PASS ("DefaultTaskType", ""),
  PASS ("DefaultFixedCostAccrual", ""),
  PASS ("DefaultStandardRate", "0"),
  PASS ("DefaultOvertimeRate", "0"),
  PASS ("DurationFormat", ""),
  PASS ("WorkFormat", ""),
  PASS ("EditableActualCosts", ""),
  PASS ("HonorConstraints", ""),
  PASS ("EarnedValueMethod", ""),
  PASS ("InsertedProjectsLikeSummary", ""),
  PASS ("MultipleCriticalPaths", ""),
  PASS ("NewTasksEffortDriven", ""),
  PASS ("NewTasksEstimated", ""),
  PASS ("NewTasksAreManual", ""),
  PASS ("SplitsInProgressTasks", ""),
  PASS ("SpreadActualCost", ""),
  PASS ("SpreadPercentComplete", ""),
  PASS ("TaskUpdatesResource", ""),
  PASS ("FiscalYearStart", ""),
  PASS ("WeekStartDay", ""),
  PASS ("MoveCompletedEndsBack", ""),
  PASS ("MoveRemainingStartsBack", ""),
  PASS ("MoveRemainingStartsForward", ""),
  PASS ("MoveCompletedEndsForward", ""),
  PASS ("BaselineForEarnedValue", ""),
  PASS ("AutoAddNewResourcesAndTasks", ""),
  PASS ("CurrentDate", ""),
  PASS ("MicrosoftProjectServerURL", ""),
  PASS ("Autolink", ""),
  PASS ("NewTaskStartDate", ""),
  PASS ("DefaultTaskEVMethod", ""),
  PASS ("ProjectExternallyEdited", ""),
  PASS ("ExtendedCreationDate", ""),
  PASS ("ActualsInSync", ""),
  PASS ("RemoveFileProperties", ""),
  PASS ("AdminProject", ""),
  PASS ("UpdateManuallyScheduledTasksWhenEditingLinks", ""),
  PASS ("KeepTaskOnNearestWorkingTimeWhenMadeAutoScheduled", ""),
  PASS ("BaselineCalendar", ""),
  PASS ("Views", ""),
  PASS ("Filters", ""),
  PASS ("Groups", ""),
  PASS ("Tables", ""),
  PASS ("Maps", ""),
  PASS ("Reports", ""),
  PASS ("Drawings", ""),
  PASS ("DataLinks", ""),
  PASS ("VBAProjects", ""),
  { NULL, 0, 0, NULL },
};

/* A custom field as the project defines it. */
typedef struct
{
  int number;
  char *alias;
} Custom;

static const SpilMspdiField custom_fields[] = {
  { "FieldID", SPIL_MSPDI_INTEGER, G_STRUCT_OFFSET (Custom, number), NULL },
  { "Alias", SPIL_MSPDI_TEXT, G_STRUCT_OFFSET (Custom, alias), NULL },
  PASS ("FieldName", ""),
  PASS ("CFType", ""),
  PASS ("Guid", ""),
  PASS ("ElemType", ""),
  PASS ("MaxMultiValues", ""),
  PASS ("UserDef", ""),
  PASS ("SecondaryPID", ""),
  PASS ("SecondaryGuid", ""),
  PASS ("AutoRollDown", ""),
  PASS ("DefaultGuid", ""),
  PASS ("Ltuid", ""),
  PASS ("PhoneticAlias", ""),
  PASS ("RollupType", ""),
  PASS ("CalculationType", ""),
  PASS ("Formula", "*"),
  PASS ("RestrictValues", ""),
  PASS ("ValuelistSortOrder", ""),
  PASS ("AppendNewValues", ""),
  PASS ("Default", ""),
  PASS ("ValueList", ""),
  { NULL, 0, 0, NULL },
};
static const SpilMspdiTable custom_table = { "ExtendedAttribute", custom_fields, NULL, NULL };

static gboolean
take_custom (SpilMspdi *self, GError **error)
{
  Custom custom = { 0 };
  const gboolean taken = spil_mspdi_take (self, &custom_table, &custom, error);

  if (taken && custom.number != 0 && custom.alias != NULL &&
      g_hash_table_size (self->aliases) < SPIL_PLAN_FILE_MAX_ITEMS)
    g_hash_table_insert (self->aliases, GINT_TO_POINTER (custom.number), g_steal_pointer (&custom.alias));
  g_free (custom.alias);
  return taken;
}

static gboolean
look (SpilMspdi *self, GError **error)
{
  return spil_plan_file_sink_look (self->sink, spil_xml_get_progress (self->xml), error);
}

typedef struct
{
  const char *list;
  const char *name;
  gboolean (*take) (SpilMspdi *self, GError **error);
} List;

static const List lists[] = {
  { "Calendars", "Calendar", spil_mspdi_take_calendar },
  { "Tasks", "Task", spil_mspdi_take_task },
  { "Resources", "Resource", spil_mspdi_take_resource },
  { "Assignments", "Assignment", spil_mspdi_take_assignment },
  { "ExtendedAttributes", "ExtendedAttribute", take_custom },
};
static const char *const list_names[] = { "Calendars",          "Tasks", "Resources", "Assignments",
                                          "ExtendedAttributes", NULL };

static gboolean
take_list_item (SpilMspdi *self, const char *name, gpointer data, gboolean *taken, GError **error)
{
  const List *list = data;

  return (self->n_items++ % ITEMS_A_LOOK != 0 || look (self, error)) && list->take (self, error);
}

/* All of one list. */
static gboolean
take_list (SpilMspdi *self, const List *list, GError **error)
{
  const char *const names[] = { list->name, NULL };
  const SpilMspdiTable table = { list->list, NULL, take_list_item, names };
  const gboolean taken = spil_mspdi_take (self, &table, (gpointer) list, error);

  g_hash_table_remove (self->indexes, &table);
  return taken;
}

static void
keep_project (SpilMspdi *self, Project *project)
{
  SpilPlanFile *plan = self->plan;

  if (project->title != NULL && !is_blank (project->title))
    plan->title = spil_text_one_line (project->title, NAME_CHARS);
  else if (project->name != NULL && !is_blank (project->name))
    plan->title = spil_text_one_line (project->name, NAME_CHARS);
  plan->guid = spil_mspdi_dup_guid (project->guid != NULL ? project->guid : project->uid);
  plan->start = project->start.day;
  plan->saved = project->saved.day;
  plan->calendar_uid = project->calendar_uid != NULL ? g_strstrip (g_strdup (project->calendar_uid)) : NULL;
  plan->currency = project->currency != NULL ? g_strstrip (g_strdup (project->currency)) : NULL;
  if (project->from_start == 0)
    spil_mspdi_note (self, "Project/ScheduleFromStart", "0",
                     _ ("The planning counts back from its end; the dates are taken as they are."));
}

/* What has to be known before tasks are read; it stands before them. */
static void
keep_measures (SpilMspdi *self, const Project *project)
{
  if (project->day_minutes > 0 && project->day_minutes <= MAX_DAY_MINUTES)
    self->plan->day_minutes = project->day_minutes;
  if (project->week_minutes > 0 && project->week_minutes <= 7 * MAX_DAY_MINUTES)
    self->plan->week_minutes = project->week_minutes;
  self->start_minute = project->start_minute;
  self->finish_minute = project->finish_minute;
}

static gboolean
take_project_list (SpilMspdi *self, const char *name, gpointer raw, gboolean *taken, GError **error)
{
  keep_measures (self, raw);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    if (strcmp (lists[i].list, name) == 0)
      return take_list (self, &lists[i], error);
  *taken = FALSE;
  return TRUE;
}

static const SpilMspdiTable project_table = { "Project", project_fields, take_project_list, list_names };

/* The file */

static gboolean
refuse_kind (SpilMspdi *self, const char *path, const char *first, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autofree char *element = spil_text_one_line (first, NAME_CHARS);

  g_set_error (
      error, SPIL_EXCHANGE_ERROR, SPIL_EXCHANGE_ERROR_INVALID,
      _ ("“%s” is XML, but not a planning of MS Project: it begins with <%s> rather than <Project>. In MS "
         "Project or ProjectLibre, save the planning as XML and read that in."),
      name, element);
  return FALSE;
}

/* To the first element, which has to be that of a project. */
static gboolean
find_project (SpilMspdi *self, const char *path, GError **error)
{
  for (;;) {
    switch (spil_xml_next (self->xml, error)) {
    case SPIL_XML_OPEN:
      if (spil_xml_is (self->xml, "Project") &&
          (spil_xml_space (self->xml)[0] == '\0' ||
           g_str_has_prefix (spil_xml_space (self->xml), SPIL_MSPDI_SPACE)))
        return TRUE;
      return refuse_kind (self, path, spil_xml_name (self->xml), error);
    case SPIL_XML_OVER:
      return refuse_kind (self, path, "", error);
    case SPIL_XML_FAILED:
      return FALSE;
    default:
      break;
    }
  }
}

static gboolean
read_rest (SpilMspdi *self, GError **error)
{
  SpilXmlEvent event;

  do
    event = spil_xml_next (self->xml, error);
  while (event != SPIL_XML_OVER && event != SPIL_XML_FAILED);
  return event == SPIL_XML_OVER;
}

static gboolean
read_all (SpilMspdi *self, const char *path, GError **error)
{
  g_auto (Project) project = { .start = SPIL_MSPDI_DATE_NONE,
                               .saved = SPIL_MSPDI_DATE_NONE,
                               .from_start = -1,
                               .start_minute = START_MINUTE,
                               .finish_minute = FINISH_MINUTE };

  if (!find_project (self, path, error) || !spil_mspdi_take (self, &project_table, &project, error) ||
      !read_rest (self, error))
    return FALSE;
  keep_project (self, &project);
  spil_mspdi_settle_tasks (self);
  return look (self, error) && spil_plan_file_finish (self->plan, error);
}

SpilPlanFile *
spil_mspdi_read (const char *path, const SpilPlanFileSink *sink, GError **error)
{
  g_autoptr (SpilXml) xml = spil_xml_new_file (path, error);
  g_autoptr (SpilPlanFile) plan = spil_plan_file_new ("mspdi");
  g_autoptr (GHashTable)
      indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  g_autoptr (GHashTable) aliases = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GArray) raws = g_array_new (FALSE, FALSE, sizeof (SpilMspdiRaw));
  g_autoptr (GArray) outline = g_array_new (FALSE, FALSE, sizeof (int));
  SpilMspdi self = { .xml = xml,
                     .plan = plan,
                     .sink = sink,
                     .indexes = indexes,
                     .aliases = aliases,
                     .start_minute = START_MINUTE,
                     .finish_minute = FINISH_MINUTE,
                     .raws = raws,
                     .outline = outline };

  if (xml == NULL || !read_all (&self, path, error))
    return NULL;
  return g_steal_pointer (&plan);
}
