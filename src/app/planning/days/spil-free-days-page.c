// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-free-days-page.h"

#include <glib/gi18n-lib.h>

#include "spil-chips.h"
#include "spil-columns.h"
#include "spil-entity.h"
#include "spil-holiday-rule.h"
#include "spil-norm-query.h"
#include "spil-row-group.h"
#include "spil-work-calendar.h"

#define DAYS 7
#define FIRST_YEAR 1900
#define LAST_YEAR 2199

struct _SpilFreeDaysPage
{
  SpilPage parent_instance;

  int year;
  gboolean filling; /**< the widgets are set by the program */

  GtkWidget *earlier;
  GtkWidget *later;
  GtkLabel *year_label;
  SpilRowGroup *holidays;
  SpilRowGroup *closures;
  AdwPreferencesGroup *week;
  GtkWidget *weekdays; /**< SpilChips */
  AdwSwitchRow *good_friday;
  AdwComboRow *liberation;
};

G_DEFINE_FINAL_TYPE (SpilFreeDaysPage, spil_free_days_page, SPIL_TYPE_PAGE)

/* What the page shows. */
typedef struct
{
  SpilWorkWeek work_week;
  SpilWorkCalendar *calendar;
  GPtrArray *closures; /**< of SpilRecord, the latest first */
  GPtrArray *settings; /**< of SpilRecord */
} Data;

/* How often 5 May is a day off, in the order of the list. */
static const int liberation_years[] = { 1, 5, 0 };

static void
data_free (Data *data)
{
  g_clear_pointer (&data->calendar, spil_work_calendar_unref);
  g_clear_pointer (&data->closures, g_ptr_array_unref);
  g_clear_pointer (&data->settings, g_ptr_array_unref);
  g_free (data);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Data, data_free)

static SpilWorkCalendar *
make_calendar (const SpilWorkWeek *week, GPtrArray *closures)
{
  g_autofree SpilWorkException *exceptions = g_new0 (SpilWorkException, closures->len + 1);

  for (guint i = 0; i < closures->len; i++) {
    SpilRecord *closure = closures->pdata[i];

    exceptions[i].first = spil_record_get_day (closure, SPIL_CLOSURE_START);
    exceptions[i].last = spil_record_get_day (closure, SPIL_CLOSURE_END);
    exceptions[i].worked = spil_record_get_boolean (closure, SPIL_CLOSURE_WORKED);
    exceptions[i].name = spil_record_get_text (closure, SPIL_CLOSURE_NAME);
  }
  return spil_work_calendar_new (week, exceptions, closures->len);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  g_autoptr (SpilQuery) closures = spil_query_new (spil_entity (SPIL_ENTITY_CLOSURE));
  g_autoptr (SpilQuery) settings = spil_query_new (spil_entity (SPIL_ENTITY_SETTING));
  g_autoptr (Data) data = g_new0 (Data, 1);
  SpilNorms norms = { 0 };

  spil_query_sort (closures, SPIL_CLOSURE_START, TRUE);
  if (!spil_norm_query (store, &norms, error) ||
      (data->closures = spil_store_list (store, closures, error)) == NULL ||
      (data->settings = spil_store_list (store, settings, error)) == NULL)
    return NULL;
  data->work_week = spil_work_week_of_norms (&norms);
  data->calendar = make_calendar (&data->work_week, data->closures);
  return g_steal_pointer (&data);
}

/* Public holidays */

/* All that there are, also those that are not free by the settings. */
static int
list_holidays (int year, SpilHoliday holidays[SPIL_HOLIDAYS_MAX])
{
  return spil_holidays_of_year (year, &(SpilHolidayChoice) { .good_friday = TRUE, .liberation_every = 1 },
                                holidays);
}

/* "Friday 30 March". */
static char *
dup_weekday (SpilDay day)
{
  g_autofree char *date = spil_day_format_long (day);

  return g_strdup_printf ("%s %s", spil_day_weekday_name (spil_day_weekday (day)), date);
}

static const char *
holiday_state (const Data *data, SpilDay day)
{
  guint8 weekdays = data->work_week.weekdays != 0 ? data->work_week.weekdays : 0x1f;

  if (spil_work_calendar_is_worked (data->calendar, day))
    return C_ ("holiday", "is worked");
  return (weekdays & 1 << (spil_day_weekday (day) - 1)) != 0 ? C_ ("holiday", "free")
                                                             : C_ ("holiday", "no working day");
}

