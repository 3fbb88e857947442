// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-plan-print-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-failure.h"
#include "spil-help-topic.h"
#include "spil-period.h"
#include "spil-plan-paper.h"
#include "spil-programme-query.h"
#include "spil-sheet-preview.h"

struct _SpilPlanPrintDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  GCancellable *cancellable;
  SpilPlanPrintWish wish;
  SpilPlanAsked asked;
  char *filter_text; /* what the filter asks, in words; "" when it asks nothing */
  SpilPlan *plan; /* NULL: being read */
  SpilProgrammeRow *programme;
  SpilChart *sheet;
  GArray *periods; /* of SpilPeriod, in the order of the row; unknown days: everything */
  int page;

  AdwBanner *advice;
  GtkStack *stack;
  SpilSheetPreview *preview;
  GtkWidget *pages;
  GtkWidget *previous;
  GtkWidget *next;
  GtkLabel *page_label;
  AdwComboRow *paper;
  AdwComboRow *position;
  AdwSwitchRow *tiles;
  AdwComboRow *period;
  AdwSwitchRow *filtered;
  AdwSwitchRow *main_only;
  AdwSwitchRow *grey;
  AdwComboRow *dots;
  GtkWidget *pdf;
  GtkWidget *print;
};

G_DEFINE_FINAL_TYPE (SpilPlanPrintDialog, spil_plan_print_dialog, ADW_TYPE_DIALOG)

/* Reading */

/* What is read of the database. */
typedef struct
{
  SpilPlan *plan;
  SpilProgrammeRow *programme;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->plan, spil_plan_free);
  g_clear_pointer (&reading->programme, spil_programme_row_free);
  g_free (reading);
}

static gpointer
read_plan (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->programme = spil_programme_query (store, error);
  if (reading->programme != NULL)
    reading->plan = spil_plan_query (store, *(SpilId *) data, spil_day_today (), error);
  if (reading->plan != NULL)
    return reading;
  reading_free (reading);
  return NULL;
}

/* What is asked */

static SpilPlanPrint
get_print (SpilPlanPrintDialog *self)
{
  guint period = adw_combo_row_get_selected (self->period);
  SpilPlanPrint print = SPIL_PLAN_PRINT_INIT;

  print.paper = adw_combo_row_get_selected (self->paper) == 1 ? SPIL_PAPER_A3 : SPIL_PAPER_A4;
  print.landscape = adw_combo_row_get_selected (self->position) == 0;
  print.tiles = adw_switch_row_get_active (self->tiles);
  print.grey = adw_switch_row_get_active (self->grey);
  print.filter = adw_switch_row_get_active (self->filtered) ? &self->asked.filter : NULL;
  print.group = self->asked.group;
  print.critical = self->asked.critical;
  print.slack = self->asked.slack;
  print.main_only = adw_switch_row_get_active (self->main_only);
  if (period < self->periods->len) {
    print.first = g_array_index (self->periods, SpilPeriod, period).first;
    print.last = g_array_index (self->periods, SpilPeriod, period).last;
  }
  return print;
}

static void
add_period (SpilPlanPrintDialog *self, GtkStringList *names, const char *name, SpilDay first, SpilDay last)
{
  SpilPeriod period = { .first = first, .last = last };

  gtk_string_list_append (names, name);
  g_array_append_val (self->periods, period);
}

static void
add_quarter (SpilPlanPrintDialog *self, GtkStringList *names, int steps)
{
  SpilPeriod quarter = spil_period_step (spil_period_of (SPIL_PERIOD_QUARTER, spil_day_today ()), steps);
  g_autofree char *name = spil_period_format (quarter);

  add_period (self, names, name, quarter.first, quarter.last);
}

static void
set_periods (SpilPlanPrintDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  SpilPeriod year = spil_period_of (SPIL_PERIOD_YEAR, spil_day_today ());
  g_autofree char *name = spil_period_format (year);

  add_period (self, names, _ ("Everything"), SPIL_DAY_NONE, SPIL_DAY_NONE);
  if (spil_day_is_known (self->wish.first))
    add_period (self, names, _ ("What is seen now"), self->wish.first, self->wish.last);
  for (int i = 0; i < 3; i++)
    add_quarter (self, names, i);
  add_period (self, names, name, year.first, year.last);
  adw_combo_row_set_model (self->period, G_LIST_MODEL (names));
}

