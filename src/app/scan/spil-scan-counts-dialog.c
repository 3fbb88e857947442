// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-scan-counts-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-count-grid.h"
#include "spil-discard.h"
#include "spil-form-parts.h"
#include "spil-scan-action.h"
#include "spil-scan-rule.h"
#include "spil-title-bin.h"

// People arrive from five in the morning until eleven in the evening; other hours are shown when something was counted in them.
#define FIRST_HOUR 5
#define LAST_HOUR 22

struct _SpilScanCountsDialog
{
  AdwDialog parent_instance;

  SpilWorker *worker;
  SpilId scan;
  GPtrArray *rows; /**< as they were */
  int first_hour;
  int last_hour;
  GArray *bands; /**< of SpilScanBand; their people are not used */
  gboolean dirty;
  gboolean saving;

  GtkRevealer *refusal_revealer;
  GtkLabel *refusal;
  AdwPreferencesGroup *arrivals_group;
  AdwPreferencesGroup *modes_group;
  AdwPreferencesGroup *distances_group;
  SpilCountGrid *arrivals;
  SpilCountGrid *modes;
  SpilCountGrid *distances;
};

G_DEFINE_FINAL_TYPE (SpilScanCountsDialog, spil_scan_counts_dialog, ADW_TYPE_DIALOG)

#define WEEKDAYS (spil_entity_field (spil_entity (SPIL_ENTITY_SCAN_ARRIVAL), SPIL_SCAN_ARRIVAL_WEEKDAY)->choices)
#define MODES (spil_entity_field (spil_entity (SPIL_ENTITY_SCAN_MODE), SPIL_SCAN_MODE_MODE)->choices)

static void
update_closing (SpilScanCountsDialog *self)
{
  adw_dialog_set_can_close (ADW_DIALOG (self), !self->dirty && !self->saving);
}

static void
set_refusal (SpilScanCountsDialog *self, const char *message)
{
  spil_accessible_refuse (self->refusal_revealer, self->refusal, message);
}

static void
on_changed_cb (SpilScanCountsDialog *self)
{
  set_refusal (self, NULL);
  self->dirty = TRUE;
  update_closing (self);
}

/* Making the grids */

static int64_t
get_key (SpilRecord *row, int field)
{
  return spil_record_is_null (row, field) ? -1 : spil_record_get_integer (row, field);
}

// How many were counted; -1: nothing was.
static int64_t
get_people (SpilScanCountsDialog *self, const SpilScanPart *part, int64_t key, int64_t other)
{
  int64_t people = -1;

  for (guint i = 0; i < self->rows->len; i++) {
    SpilRecord *row = self->rows->pdata[i];

    if (spil_record_get_entity (row)->number == (int) part->entity && get_key (row, part->keys[0]) == key &&
        (part->keys[1] == 0 || get_key (row, part->keys[1]) == other))
      people = MAX (people, 0) + spil_record_get_integer (row, part->people);
  }
  return people;
}

static SpilCountGrid *
add_grid (SpilScanCountsDialog *self, AdwPreferencesGroup *group, const char *const *columns)
{
  GtkWidget *grid = spil_count_grid_new (columns);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  // Seven days do not fit in the narrowest window.
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), grid);
  g_signal_connect_object (grid, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (group, scroller);
  return SPIL_COUNT_GRID (grid);
}

static void
find_hours (SpilScanCountsDialog *self)
{
  self->first_hour = FIRST_HOUR;
  self->last_hour = LAST_HOUR;
  for (guint i = 0; i < self->rows->len; i++) {
    SpilRecord *row = self->rows->pdata[i];
    int hour;

    if (spil_record_get_entity (row)->number != SPIL_ENTITY_SCAN_ARRIVAL)
      continue;
    hour = (int) CLAMP (spil_record_get_integer (row, SPIL_SCAN_ARRIVAL_HOUR), 0, SPIL_SCAN_HOURS - 1);
    self->first_hour = MIN (self->first_hour, hour);
    self->last_hour = MAX (self->last_hour, hour);
  }
}