static void
fill_holidays (SpilFreeDaysPage *self, const Data *data)
{
  SpilHoliday holidays[SPIL_HOLIDAYS_MAX];
  int n = list_holidays (self->year, holidays);
  int n_worked = spil_work_calendar_count (data->calendar, spil_day_from_ymd (self->year, 1, 1),
                                           spil_day_from_ymd (self->year, 12, 31));
  g_autofree char *year = g_strdup_printf ("%d", self->year);
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d working day in %d", "%d working days in %d", (gulong) n_worked),
      n_worked, self->year);

  gtk_label_set_text (self->year_label, year);
  gtk_widget_set_sensitive (self->earlier, self->year > FIRST_YEAR);
  gtk_widget_set_sensitive (self->later, self->year < LAST_YEAR);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->holidays), count);
  spil_row_group_begin (self->holidays);
  for (int i = 0; i < n; i++) {
    g_autofree char *day = dup_weekday (holidays[i].day);

    spil_row_group_append (
        self->holidays, spil_text_row_new (_ (holidays[i].name), day, holiday_state (data, holidays[i].day)));
  }
  spil_row_group_end (self->holidays, NULL);
}

/* Own closures */

static char *
dup_span (SpilDay first, SpilDay last)
{
  g_autofree char *from = dup_weekday (first);
  g_autofree char *to = dup_weekday (last);

  if (spil_day_compare (first, last) == 0)
    return g_strdup (from);
  /* Translators: the first and the last day of a period. */
  return g_strdup_printf (_ ("%s to %s"), from, to);
}

static GtkWidget *
closure_row (SpilRecord *closure)
{
  SpilDay first = spil_record_get_day (closure, SPIL_CLOSURE_START);
  SpilDay last = spil_record_get_day (closure, SPIL_CLOSURE_END);
  g_autofree char *span = dup_span (first, last);
  GtkWidget *row = spil_text_row_new (
      spil_record_get_text (closure, SPIL_CLOSURE_NAME), span,
      spil_record_get_boolean (closure, SPIL_CLOSURE_WORKED) ? C_ ("holiday", "is worked") : NULL);

  spil_text_row_edit (row, closure, NULL);
  return row;
}

static void
fill_closures (SpilFreeDaysPage *self, const Data *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_CLOSURE), spil_id_new ());

  spil_row_group_set_add (self->closures, preset, NULL);
  spil_row_group_set_add_label (self->closures, _ ("Add a closure"));
  spil_row_group_begin (self->closures);
  for (guint i = 0; i < data->closures->len; i++)
    spil_row_group_append (self->closures, closure_row (data->closures->pdata[i]));
  spil_row_group_end (self->closures, _ ("No closures of your own yet"));
}

/* The ordinary week */

static void
fill_week (SpilFreeDaysPage *self, const Data *data)
{
  guint8 weekdays = data->work_week.weekdays != 0 ? data->work_week.weekdays : 0x1f;

  for (int i = 0; i < DAYS; i++)
    spil_chips_set_chosen (SPIL_CHIPS (self->weekdays), i, (weekdays & 1 << i) != 0);
  adw_switch_row_set_active (self->good_friday, data->work_week.good_friday);
  for (guint i = 0; i < G_N_ELEMENTS (liberation_years); i++)
    if (liberation_years[i] == data->work_week.liberation_every)
      adw_combo_row_set_selected (self->liberation, i);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilFreeDaysPage *self = SPIL_FREE_DAYS_PAGE (page);
  const Data *data = loaded;

  self->filling = TRUE;
  fill_holidays (self, data);
  fill_closures (self, data);
  fill_week (self, data);
  self->filling = FALSE;
}

/* Changing the settings */

static SpilRecord *
find_setting (const Data *data, const char *key)
{
  for (guint i = 0; i < data->settings->len; i++)
    if (g_strcmp0 (spil_record_get_text (data->settings->pdata[i], SPIL_SETTING_KEY), key) == 0)
      return data->settings->pdata[i];
  return NULL;
}