/* Showing */

/* Also called on the thread that writes: the plan, the words and the filter stay as they are once they were read. */
static SpilChart *
make_sheet (const SpilPlanPrint *print, gpointer data)
{
  SpilPlanPrintDialog *self = data;
  const SpilPlanPrintWords words = { .programme = self->programme->name,
                                     .filter = print->filter != NULL ? self->filter_text : NULL,
                                     .demo = self->programme->demo };

  return spil_plan_print_new (self->plan, print, &words, spil_day_today ());
}

static int
count_pages (SpilPlanPrintDialog *self)
{
  const SpilPlanSheetFit *fit = spil_plan_sheet_get_fit (self->sheet);

  return fit->across * fit->down;
}

static void
show_page (SpilPlanPrintDialog *self)
{
  SpilPlanPrint print = get_print (self);
  int n = count_pages (self);
  g_autofree char *text = NULL;
  double width, height;

  self->page = CLAMP (self->page, 0, n - 1);
  /* Translators: at the foot of a page: its number, then how many there are. */
  text = g_strdup_printf (_ ("page %d of %d"), self->page + 1, n);
  spil_paper_size (print.paper, print.landscape, &width, &height);
  spil_sheet_preview_set_page (self->preview, self->sheet, self->page, width, height);
  gtk_label_set_label (self->page_label, text);
  gtk_widget_set_visible (self->pages, n > 1);
  gtk_widget_set_sensitive (self->previous, self->page > 0);
  gtk_widget_set_sensitive (self->next, self->page + 1 < n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->preview), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_sheet (SpilPlanPrintDialog *self)
{
  SpilPlanPrint print;
  const SpilPlanSheetFit *fit;

  if (self->plan == NULL)
    return;
  print = get_print (self);
  g_clear_pointer (&self->sheet, spil_chart_unref);
  self->sheet = make_sheet (&print, self);
  fit = spil_plan_sheet_get_fit (self->sheet);
  if (fit->advice != NULL)
    adw_banner_set_title (self->advice, fit->advice);
  adw_banner_set_revealed (self->advice, fit->advice != NULL);
  show_page (self);
}

/* What the page filters on is what is printed, unless somebody wants all. */
static void
show_filter (SpilPlanPrintDialog *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_null_terminated (SPIL_PLAN_N_CONDITIONS, g_free, TRUE);

  for (int i = 0; i < SPIL_PLAN_N_CONDITIONS; i++) {
    char *text = spil_plan_filter_dup_text (&self->asked.filter, self->plan, (SpilPlanCondition) i);

    if (text != NULL)
      g_ptr_array_add (words, text);
  }
  self->filter_text = g_strjoinv (", ", (char **) words->pdata);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->filtered), self->filter_text);
  gtk_widget_set_visible (GTK_WIDGET (self->filtered), words->len > 0);
  adw_switch_row_set_active (self->filtered, words->len > 0);
}

static void
on_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPlanPrintDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  Reading *reading = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (self->stack == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_clear_pointer (&reading, reading_free);
    return;
  }
  if (reading == NULL) {
    spil_failure_present (GTK_WIDGET (self), error);
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  self->plan = g_steal_pointer (&reading->plan);
  self->programme = g_steal_pointer (&reading->programme);
  reading_free (reading);
  show_filter (self);
  gtk_stack_set_visible_child_name (self->stack, "sheet");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", TRUE);
  show_sheet (self);
}

/* What people do */

static void
on_changed_cb (SpilPlanPrintDialog *self)
{
  /* While the template is being built there is nothing to show yet. */
  if (self->plan != NULL)
    show_sheet (self);
}

static void
on_divide_clicked_cb (SpilPlanPrintDialog *self)
{
  adw_switch_row_set_active (self->tiles, TRUE);
}

static void
on_previous_clicked_cb (SpilPlanPrintDialog *self)
{
  self->page--;
  show_page (self);
}

