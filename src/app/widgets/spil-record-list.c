// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-record-list.h"

#include <glib/gi18n-lib.h>

#include "spil-page.h"
#include "spil-record-dialog.h"
#include "spil-record-words.h"

struct _SpilRecordList
{
  AdwPreferencesGroup parent_instance;

  const SpilEntity *entity;
  SpilRecord *preset;
  GPtrArray *rows; /**< what is in the group; borrowed */
  GtkWidget *add_button;
  char *empty_text;
  gboolean can_add;
  SpilRecordTextFunc title;
  SpilRecordTextFunc subtitle;
  SpilRecordTextFunc end;
  gpointer texts_data;
  SpilId latest; /**< the row that was activated last: where the focus goes back to */
};

G_DEFINE_FINAL_TYPE (SpilRecordList, spil_record_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_ENTITY,
  PROP_CAN_ADD,
  N_PROPS
};

enum
{
  RECORD_ACTIVATED,
  ADD,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static SpilWorker *
find_worker (SpilRecordList *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

static void
update_add_button (SpilRecordList *self)
{
  g_autofree char *tooltip = NULL;
  SpilWorker *worker = find_worker (self);
  gboolean read_only = worker != NULL && spil_worker_get_read_only (worker);

  gtk_widget_set_visible (self->add_button, self->can_add && self->entity != NULL && !read_only);
  if (self->entity == NULL)
    return;
  // Translators: %s is what is added, such as "Risk".
  tooltip = g_strdup_printf (_ ("Add: %s"), spil_entity_label (self->entity));
  gtk_widget_set_tooltip_text (self->add_button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
}

static GtkWidget *
find_row (SpilRecordList *self, SpilId id)
{
  for (guint i = 0; i < self->rows->len; i++) {
    SpilRecord *record = g_object_get_data (g_ptr_array_index (self->rows, i), "spil-record");

    if (record != NULL && spil_id_equal (spil_record_get_id (record), id))
      return g_ptr_array_index (self->rows, i);
  }
  return NULL;
}

// The row that has the focus, as far as it can be found again when the rows are made anew.
static gboolean
get_focused (SpilRecordList *self, SpilId *id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *row = focus != NULL ? gtk_widget_get_ancestor (focus, ADW_TYPE_ACTION_ROW) : NULL;
  SpilRecord *record = row != NULL ? g_object_get_data (G_OBJECT (row), "spil-record") : NULL;

  if (record == NULL || !gtk_widget_is_ancestor (row, GTK_WIDGET (self)))
    return FALSE;
  *id = spil_record_get_id (record);
  return TRUE;
}

static void
on_dialog_closed_cb (SpilRecordList *self)
{
  GtkWidget *row = find_row (self, self->latest);

  gtk_widget_grab_focus (row != NULL ? row : self->add_button);
}

static void
present (SpilRecordList *self, SpilRecordDialog *dialog, SpilId id)
{
  self->latest = id;
  g_signal_connect_object (dialog, "closed", G_CALLBACK (on_dialog_closed_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
on_row_activated_cb (SpilRecordList *self, GtkWidget *row)
{
  SpilRecord *record = g_object_get_data (G_OBJECT (row), "spil-record");
  SpilWorker *worker = find_worker (self);
  gboolean done = FALSE;

  g_signal_emit (self, signals[RECORD_ACTIVATED], 0, record, &done);
  if (!done && worker != NULL)
    present (self, spil_record_dialog_new_edit (worker, record), spil_record_get_id (record));
}

static char *
text_of (SpilRecordList *self, SpilRecordTextFunc func, char *(*usual) (SpilRecord *), SpilRecord *record)
{
  if (func != NULL)
    return func (record, self->texts_data);
  return usual != NULL ? usual (record) : NULL;
}

static void
add_end (GtkWidget *row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static GtkWidget *
make_row (SpilRecordList *self, SpilRecord *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = text_of (self, self->title, spil_record_dup_one_line, record);
  g_autofree char *subtitle = text_of (self, self->subtitle, spil_record_dup_subtitle, record);
  g_autofree char *end = text_of (self, self->end, NULL, record);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title != NULL ? title : "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle != NULL ? subtitle : "");
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  if (end != NULL && end[0] != '\0')
    add_end (row, end);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "spil-record", g_object_ref (record), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_row_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static GtkWidget *
make_empty_row (SpilRecordList *self)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 self->empty_text != NULL ? self->empty_text : _ ("Nothing yet"));
  gtk_widget_add_css_class (row, "dimmed");
  return row;
}

static void
add_row (SpilRecordList *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
spil_record_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  SpilRecordList *self = SPIL_RECORD_LIST (object);

  switch (prop_id) {
  case PROP_ENTITY:
    g_value_set_string (value, self->entity != NULL ? self->entity->name : NULL);
    break;
  case PROP_CAN_ADD:
    g_value_set_boolean (value, self->can_add);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
}

static void
spil_record_list_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  SpilRecordList *self = SPIL_RECORD_LIST (object);

  switch (prop_id) {
  case PROP_ENTITY:
    self->entity = spil_entity_by_name (g_value_get_string (value));
    g_return_if_fail (self->entity != NULL);
    break;
  case PROP_CAN_ADD:
    self->can_add = g_value_get_boolean (value);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  }
  update_add_button (self);
}

static void
spil_record_list_dispose (GObject *object)
{
  g_clear_object (&SPIL_RECORD_LIST (object)->preset);
  G_OBJECT_CLASS (spil_record_list_parent_class)->dispose (object);
}

static void
spil_record_list_finalize (GObject *object)
{
  SpilRecordList *self = SPIL_RECORD_LIST (object);

  g_ptr_array_unref (self->rows);
  g_free (self->empty_text);
  G_OBJECT_CLASS (spil_record_list_parent_class)->finalize (object);
}

static void
spil_record_list_class_init (SpilRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = spil_record_list_get_property;
  object_class->set_property = spil_record_list_set_property;
  object_class->dispose = spil_record_list_dispose;
  object_class->finalize = spil_record_list_finalize;
  properties[PROP_ENTITY] = g_param_spec_string ("entity", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_CAN_ADD] = g_param_spec_boolean ("can-add", NULL, NULL, TRUE,
                                                   G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", SPIL_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                                            g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1,
                                            SPIL_TYPE_RECORD);
  signals[ADD] = g_signal_new ("add", SPIL_TYPE_RECORD_LIST, G_SIGNAL_RUN_LAST, 0,
                               g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
}

static void
spil_record_list_init (SpilRecordList *self)
{
  self->can_add = TRUE;
  self->rows = g_ptr_array_new ();
  self->add_button = gtk_button_new_from_icon_name ("list-add-symbolic");
  gtk_widget_add_css_class (self->add_button, "flat");
  gtk_widget_set_valign (self->add_button, GTK_ALIGN_START);
  g_signal_connect_object (self->add_button, "clicked", G_CALLBACK (spil_record_list_add), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->add_button);
  update_add_button (self);
}

void
spil_record_list_set_records (SpilRecordList *self, GPtrArray *records)
{
  SpilId focused;
  gboolean had_focus;

  g_return_if_fail (SPIL_IS_RECORD_LIST (self));

  update_add_button (self);
  had_focus = get_focused (self, &focused);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; records != NULL && i < records->len; i++)
    add_row (self, make_row (self, g_ptr_array_index (records, i)));
  if (self->rows->len == 0)
    add_row (self, make_empty_row (self));
  if (had_focus)
    gtk_widget_grab_focus (find_row (self, focused) != NULL ? find_row (self, focused) : self->add_button);
}

void
spil_record_list_set_preset (SpilRecordList *self, SpilRecord *preset)
{
  g_return_if_fail (SPIL_IS_RECORD_LIST (self));
  g_set_object (&self->preset, preset);
}

void
spil_record_list_set_texts (SpilRecordList *self, SpilRecordTextFunc title, SpilRecordTextFunc subtitle,
                            SpilRecordTextFunc end, gpointer user_data)
{
  g_return_if_fail (SPIL_IS_RECORD_LIST (self));

  self->title = title;
  self->subtitle = subtitle;
  self->end = end;
  self->texts_data = user_data;
}

void
spil_record_list_set_empty_text (SpilRecordList *self, const char *text)
{
  g_return_if_fail (SPIL_IS_RECORD_LIST (self));
  g_set_str (&self->empty_text, text);
}

void
spil_record_list_add (SpilRecordList *self)
{
  SpilWorker *worker;
  gboolean done = FALSE;

  g_return_if_fail (SPIL_IS_RECORD_LIST (self));

  worker = find_worker (self);
  g_signal_emit (self, signals[ADD], 0, &done);
  if (!done && worker != NULL)
    present (self, spil_record_dialog_new_add (worker, self->entity, self->preset), SPIL_ID_NIL);
}
