// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-entry-list.h"

#include "spil-entry-row.h"
#include "spil-order.h"
#include "spil-page.h"
#include "spil-record-words.h"

struct _SpilEntryList
{
  AdwPreferencesGroup parent_instance;

  const int *fields;
  int order; /**< field; 0: none */
  SpilRecord *preset;
  GPtrArray *rows; /**< of SpilEntryRow, as they stand; references */

  GtkListBox *list;
  GtkWidget *add_row;
  GtkWidget *add_entry;
};

G_DEFINE_FINAL_TYPE (SpilEntryList, spil_entry_list, ADW_TYPE_PREFERENCES_GROUP)

// What was refused does not stay on screen.
static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilPage) page = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_commit_finish (SPIL_WORKER (source), result, &error))
    return;
  g_signal_emit_by_name (source, "failed", error);
  spil_page_reload (page);
}

static void
commit (SpilEntryList *self, SpilAction *action)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  if (page != NULL && action->changes->len > 0)
    spil_worker_commit (spil_page_get_worker (SPIL_PAGE (page)), action, on_committed_cb,
                        g_object_ref (page));
  else
    spil_action_free (action);
}

static SpilRecord *
record_at (SpilEntryList *self, guint index)
{
  return index < self->rows->len ? spil_entry_row_get_record (self->rows->pdata[index]) : NULL;
}

/* What people do */

static void
on_edited_cb (SpilEntryList *self, SpilRecord *after, SpilEntryRow *row)
{
  g_autofree char *label = spil_entity_dup_changed (spil_record_get_entity (after));
  SpilAction *action = spil_action_new (label);

  spil_action_set (action, spil_entry_row_get_record (row), after);
  commit (self, action);
}

static void
on_removed_cb (SpilEntryList *self, SpilEntryRow *row)
{
  SpilRecord *record = spil_entry_row_get_record (row);
  g_autofree char *label = spil_entity_dup_deleted (spil_record_get_entity (record));
  SpilAction *action = spil_action_new (label);

  spil_action_delete (action, spil_record_get_entity (record), spil_record_get_id (record));
  gtk_widget_grab_focus (self->add_entry);
  commit (self, action);
}

static const char *
key_of (SpilEntryList *self, SpilRecord *record)
{
  return record != NULL ? spil_record_get_text (record, self->order) : NULL;
}

static void
set_key (SpilEntryList *self, SpilAction *action, SpilRecord *record, const char *key)
{
  g_autoptr (SpilRecord) after = spil_record_copy (record);

  spil_record_set_text (after, self->order, key);
  spil_action_set (action, record, after);
}

// Every row gets a new key, in the order of @records.
static void
number_all (SpilEntryList *self, SpilAction *action, GPtrArray *records)
{
  g_autofree char *last = NULL;

  for (guint i = 0; i < records->len; i++) {
    char *key = spil_order_between (last, NULL);

    set_key (self, action, records->pdata[i], key);
    g_free (last);
    last = key;
  }
}

static void
on_moved_cb (SpilEntryList *self, int by, SpilEntryRow *row)
{
  g_autofree char *label = NULL;
  g_autofree char *key = NULL;
  SpilAction *action;
  SpilRecord *before, *after;
  guint from;
  int to;

  if (self->order == 0 || !g_ptr_array_find (self->rows, row, &from))
    return;
  to = (int) from + by;
  if (to < 0 || to >= (int) self->rows->len)
    return;
  label = spil_entity_dup_changed (spil_record_get_entity (record_at (self, from)));
  action = spil_action_new (label);
  before = by < 0 ? (to > 0 ? record_at (self, (guint) to - 1) : NULL) : record_at (self, (guint) to);
  after = by < 0 ? record_at (self, (guint) to) : record_at (self, (guint) to + 1);
  key = (before == NULL || key_of (self, before) != NULL) && (after == NULL || key_of (self, after) != NULL)
            ? spil_order_between (key_of (self, before), key_of (self, after))
            : NULL;
  if (key != NULL)
    set_key (self, action, record_at (self, from), key);
  else {
    g_autoptr (GPtrArray) records = g_ptr_array_new ();

    for (guint i = 0; i < self->rows->len; i++)
      g_ptr_array_add (records, record_at (self, i));
    g_ptr_array_insert (records, to, g_ptr_array_steal_index (records, from));
    number_all (self, action, records);
  }
  commit (self, action);
}