static void
on_next_clicked_cb (SpilPlanPrintDialog *self)
{
  self->page++;
  show_page (self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const double dots[] = { 100, 200, 300 };
  static const char *const endings[] = { ".pdf", ".svg", ".png" };
  SpilPlanPrintDialog *self = SPIL_PLAN_PRINT_DIALOG (widget);
  SpilPlanPrint print = get_print (self);
  g_autofree char *day = spil_day_to_iso (spil_day_today ());
  /* Translators: the name of a file; %s is a day, "2018-10-01". */
  g_autofree char *file = g_strdup_printf (_ ("Planning %s"), day);
  guint sharp = MIN (adw_combo_row_get_selected (self->dots), G_N_ELEMENTS (dots) - 1);

  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_equal (endings[i], g_variant_get_string (parameter, NULL)))
      spil_plan_paper_save (ADW_DIALOG (self), &print, file, endings[i], dots[sharp], make_sheet, self);
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPlanPrintDialog *self = SPIL_PLAN_PRINT_DIALOG (widget);
  SpilPlanPrint print = get_print (self);

  spil_plan_paper_print (ADW_DIALOG (self), &print, make_sheet, self);
}

static void
spil_plan_print_dialog_dispose (GObject *object)
{
  SpilPlanPrintDialog *self = SPIL_PLAN_PRINT_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_PLAN_PRINT_DIALOG);
  g_clear_object (&self->worker);
  G_OBJECT_CLASS (spil_plan_print_dialog_parent_class)->dispose (object);
}

static void
spil_plan_print_dialog_finalize (GObject *object)
{
  SpilPlanPrintDialog *self = SPIL_PLAN_PRINT_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_pointer (&self->sheet, spil_chart_unref);
  g_clear_pointer (&self->plan, spil_plan_free);
  g_clear_pointer (&self->programme, spil_programme_row_free);
  g_array_unref (self->periods);
  g_free (self->filter_text);
  spil_plan_asked_clear (&self->asked);
  G_OBJECT_CLASS (spil_plan_print_dialog_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_SHEET_PREVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-plan-print-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, advice);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, preview);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, previous);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, next);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, page_label);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, paper);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, position);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, tiles);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, period);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, filtered);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, main_only);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, grey);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, dots);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, pdf);
  gtk_widget_class_bind_template_child (widget_class, SpilPlanPrintDialog, print);
  gtk_widget_class_bind_template_callback (widget_class, on_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_divide_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
}

static void
spil_plan_print_dialog_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (spil_plan_print_dialog_parent_class)->map (widget);
  spil_accessible_name_containers (widget, adw_dialog_get_title (ADW_DIALOG (widget)));
}

static void
spil_plan_print_dialog_class_init (SpilPlanPrintDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  GTK_WIDGET_CLASS (klass)->map = spil_plan_print_dialog_map;
  G_OBJECT_CLASS (klass)->dispose = spil_plan_print_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_plan_print_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "sheet.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "sheet.print", NULL, print_action);
  bind_template (widget_class);
}

static void
spil_plan_print_dialog_init (SpilPlanPrintDialog *self)
{
  self->cancellable = g_cancellable_new ();
  self->periods = g_array_new (FALSE, FALSE, sizeof (SpilPeriod));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.save", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sheet.print", FALSE);
  adw_combo_row_set_selected (self->dots, 1);
  spil_help_set_topic (GTK_WIDGET (self), "printing");
}

SpilPlanPrintDialog *
spil_plan_print_dialog_new (SpilWorker *worker, const SpilPlanPrintWish *wish)
{
  SpilPlanPrintDialog *self = g_object_new (SPIL_TYPE_PLAN_PRINT_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  self->wish = *wish;
  spil_plan_asked_copy (&self->asked, wish->asked);
  self->wish.asked = &self->asked;
  if (wish->save)
    adw_dialog_set_title (ADW_DIALOG (self), _ ("Export the planning"));
  gtk_widget_add_css_class (wish->save ? self->pdf : self->print, "suggested-action");
  adw_dialog_set_default_widget (ADW_DIALOG (self), wish->save ? self->pdf : self->print);
  set_periods (self);
  spil_worker_run (worker, read_plan, g_memdup2 (&self->asked.baseline, sizeof (SpilId)), g_free,
                   reading_free, self->cancellable, on_read_cb, g_object_ref (self));
  return self;
}
