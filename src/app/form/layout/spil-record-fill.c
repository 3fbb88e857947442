// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
/* The form of a record dialog: its fields, in groups, and which of them are asked for. */
#include "spil-record-dialog-private.h"

#include <glib/gi18n-lib.h>

#include "spil-record-layout.h"

void
spil_record_dialog_set_editor (SpilRecordDialog *self, SpilFieldEditor *editor)
{
  g_return_if_fail (SPIL_IS_RECORD_DIALOG (self));
  g_return_if_fail (self->editors->len == 0);
  g_ptr_array_add (self->own_editors, editor);
}

static SpilFieldEditor *
find_editor (GPtrArray *editors, int field)
{
  for (guint i = 0; i < editors->len; i++)
    if (spil_field_editor_get_field (editors->pdata[i])->number == field)
      return editors->pdata[i];
  return NULL;
}

SpilFieldEditor *
spil_record_dialog_get_editor (SpilRecordDialog *self, int field)
{
  g_return_val_if_fail (SPIL_IS_RECORD_DIALOG (self), NULL);
  return find_editor (self->editors, field);
}

// The editor for @field: one of its own, or the usual one.
static SpilFieldEditor *
make_editor (SpilRecordDialog *self, const SpilField *field)
{
  SpilFieldEditor *own = find_editor (self->own_editors, field->number);

  return own != NULL ? g_object_ref (own) : spil_field_editor_new (self->worker, self->entity, field);
}

static void
add_editor (SpilRecordDialog *self, AdwPreferencesGroup *group, const SpilField *field)
{
  SpilFieldEditor *editor = make_editor (self, field);

  spil_field_editor_set_value (editor, spil_record_get (self->record, field->number));
  gtk_widget_set_sensitive (spil_field_editor_get_row (editor), spil_record_dialog_may_change (self, field));
  spil_field_editor_add_to (editor, group);
  g_signal_connect_object (editor, "changed", G_CALLBACK (spil_record_dialog_typed), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->editors, editor);
}

static void
list_fields (SpilRecordDialog *self)
{
  self->fields = g_array_new (FALSE, FALSE, sizeof (int));
  for (int i = SPIL_FIELD_PROGRAMME + 1; i < self->entity->n_fields; i++)
    if (self->entity->fields[i].number != 0 && (self->entity->fields[i].flags & SPIL_FIELD_HIDDEN) == 0)
      g_array_append_val (self->fields, i);
}

static int
group_size (SpilRecordDialog *self, int group)
{
  int n = 0;

  for (guint i = 0; i < self->fields->len; i++)
    if (spil_entity_field (self->entity, g_array_index (self->fields, int, i))->group == group)
      n++;
  return n;
}

static AdwPreferencesGroup *
add_group (SpilRecordDialog *self, const char *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title != NULL ? _ (title) : "");
  adw_preferences_page_add (self->page, group);
  return group;
}

static void
fill_groups (SpilRecordDialog *self, const SpilRecordGroup *groups)
{
  for (; groups->fields[0] != 0; groups++) {
    AdwPreferencesGroup *group = add_group (self, groups->title);

    for (int i = 0; groups->fields[i] != 0; i++)
      add_editor (self, group, spil_entity_field (self->entity, groups->fields[i]));
  }
}

// Fields that change together stand together; those between them share one group.
static void
fill_list (SpilRecordDialog *self)
{
  AdwPreferencesGroup *group = NULL;
  int previous = 0;

  if (self->fields == NULL)
    list_fields (self);
  for (guint i = 0; i < self->fields->len; i++) {
    const SpilField *field = spil_entity_field (self->entity, g_array_index (self->fields, int, i));
    int together = group_size (self, field->group) > 1 ? field->group : 0;

    if (group == NULL || together != previous)
      group = add_group (self, NULL);
    previous = together;
    add_editor (self, group, field);
  }
}

void
spil_record_dialog_fill (SpilRecordDialog *self)
{
  const SpilRecordLayout *layout = spil_record_layout_find (self->entity);

  if (self->fields == NULL && layout != NULL && layout->groups != NULL)
    fill_groups (self, layout->groups);
  else
    fill_list (self);
}

SpilRecord *
spil_record_dialog_get_typed (SpilRecordDialog *self)
{
  SpilRecord *record = spil_record_copy (self->record);

  for (guint i = 0; i < self->editors->len; i++) {
    SpilFieldEditor *editor = g_ptr_array_index (self->editors, i);
    g_auto (SpilValue) value = SPIL_VALUE_INIT;

    spil_field_editor_peek (editor, &value);
    spil_record_set (record, spil_field_editor_get_field (editor)->number, &value);
  }
  return record;
}

// What is asked follows from what is typed.
void
spil_record_dialog_show_asked (SpilRecordDialog *self, SpilRecord *typed)
{
  const SpilRecordLayout *layout = spil_record_layout_find (self->entity);

  for (guint i = 0; layout != NULL && i < self->editors->len; i++) {
    SpilFieldEditor *editor = g_ptr_array_index (self->editors, i);

    gtk_widget_set_visible (spil_field_editor_get_row (editor),
                            layout->asks (typed, spil_field_editor_get_field (editor)->number));
  }
}
