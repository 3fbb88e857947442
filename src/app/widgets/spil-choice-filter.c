// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-choice-filter.h"

struct _SpilChoiceFilter
{
  AdwBin parent_instance;

  GtkDropDown *drop_down;
  char *all;
  GPtrArray *keys; /**< of char *, as the choices after the first */
  GPtrArray *labels; /**< of char *, alike */
  GPtrArray *old_keys; /**< while the choices are made anew */
  GPtrArray *old_labels;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (SpilChoiceFilter, spil_choice_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_selected_cb (SpilChoiceFilter *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
spil_choice_filter_finalize (GObject *object)
{
  SpilChoiceFilter *self = SPIL_CHOICE_FILTER (object);

  g_free (self->all);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->labels);
  g_clear_pointer (&self->old_keys, g_ptr_array_unref);
  g_clear_pointer (&self->old_labels, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_choice_filter_parent_class)->finalize (object);
}

static void
spil_choice_filter_class_init (SpilChoiceFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_choice_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_CHOICE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
spil_choice_filter_init (SpilChoiceFilter *self)
{
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->drop_down = GTK_DROP_DOWN (
      gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string")));
  gtk_drop_down_set_search_match_mode (self->drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  g_signal_connect_object (self->drop_down, "notify::selected", G_CALLBACK (on_selected_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->drop_down));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
spil_choice_filter_new (const char *name, const char *all)
{
  SpilChoiceFilter *self = g_object_new (SPIL_TYPE_CHOICE_FILTER, NULL);

  self->all = g_strdup (all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

void
spil_choice_filter_begin (SpilChoiceFilter *self)
{
  g_return_if_fail (SPIL_IS_CHOICE_FILTER (self) && self->old_keys == NULL);

  self->old_keys = g_steal_pointer (&self->keys);
  self->old_labels = g_steal_pointer (&self->labels);
  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->labels = g_ptr_array_new_with_free_func (g_free);
}

void
spil_choice_filter_add (SpilChoiceFilter *self, const char *label, const char *key)
{
  g_return_if_fail (SPIL_IS_CHOICE_FILTER (self));

  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->labels, g_strdup (label));
}

void
spil_choice_filter_add_row (SpilChoiceFilter *self, const char *label, SpilId id)
{
  char key[SPIL_ID_TEXT_LENGTH + 1];

  spil_id_to_text (id, key);
  spil_choice_filter_add (self, label, key);
}

static gboolean
is_choice (SpilChoiceFilter *self, guint at, guint old)
{
  return g_str_equal (self->labels->pdata[at], self->old_labels->pdata[old]) &&
         g_str_equal (self->keys->pdata[at], self->old_keys->pdata[old]);
}

static gboolean
is_same (SpilChoiceFilter *self)
{
  if (self->labels->len != self->old_labels->len)
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    if (!is_choice (self, i, i))
      return FALSE;
  return TRUE;
}

// Where the choice that was made stands now; 0: gone, so that nothing is narrowed.
static guint
find_chosen (SpilChoiceFilter *self, guint before)
{
  if (before == 0 || before > self->old_labels->len)
    return 0;
  for (guint i = 0; i < self->labels->len; i++)
    if (is_choice (self, i, before - 1))
      return i + 1;
  return 0;
}

void
spil_choice_filter_end (SpilChoiceFilter *self)
{
  guint before = gtk_drop_down_get_selected (self->drop_down);
  guint chosen;
  gboolean gone;

  g_return_if_fail (SPIL_IS_CHOICE_FILTER (self) && self->old_keys != NULL);

  chosen = find_chosen (self, before);
  gone = before != GTK_INVALID_LIST_POSITION && before > 0 && chosen == 0;
  self->filling = TRUE;
  if (!is_same (self) || gtk_drop_down_get_model (self->drop_down) == NULL) {
    g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

    gtk_string_list_append (list, self->all);
    for (guint i = 0; i < self->labels->len; i++)
      gtk_string_list_append (list, self->labels->pdata[i]);
    gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (list));
    gtk_drop_down_set_enable_search (self->drop_down, self->labels->len > 12);
    gtk_drop_down_set_selected (self->drop_down, chosen);
  }
  self->filling = FALSE;
  g_clear_pointer (&self->old_keys, g_ptr_array_unref);
  g_clear_pointer (&self->old_labels, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self), self->labels->len > 0);
  if (gone)
    g_signal_emit (self, signals[CHANGED], 0);
}

void
spil_choice_filter_clear (SpilChoiceFilter *self)
{
  g_return_if_fail (SPIL_IS_CHOICE_FILTER (self));
  gtk_drop_down_set_selected (self->drop_down, 0);
}

// What is chosen of @texts, that are as the choices after the first.
static const char *
get_chosen (SpilChoiceFilter *self, GPtrArray *texts)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  return selected != GTK_INVALID_LIST_POSITION && selected > 0 && selected <= texts->len
             ? texts->pdata[selected - 1]
             : NULL;
}

const char *
spil_choice_filter_get_key (SpilChoiceFilter *self)
{
  g_return_val_if_fail (SPIL_IS_CHOICE_FILTER (self), NULL);
  return get_chosen (self, self->keys);
}

const char *
spil_choice_filter_get_label (SpilChoiceFilter *self)
{
  g_return_val_if_fail (SPIL_IS_CHOICE_FILTER (self), NULL);
  return get_chosen (self, self->labels);
}

SpilId
spil_choice_filter_get_id (SpilChoiceFilter *self)
{
  const char *key = spil_choice_filter_get_key (self);
  SpilId id = SPIL_ID_NIL;

  return key != NULL && spil_id_parse (key, &id) ? id : SPIL_ID_NIL;
}
