// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-conflicts-page.h"

#include <glib/gi18n-lib.h>

#include "spil-conflict-choice.h"
#include "spil-conflict-dialog.h"
#include "spil-row-group.h"
#include "spil-sync-data.h"
#include "spil-sync-rows.h"

// More than these are shown once some of them are settled.
#define MAX_ROWS 200

struct _SpilConflictsPage
{
  SpilPage parent_instance;

  GHashTable *chosen; /**< ids (char *) of the entries that are ticked */

  SpilRowGroup *list;
  GtkCheckButton *all;
  GtkRevealer *bar;
  GtkLabel *count;
};

G_DEFINE_FINAL_TYPE (SpilConflictsPage, spil_conflicts_page, SPIL_TYPE_PAGE)

static GPtrArray *
get_conflicts (SpilConflictsPage *self)
{
  const SpilSyncData *data = spil_page_get_data (SPIL_PAGE (self));

  return data != NULL ? data->conflicts : NULL;
}

/* Ticking */

static void
show_count (SpilConflictsPage *self)
{
  guint n = g_hash_table_size (self->chosen);
  GPtrArray *conflicts = get_conflicts (self);
  guint n_rows = conflicts != NULL ? MIN (conflicts->len, MAX_ROWS) : 0;
  g_autofree char *text = g_strdup_printf (
      ngettext ("%u ticked. Choose for it:", "%u ticked. Choose for all of them:", n), n);

  gtk_label_set_label (self->count, text);
  gtk_revealer_set_reveal_child (self->bar, n > 0);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < n_rows);
  // Setting it must not tick anything.
  g_signal_handlers_block_matched (self->all, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  gtk_check_button_set_active (self->all, n > 0 && n == n_rows);
  g_signal_handlers_unblock_matched (self->all, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
}

static void
on_ticked_cb (GtkCheckButton *check, SpilConflictsPage *self)
{
  const char *id = g_object_get_data (G_OBJECT (check), "spil-conflict");

  if (gtk_check_button_get_active (check))
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
  show_count (self);
}

static GtkWidget *
make_row (SpilConflictsPage *self, const SpilConflict *conflict)
{
  GtkWidget *row = spil_conflict_row_new (conflict);
  GtkWidget *check = gtk_check_button_new ();
  // Translators: %s is the title of a row.
  g_autofree char *name = g_strdup_printf (_ ("Tick: %s"), spil_conflict_get_title (conflict));

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_hash_table_contains (self->chosen, conflict->id));
  g_object_set_data_full (G_OBJECT (check), "spil-conflict", g_strdup (conflict->id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_ticked_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  return row;
}

// What has been settled meanwhile is no longer ticked.
static void
forget_settled (SpilConflictsPage *self, GPtrArray *conflicts)
{
  g_autoptr (GHashTable) still = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < conflicts->len; i++)
    g_hash_table_add (still, ((SpilConflict *) g_ptr_array_index (conflicts, i))->id);
  g_hash_table_iter_init (&iter, self->chosen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (!g_hash_table_contains (still, id))
      g_hash_table_iter_remove (&iter);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilConflictsPage *self = SPIL_CONFLICTS_PAGE (page);
  GPtrArray *conflicts = ((SpilSyncData *) loaded)->conflicts;
  g_autofree char *rest = NULL;

  forget_settled (self, conflicts);
  if (conflicts->len > MAX_ROWS)
    rest = g_strdup_printf (_ ("The newest %d of %u"), MAX_ROWS, conflicts->len);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->list), rest);
  spil_row_group_begin (self->list);
  for (guint i = 0; i < MIN (conflicts->len, MAX_ROWS); i++)
    spil_row_group_append (self->list, make_row (self, g_ptr_array_index (conflicts, i)));
  spil_row_group_end (self->list, NULL);
  show_count (self);
  if (conflicts->len == 0)
    spil_page_set_empty (page, _ ("Nothing to choose"),
                         _ ("Everything that contradicted each other has been settled."), NULL, NULL);
}