static void
make_arrivals (SpilScanCountsDialog *self)
{
  g_autoptr (GPtrArray) columns = g_ptr_array_new ();
  int home;

  for (int i = 0; i < WEEKDAYS->n_items; i++)
    g_ptr_array_add (columns, (gpointer) spil_choice_label (&WEEKDAYS->items[i]));
  g_ptr_array_add (columns, NULL);
  self->arrivals = add_grid (self, self->arrivals_group, (const char *const *) columns->pdata);
  find_hours (self);
  for (int hour = self->first_hour; hour <= self->last_hour; hour++) {
    // Translators: a stretch of an hour, such as 8–9 o’clock.
    g_autofree char *title = g_strdup_printf (C_ ("chart", "%d–%d o’clock"), hour, hour + 1);
    int row = spil_count_grid_add_row (self->arrivals, title);

    for (int i = 0; i < WEEKDAYS->n_items; i++)
      spil_count_grid_set (self->arrivals, row, i,
                           get_people (self, &spil_scan_arrivals, WEEKDAYS->items[i].number, hour));
  }
  home = spil_count_grid_add_row (self->arrivals, _ ("At home"));
  for (int i = 0; i < WEEKDAYS->n_items; i++)
    spil_count_grid_set (self->arrivals, home, i,
                         get_people (self, &spil_scan_home, WEEKDAYS->items[i].number, 0));
}

static void
make_modes (SpilScanCountsDialog *self)
{
  self->modes = add_grid (self, self->modes_group, (const char *[]) { _ ("People"), NULL });
  for (int i = 0; i < MODES->n_items; i++) {
    int row = spil_count_grid_add_row (self->modes, spil_choice_label (&MODES->items[i]));

    spil_count_grid_set (self->modes, row, 0, get_people (self, &spil_scan_modes, MODES->items[i].number, 0));
  }
}

// Those that were counted, or else a usual division.
static void
find_bands (SpilScanCountsDialog *self)
{
  static const SpilScanBand usual[] = { { 0, 5, 0 },   { 5, 10, 0 },  { 10, 15, 0 },
                                        { 15, 30, 0 }, { 30, 50, 0 }, { 50, -1, 0 } };

  for (guint i = 0; i < self->rows->len; i++) {
    SpilRecord *row = self->rows->pdata[i];
    SpilScanBand band = { 0 };

    if (spil_record_get_entity (row)->number != SPIL_ENTITY_SCAN_DISTANCE)
      continue;
    band.from = spil_record_get_integer (row, SPIL_SCAN_DISTANCE_FROM_KM);
    band.to = spil_record_is_null (row, SPIL_SCAN_DISTANCE_TO_KM)
                  ? -1
                  : spil_record_get_integer (row, SPIL_SCAN_DISTANCE_TO_KM);
    g_array_append_val (self->bands, band);
  }
  if (self->bands->len == 0)
    g_array_append_vals (self->bands, usual, G_N_ELEMENTS (usual));
}

static void
make_distances (SpilScanCountsDialog *self)
{
  find_bands (self);
  self->distances = add_grid (self, self->distances_group, (const char *[]) { _ ("People"), NULL });
  for (guint i = 0; i < self->bands->len; i++) {
    const SpilScanBand *band = &g_array_index (self->bands, SpilScanBand, i);
    g_autofree char *title = band->to >= 0
                                 ? g_strdup_printf (_ ("%d to %d km"), (int) band->from, (int) band->to)
                                 : g_strdup_printf (_ ("%d km and more"), (int) band->from);
    int row = spil_count_grid_add_row (self->distances, title);

    spil_count_grid_set (self->distances, row, 0,
                         get_people (self, &spil_scan_distances, band->from, band->to));
  }
}

/* Saving */

static gboolean
put (SpilScanCountsDialog *self, SpilAction *action, SpilCountGrid *grid, int row, int column,
     const SpilScanPart *part, const int64_t keys[2], GError **error)
{
  int64_t people;

  if (!spil_count_grid_get (grid, row, column, &people, error))
    return FALSE;
  spil_scan_put (action, part, self->scan, self->rows, keys, people);
  return TRUE;
}

