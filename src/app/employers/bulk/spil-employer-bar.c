// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-bar.h"

#include <glib/gi18n-lib.h>

#include "spil-bulk-dialog.h"
#include "spil-export-list.h"
#include "spil-filter-definition.h"
#include "spil-number.h"

struct _SpilEmployerBar
{
  AdwBin parent_instance;

  SpilWorker *worker;
  SpilIdSelection *selection;
  const SpilEmployerSelection *filter; /**< borrowed */
  const SpilEmployersData *data; /**< borrowed; NULL until it is loaded */

  gboolean selecting;

  GtkRevealer *revealer;
  GtkLabel *count;
  AdwButtonContent *change;
  AdwButtonContent *all;
};

G_DEFINE_FINAL_TYPE (SpilEmployerBar, spil_employer_bar, ADW_TYPE_BIN)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selection_changed_cb (SpilEmployerBar *self)
{
  guint count = spil_id_selection_get_count (self->selection);
  g_autofree char *number = spil_integer_format (count);
  g_autofree char *text = g_strdup_printf (ngettext ("%s selected", "%s selected", count), number);

  if ((count > 0 || self->selecting) && !g_str_equal (text, gtk_label_get_text (self->count))) {
    gtk_label_set_text (self->count, text);
    gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_LOW);
  }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "selected.change", count > 0);
  gtk_revealer_set_reveal_child (self->revealer, count > 0 || self->selecting);
}

/* A range over rows that were never read: the worker knows their ids */

typedef struct
{
  SpilEmployerBar *bar;
  SpilEmployerSelection *filter;
  guint first;
  guint n;
} Range;

static void
range_free (Range *range)
{
  g_object_unref (range->bar);
  spil_employer_selection_free (range->filter);
  g_free (range);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Range, range_free)

static gpointer
read_ids (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  const Range *range = data;
  SpilEmployerFilter filter = spil_employer_selection_to_filter (range->filter);

  return spil_employer_query_ids (store, &filter, error);
}

static void
on_ids_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Range) range = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  if (ids != NULL && range->bar->selection != NULL && range->first < ids->len)
    spil_id_selection_add (range->bar->selection, &g_array_index (ids, SpilId, range->first),
                           MIN (range->n, ids->len - range->first));
}

static void
on_wants_range_cb (SpilEmployerBar *self, guint first, guint n)
{
  Range *range = g_new0 (Range, 1);

  range->bar = g_object_ref (self);
  range->filter = spil_employer_selection_copy (self->filter);
  range->first = first;
  range->n = n;
  spil_worker_run (self->worker, read_ids, range, NULL, (GDestroyNotify) g_array_unref, NULL, on_ids_read_cb,
                   range);
}

/* What can be done */

void
spil_employer_bar_change (SpilEmployerBar *self)
{
  SpilBulkTarget *target;

  g_return_if_fail (SPIL_IS_EMPLOYER_BAR (self));

  if (self->data == NULL || self->selection == NULL || spil_id_selection_get_count (self->selection) == 0)
    return;
  target = spil_bulk_target_new (self->filter, spil_id_selection_is_all (self->selection),
                                 spil_id_selection_get_ids (self->selection),
                                 spil_id_selection_get_count (self->selection));
  adw_dialog_present (spil_bulk_dialog_new (self->worker, target, self->data), GTK_WIDGET (self));
}

void
spil_employer_bar_export (SpilEmployerBar *self, const char *columns)
{
  g_autoptr (SpilEmployerSelection) filter = NULL;
  g_autofree char *definition = NULL;
  g_autoptr (GArray) ids = NULL;
  GVariantBuilder builder;
  gboolean all;

  g_return_if_fail (SPIL_IS_EMPLOYER_BAR (self));

  if (self->selection == NULL)
    return;
  all = spil_id_selection_is_all (self->selection) || spil_id_selection_get_count (self->selection) == 0;
  ids = spil_id_selection_get_ids (self->selection);
  filter = spil_employer_selection_copy (self->filter);
  g_set_str (&filter->columns, columns);
  definition = spil_filter_definition_write (filter);
  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (guint i = 0; i < ids->len; i++)
    g_variant_builder_add_value (
        &builder, g_variant_new_take_string (spil_id_dup_text (g_array_index (ids, SpilId, i))));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.export-list", SPIL_EXPORT_LIST_TYPE,
                              SPIL_EMPLOYERS_FILTER_PAGE, definition, all, &builder);
}

