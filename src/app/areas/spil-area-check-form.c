// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-area-check-form.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-field-editor.h"
#include "spil-page.h"
#include "spil-precondition-row.h"
#include "spil-record-words.h"

struct _SpilAreaCheckForm
{
  AdwPreferencesGroup parent_instance;

  SpilId area;
  SpilId check; /**< what is shown at first; nil: the area was never checked */
  SpilAreaAnswers saved;
  gboolean dirty; /**< a person changed something */
  SpilPreconditionRow *rows[SPIL_N_PRECONDITIONS];
  SpilFieldEditor *date;
  GtkLabel *preview;
};

G_DEFINE_FINAL_TYPE (SpilAreaCheckForm, spil_area_check_form, ADW_TYPE_PREFERENCES_GROUP)

static SpilWorker *
find_worker (SpilAreaCheckForm *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

// What would follow from the answers as they stand.
static void
update_preview (SpilAreaCheckForm *self)
{
  SpilAreaAnswers answers = { .exception = self->saved.exception };
  g_autofree char *sentence = NULL;
  g_autofree char *text = NULL;

  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    answers.answers[i] = spil_precondition_row_get_answer (self->rows[i]);
  sentence = spil_area_dup_sentence (&answers);
  // Translators: what follows from the answers once they are saved.
  text = g_strdup_printf (_ ("After saving: %s"), sentence);
  gtk_widget_set_visible (GTK_WIDGET (self->preview), self->dirty);
  spil_accessible_conclude (self->preview, text);
}

static void
on_changed_cb (SpilAreaCheckForm *self)
{
  self->dirty = TRUE;
  update_preview (self);
}

static void
on_save_clicked_cb (SpilAreaCheckForm *self)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_AREA_CHECK);
  g_autoptr (SpilRecord) record = spil_record_new (entity, spil_id_new ());
  g_auto (SpilValue) date = SPIL_VALUE_INIT;
  g_autofree char *label = spil_entity_dup_added (entity);
  SpilAction *action;

  if (!spil_field_editor_check (self->date, &date, NULL)) {
    gtk_widget_child_focus (spil_field_editor_get_row (self->date), GTK_DIR_TAB_FORWARD);
    return;
  }
  spil_record_set_reference (record, SPIL_AREA_CHECK_AREA, self->area);
  spil_record_set (record, SPIL_AREA_CHECK_DATE, &date);
  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
    spil_precondition_row_store (self->rows[i], record);
  action = spil_action_new (label);
  spil_action_add (action, record);
  spil_worker_commit (find_worker (self), action, NULL, NULL);
}

static gboolean
on_save_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  on_save_clicked_cb (SPIL_AREA_CHECK_FORM (widget));
  return TRUE;
}

static GtkWidget *
make_foot (SpilAreaCheckForm *self)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_ ("Save check"));

  self->preview = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->preview, TRUE);
  gtk_label_set_xalign (self->preview, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->preview), "dimmed");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_add_css_class (button, "pill");
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_save_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_margin_top (foot, 12);
  gtk_box_append (GTK_BOX (foot), GTK_WIDGET (self->preview));
  gtk_box_append (GTK_BOX (foot), button);
  return foot;
}

static void
set_date (SpilAreaCheckForm *self, SpilDay day)
{
  g_auto (SpilValue) value = spil_value_integer (day.number);

  spil_field_editor_set_value (self->date, &value);
}

// When the page is there, and with it the worker that editors want.
static void
make_rows (SpilAreaCheckForm *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_AREA_CHECK);

  for (int i = 0; i < SPIL_N_PRECONDITIONS; i++) {
    self->rows[i] = SPIL_PRECONDITION_ROW (spil_precondition_row_new ((SpilPrecondition) i));
    adw_preferences_group_add (group, GTK_WIDGET (self->rows[i]));
    g_signal_connect_object (self->rows[i], "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  }
  self->date = spil_field_editor_new (find_worker (self), entity,
                                      spil_entity_field (entity, SPIL_AREA_CHECK_DATE));
  spil_field_editor_add_to (self->date, group);
  adw_preferences_group_add (group, make_foot (self));
}

static void
spil_area_check_form_dispose (GObject *object)
{
  g_clear_object (&SPIL_AREA_CHECK_FORM (object)->date);
  G_OBJECT_CLASS (spil_area_check_form_parent_class)->dispose (object);
}

static void
spil_area_check_form_class_init (SpilAreaCheckFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_area_check_form_dispose;
}

static void
spil_area_check_form_init (SpilAreaCheckForm *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                        gtk_callback_action_new (on_save_key, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _ ("The first letter of an answer gives it; Ctrl+Enter saves."));
}

void
spil_area_check_form_set_area (SpilAreaCheckForm *self, const SpilAreaRow *area)
{
  gboolean same;

  g_return_if_fail (SPIL_IS_AREA_CHECK_FORM (self));

  if (self->date == NULL)
    make_rows (self);
  same = spil_id_equal (self->area, area->id) && spil_id_equal (self->check, area->check);
  self->area = area->id;
  self->check = area->check;
  self->saved = area->answers;
  if (!self->dirty || !same) {
    for (int i = 0; i < SPIL_N_PRECONDITIONS; i++)
      spil_precondition_row_set (self->rows[i], area->answers.answers[i], area->evidence[i]);
    set_date (self, spil_day_today ());
    self->dirty = FALSE;
  }
  update_preview (self);
}

void
spil_area_check_form_propose (SpilAreaCheckForm *self, const SpilAreaRow *area)
{
  SpilPreconditionRow *row;
  g_autofree char *sentence = NULL;
  g_autofree char *evidence = NULL;

  g_return_if_fail (SPIL_IS_AREA_CHECK_FORM (self));

  sentence = spil_upscale_hint_dup_sentence (&area->hint);
  if (sentence == NULL || self->date == NULL)
    return;
  evidence = area->hint_employers != NULL ? g_strdup_printf ("%s\n%s", sentence, area->hint_employers)
                                          : g_strdup (sentence);
  row = self->rows[SPIL_PRECONDITION_PROBLEM];
  spil_precondition_row_set (row, SPIL_ANSWER_YES, evidence);
  on_changed_cb (self);
  gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
}

void
spil_area_check_form_start (SpilAreaCheckForm *self)
{
  g_return_if_fail (SPIL_IS_AREA_CHECK_FORM (self));

  if (self->date != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->rows[0]), GTK_DIR_TAB_FORWARD);
}