static void
on_add_cb (SpilEntryList *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->add_entry));
  g_autofree char *typed = g_strstrip (g_strdup (text));
  g_autoptr (SpilRecord) record = NULL;
  g_autofree char *label = NULL;
  SpilAction *action;

  if (self->preset == NULL || typed[0] == '\0')
    return;
  record = spil_record_new (spil_record_get_entity (self->preset), spil_id_new ());
  for (int i = 1; i < spil_record_get_entity (record)->n_fields; i++)
    if (spil_record_get_entity (record)->fields[i].number != 0)
      spil_record_set (record, i, spil_record_get (self->preset, i));
  spil_record_set_text (record, self->fields[0], typed);
  if (self->order != 0) {
    g_autofree char *key = spil_order_between (
        self->rows->len > 0 ? key_of (self, record_at (self, self->rows->len - 1)) : NULL, NULL);

    spil_record_set_text (record, self->order, key);
  }
  label = spil_entity_dup_added (spil_record_get_entity (record));
  action = spil_action_new (label);
  spil_action_add (action, record);
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
  commit (self, action);
}

/* Showing */

static GtkWidget *
find_row (SpilEntryList *self, SpilId id)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (spil_id_equal (spil_record_get_id (record_at (self, i)), id))
      return self->rows->pdata[i];
  return NULL;
}

static GtkWidget *
take_row (SpilEntryList *self, SpilRecord *record)
{
  GtkWidget *row = find_row (self, spil_record_get_id (record));

  if (row != NULL) {
    spil_entry_row_set_record (SPIL_ENTRY_ROW (row), record);
    return g_object_ref (row);
  }
  row = g_object_ref_sink (spil_entry_row_new (record, self->fields, self->order != 0));
  g_signal_connect_object (row, "edited", G_CALLBACK (on_edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (on_removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "moved", G_CALLBACK (on_moved_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static gboolean
are_same (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

// Rows that stay keep the keyboard, also where they come to stand elsewhere.
static void
put_rows (SpilEntryList *self, GPtrArray *rows)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean had = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));

  for (guint i = 0; i < self->rows->len; i++)
    gtk_list_box_remove (self->list, self->rows->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    gtk_list_box_insert (self->list, rows->pdata[i], (int) i);
  if (had && gtk_widget_get_root (focus) != NULL)
    gtk_widget_grab_focus (focus);
}

void
spil_entry_list_set_records (SpilEntryList *self, GPtrArray *records)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (SPIL_IS_ENTRY_LIST (self));

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (rows, take_row (self, records->pdata[i]));
  if (!are_same (rows, self->rows))
    put_rows (self, rows);
  g_ptr_array_unref (self->rows);
  self->rows = g_steal_pointer (&rows);
}

void
spil_entry_list_set_preset (SpilEntryList *self, SpilRecord *preset)
{
  g_return_if_fail (SPIL_IS_ENTRY_LIST (self));
  g_set_object (&self->preset, preset);
}

/* The widget */

static void
spil_entry_list_finalize (GObject *object)
{
  SpilEntryList *self = SPIL_ENTRY_LIST (object);

  g_clear_object (&self->preset);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (spil_entry_list_parent_class)->finalize (object);
}

static void
spil_entry_list_class_init (SpilEntryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_entry_list_finalize;
}

static GtkWidget *
make_add_row (SpilEntryList *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->add_entry = gtk_entry_new ();
  gtk_entry_set_icon_from_icon_name (GTK_ENTRY (self->add_entry), GTK_ENTRY_ICON_PRIMARY,
                                     "list-add-symbolic");
  gtk_widget_set_hexpand (self->add_entry, TRUE);
  g_signal_connect_object (self->add_entry, "activate", G_CALLBACK (on_add_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (box, "entry-row");
  gtk_box_append (GTK_BOX (box), self->add_entry);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  return row;
}

static void
spil_entry_list_init (SpilEntryList *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  self->add_row = make_add_row (self);
  gtk_list_box_append (self->list, self->add_row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->list));
}

void
spil_entry_list_set_up (SpilEntryList *self, const int *fields, int order, const char *add)
{
  const char *title = adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (self));

  g_return_if_fail (SPIL_IS_ENTRY_LIST (self));

  self->fields = fields;
  self->order = order;
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->add_entry), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}