static void
change_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_employer_bar_change (SPIL_EMPLOYER_BAR (widget));
}

static void
all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_id_selection_select_all (SPIL_EMPLOYER_BAR (widget)->selection);
}

static void
none_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_id_selection_clear (SPIL_EMPLOYER_BAR (widget)->selection);
  g_signal_emit (widget, signals[DONE], 0);
}

/* The widget */

static AdwButtonContent *
add_button (GtkWidget *bar, const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = adw_button_content_new ();

  adw_button_content_set_icon_name (ADW_BUTTON_CONTENT (content), icon);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (content), label);
  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_action_bar_pack_end (GTK_ACTION_BAR (bar), button);
  return ADW_BUTTON_CONTENT (content);
}

static void
spil_employer_bar_dispose (GObject *object)
{
  SpilEmployerBar *self = SPIL_EMPLOYER_BAR (object);

  g_clear_object (&self->worker);
  g_clear_object (&self->selection);
  G_OBJECT_CLASS (spil_employer_bar_parent_class)->dispose (object);
}

static void
spil_employer_bar_class_init (SpilEmployerBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_bar_dispose;
  signals[DONE] = g_signal_new ("done", SPIL_TYPE_EMPLOYER_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  gtk_widget_class_install_action (widget_class, "selected.change", NULL, change_action);
  gtk_widget_class_install_action (widget_class, "selected.all", NULL, all_action);
  gtk_widget_class_install_action (widget_class, "selected.none", NULL, none_action);
}

static void
spil_employer_bar_init (SpilEmployerBar *self)
{
  GtkWidget *bar = gtk_action_bar_new ();
  GtkWidget *close = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->revealer = GTK_REVEALER (gtk_revealer_new ());
  self->count = GTK_LABEL (gtk_label_new (""));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_tooltip_text (close, _ ("Select nothing"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (close), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Select nothing"),
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (close), "selected.none");
  gtk_widget_add_css_class (close, "flat");
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), close);
  gtk_action_bar_pack_start (GTK_ACTION_BAR (bar), GTK_WIDGET (self->count));
  self->change = add_button (bar, "document-edit-symbolic", _ ("Change…"), "selected.change");
  self->all = add_button (bar, "edit-select-all-symbolic", _ ("Select all"), "selected.all");
  gtk_revealer_set_transition_type (self->revealer, GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP);
  gtk_revealer_set_child (self->revealer, bar);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->revealer));
}

void
spil_employer_bar_set_up (SpilEmployerBar *self, SpilWorker *worker, SpilIdSelection *selection,
                          const SpilEmployerSelection *filter)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BAR (self));

  g_set_object (&self->worker, worker);
  g_set_object (&self->selection, selection);
  self->filter = filter;
  g_signal_connect_object (selection, "selection-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "items-changed", G_CALLBACK (on_selection_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "wants-range", G_CALLBACK (on_wants_range_cb), self, G_CONNECT_SWAPPED);
}

void
spil_employer_bar_set_data (SpilEmployerBar *self, const SpilEmployersData *data)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BAR (self));
  self->data = data;
}

void
spil_employer_bar_set_narrow (SpilEmployerBar *self, gboolean narrow)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BAR (self));

  adw_button_content_set_label (self->change, narrow ? "" : _ ("Change…"));
  adw_button_content_set_label (self->all, narrow ? "" : _ ("Select all"));
}

void
spil_employer_bar_set_selecting (SpilEmployerBar *self, gboolean selecting)
{
  g_return_if_fail (SPIL_IS_EMPLOYER_BAR (self));

  self->selecting = selecting;
  if (self->selection != NULL)
    on_selection_changed_cb (self);
}