/* Settings are kept in millionths. */
static void
set_norm (SpilFreeDaysPage *self, SpilNorm norm, int value, const char *label)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));
  SpilRecord *before;
  g_autoptr (SpilRecord) after = NULL;
  SpilAction *action;

  if (data == NULL || self->filling)
    return;
  action = spil_action_new (label);
  before = find_setting (data, spil_norm_key (norm));
  after = before != NULL ? spil_record_copy (before)
                         : spil_record_new (spil_entity (SPIL_ENTITY_SETTING), spil_id_new ());
  spil_record_set_integer (after, SPIL_SETTING_VALUE, (int64_t) value * 1000000);
  if (before != NULL) {
    spil_action_set (action, before, after);
  } else {
    spil_record_set_text (after, SPIL_SETTING_KEY, spil_norm_key (norm));
    spil_action_add (action, after);
  }
  if (action->changes->len > 0)
    spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, NULL, NULL);
  else
    spil_action_free (action);
}

/* As the setting has them: their numbers one after the other, 12345 from Monday to Friday. */
static void
on_weekdays_changed_cb (SpilFreeDaysPage *self)
{
  int number = 0;

  for (int i = 0; i < DAYS; i++)
    if (spil_chips_get_chosen (SPIL_CHIPS (self->weekdays), i))
      number = number * 10 + i + 1;
  if (number > 0) {
    set_norm (self, SPIL_NORM_WORKING_WEEKDAYS, number, _ ("Working days changed"));
    return;
  }
  spil_page_toast (SPIL_PAGE (self), _ ("At least one day of the week is worked"));
  spil_page_reload (SPIL_PAGE (self));
}

static void
on_good_friday_changed_cb (SpilFreeDaysPage *self)
{
  set_norm (self, SPIL_NORM_HOLIDAY_GOOD_FRIDAY, adw_switch_row_get_active (self->good_friday),
            _ ("Good Friday changed"));
}

static void
on_liberation_changed_cb (SpilFreeDaysPage *self)
{
  guint selected = adw_combo_row_get_selected (self->liberation);

  if (selected < G_N_ELEMENTS (liberation_years))
    set_norm (self, SPIL_NORM_HOLIDAY_LIBERATION_EVERY, liberation_years[selected], _ ("5 May changed"));
}

static void
show_year (SpilFreeDaysPage *self, int year)
{
  const Data *data = spil_page_get_data (SPIL_PAGE (self));

  self->year = CLAMP (year, FIRST_YEAR, LAST_YEAR);
  if (data != NULL)
    fill_holidays (self, data);
}

static void
on_earlier_clicked_cb (SpilFreeDaysPage *self)
{
  show_year (self, self->year - 1);
}

static void
on_later_clicked_cb (SpilFreeDaysPage *self)
{
  show_year (self, self->year + 1);
}

static void
add (SpilPage *page)
{
  spil_row_group_add (SPIL_FREE_DAYS_PAGE (page)->closures);
}

static void
spil_free_days_page_dispose (GObject *object)
{
  SPIL_FREE_DAYS_PAGE (object)->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_FREE_DAYS_PAGE);
  G_OBJECT_CLASS (spil_free_days_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-free-days-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, earlier);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, later);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, year_label);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, holidays);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, closures);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, week);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, good_friday);
  gtk_widget_class_bind_template_child (widget_class, SpilFreeDaysPage, liberation);
  gtk_widget_class_bind_template_callback (widget_class, on_earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_later_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_good_friday_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_liberation_changed_cb);
}

static void
spil_free_days_page_class_init (SpilFreeDaysPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_CLOSURE, SPIL_ENTITY_SETTING, 0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_free_days_page_dispose;
  page_class->entities = entities;
  page_class->help = "planning";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) data_free;
  page_class->fill = fill;
  page_class->add = add;
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_free_days_page_init (SpilFreeDaysPage *self)
{
  self->filling = TRUE;
  spil_day_to_ymd (spil_day_today (), &self->year, NULL, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->weekdays = spil_chips_new (_ ("Days of the week that are worked"), TRUE);
  for (int i = 1; i <= DAYS; i++)
    spil_chips_add (SPIL_CHIPS (self->weekdays), spil_day_weekday_name (i));
  g_signal_connect_object (self->weekdays, "changed", G_CALLBACK (on_weekdays_changed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->week, self->weekdays);
  self->filling = FALSE;
}

SpilPage *
spil_free_days_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_FREE_DAYS_PAGE, "worker", worker, NULL);
}