static void
on_all_toggled_cb (SpilConflictsPage *self)
{
  GPtrArray *conflicts = get_conflicts (self);
  gboolean active = gtk_check_button_get_active (self->all);

  g_hash_table_remove_all (self->chosen);
  for (guint i = 0; active && conflicts != NULL && i < MIN (conflicts->len, MAX_ROWS); i++)
    g_hash_table_add (self->chosen, g_strdup (((SpilConflict *) g_ptr_array_index (conflicts, i))->id));
  if (conflicts != NULL)
    fill (SPIL_PAGE (self), spil_page_get_data (SPIL_PAGE (self)));
}

/* Choosing */

static GPtrArray *
list_chosen (SpilConflictsPage *self)
{
  GPtrArray *conflicts = get_conflicts (self);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++) {
    SpilConflict *conflict = g_ptr_array_index (conflicts, i);

    if (g_hash_table_contains (self->chosen, conflict->id))
      g_ptr_array_add (chosen, conflict);
  }
  return chosen;
}

static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_conflict_dialog_present (spil_page_get_worker (SPIL_PAGE (widget)),
                                g_variant_get_string (parameter, NULL), widget);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilConflictsPage *self = SPIL_CONFLICTS_PAGE (widget);
  const SpilSyncData *data = spil_page_get_data (SPIL_PAGE (self));
  g_autoptr (GPtrArray) chosen = list_chosen (self);
  guint n_left;
  SpilAction *action;

  if (data == NULL || chosen->len == 0)
    return;
  action = spil_conflict_choose_all (chosen, (SpilConflictChoice) g_variant_get_int32 (parameter),
                                     &data->device, &n_left);
  if (action == NULL) {
    spil_page_toast (SPIL_PAGE (self), _ ("None of them has such a value: choose them one by one"));
    return;
  }
  if (n_left > 0) {
    // Translators: the label of an action, then how many were left alone.
    char *label = g_strdup_printf (ngettext ("%s, %u left as it was", "%s, %u left as they were", n_left),
                                   action->label, n_left);

    g_free (action->label);
    action->label = label;
  }
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (self)), action, NULL, NULL);
}

/* The page */

static void
spil_conflicts_page_constructed (GObject *object)
{
  G_OBJECT_CLASS (spil_conflicts_page_parent_class)->constructed (object);
  gtk_widget_action_set_enabled (GTK_WIDGET (object), "conflicts.choose",
                                 !spil_worker_get_read_only (spil_page_get_worker (SPIL_PAGE (object))));
}

static void
spil_conflicts_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_CONFLICTS_PAGE);
  G_OBJECT_CLASS (spil_conflicts_page_parent_class)->dispose (object);
}

static void
spil_conflicts_page_finalize (GObject *object)
{
  g_hash_table_unref (SPIL_CONFLICTS_PAGE (object)->chosen);
  G_OBJECT_CLASS (spil_conflicts_page_parent_class)->finalize (object);
}

static void
spil_conflicts_page_class_init (SpilConflictsPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = spil_conflicts_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = spil_conflicts_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_conflicts_page_finalize;
  page_class->help = "conflicts";
  // Any change may bring something to choose, or settle it.
  page_class->all_changes = TRUE;
  page_class->load = spil_sync_data_load;
  page_class->free_data = (GDestroyNotify) spil_sync_data_free;
  page_class->fill = fill;
  page_class->icon = "spil-sync-symbolic";
  gtk_widget_class_install_action (widget_class, "sync.settle", "s", settle_action);
  gtk_widget_class_install_action (widget_class, "conflicts.choose", "i", choose_action);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-conflicts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilConflictsPage, list);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictsPage, all);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictsPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SpilConflictsPage, count);
  gtk_widget_class_bind_template_callback (widget_class, on_all_toggled_cb);
}

static void
spil_conflicts_page_init (SpilConflictsPage *self)
{
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_conflicts_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_CONFLICTS_PAGE, "worker", worker, "title", _ ("To choose"), NULL);
}