static gboolean
put_arrivals (SpilScanCountsDialog *self, SpilAction *action, GError **error)
{
  int home = self->last_hour - self->first_hour + 1;

  for (int i = 0; i < WEEKDAYS->n_items; i++) {
    int64_t day = WEEKDAYS->items[i].number;

    for (int hour = self->first_hour; hour <= self->last_hour; hour++)
      if (!put (self, action, self->arrivals, hour - self->first_hour, i, &spil_scan_arrivals,
                (const int64_t[]) { day, hour }, error))
        return FALSE;
    if (!put (self, action, self->arrivals, home, i, &spil_scan_home, (const int64_t[]) { day, 0 }, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
put_rest (SpilScanCountsDialog *self, SpilAction *action, GError **error)
{
  for (int i = 0; i < MODES->n_items; i++)
    if (!put (self, action, self->modes, i, 0, &spil_scan_modes,
              (const int64_t[]) { MODES->items[i].number, 0 }, error))
      return FALSE;
  for (guint i = 0; i < self->bands->len; i++) {
    const SpilScanBand *band = &g_array_index (self->bands, SpilScanBand, i);

    if (!put (self, action, self->distances, (int) i, 0, &spil_scan_distances,
              (const int64_t[]) { band->from, band->to }, error))
      return FALSE;
  }
  return TRUE;
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilScanCountsDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  self->saving = FALSE;
  update_closing (self);
  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else if (self->worker != NULL)
    set_refusal (self, error->message);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilScanCountsDialog *self = SPIL_SCAN_COUNTS_DIALOG (widget);
  g_autoptr (SpilAction) action = spil_action_new (_ ("Counts of the quickscan changed"));
  g_autoptr (GError) error = NULL;

  if (self->saving)
    return;
  if (!put_arrivals (self, action, &error) || !put_rest (self, action, &error)) {
    set_refusal (self, error->message);
    return;
  }
  if (action->changes->len == 0) {
    adw_dialog_force_close (ADW_DIALOG (self));
    return;
  }
  self->saving = TRUE;
  update_closing (self);
  spil_worker_commit (self->worker, g_steal_pointer (&action), on_committed_cb, g_object_ref (self));
}

static void
cancel_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_close (ADW_DIALOG (widget));
}

static void
on_close_attempt_cb (SpilScanCountsDialog *self)
{
  if (!self->saving)
    spil_discard_ask (ADW_DIALOG (self));
}

static void
spil_scan_counts_dialog_dispose (GObject *object)
{
  SpilScanCountsDialog *self = SPIL_SCAN_COUNTS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), SPIL_TYPE_SCAN_COUNTS_DIALOG);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_scan_counts_dialog_parent_class)->dispose (object);
}

static void
spil_scan_counts_dialog_finalize (GObject *object)
{
  g_array_unref (SPIL_SCAN_COUNTS_DIALOG (object)->bands);
  G_OBJECT_CLASS (spil_scan_counts_dialog_parent_class)->finalize (object);
}

static void
spil_scan_counts_dialog_class_init (SpilScanCountsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_scan_counts_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_scan_counts_dialog_finalize;
  gtk_widget_class_install_action (widget_class, "counts.save", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "counts.cancel", NULL, cancel_action);
  g_type_ensure (SPIL_TYPE_TITLE_BIN);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-scan-counts-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilScanCountsDialog, refusal_revealer);
  gtk_widget_class_bind_template_child (widget_class, SpilScanCountsDialog, refusal);
  gtk_widget_class_bind_template_child (widget_class, SpilScanCountsDialog, arrivals_group);
  gtk_widget_class_bind_template_child (widget_class, SpilScanCountsDialog, modes_group);
  gtk_widget_class_bind_template_child (widget_class, SpilScanCountsDialog, distances_group);
  gtk_widget_class_bind_template_callback (widget_class, on_close_attempt_cb);
}

static void
spil_scan_counts_dialog_init (SpilScanCountsDialog *self)
{
  self->bands = g_array_new (FALSE, FALSE, sizeof (SpilScanBand));
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
spil_scan_counts_dialog_new (SpilWorker *worker, SpilId scan, GPtrArray *rows)
{
  SpilScanCountsDialog *self = g_object_new (SPIL_TYPE_SCAN_COUNTS_DIALOG, NULL);

  self->worker = g_object_ref (worker);
  self->scan = scan;
  self->rows = g_ptr_array_ref (rows);
  make_arrivals (self);
  make_modes (self);
  make_distances (self);
  spil_form_focus_first (ADW_DIALOG (self), spil_count_grid_get_first (self->arrivals));
  return ADW_DIALOG (self);
}
