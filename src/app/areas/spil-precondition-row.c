// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-precondition-row.h"

#include <glib/gi18n-lib.h>

// The longest name of a precondition, about.
#define NAME_CHARS 22

// Three lines.
#define EVIDENCE_HEIGHT 54

// The fields of an area check: answer and evidence.
static const struct
{
  int answer;
  int evidence;
} fields[SPIL_N_PRECONDITIONS] = {
  [SPIL_PRECONDITION_COHERENCE] = { SPIL_AREA_CHECK_COHERENCE, SPIL_AREA_CHECK_COHERENCE_EVIDENCE },
  [SPIL_PRECONDITION_PROBLEM] = { SPIL_AREA_CHECK_PROBLEM, SPIL_AREA_CHECK_PROBLEM_EVIDENCE },
  [SPIL_PRECONDITION_URGENCY] = { SPIL_AREA_CHECK_URGENCY, SPIL_AREA_CHECK_URGENCY_EVIDENCE },
  [SPIL_PRECONDITION_PARK_MANAGEMENT] = { SPIL_AREA_CHECK_PARK_MANAGEMENT,
                                          SPIL_AREA_CHECK_PARK_MANAGEMENT_EVIDENCE },
};

struct _SpilPreconditionRow
{
  AdwPreferencesRow parent_instance;

  SpilPrecondition precondition;
  AdwToggleGroup *toggles;
  GtkTextBuffer *evidence;
  GtkWidget *evidence_view;
  gboolean setting; /**< the program changes it, not a person */
};

G_DEFINE_FINAL_TYPE (SpilPreconditionRow, spil_precondition_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const SpilField *
get_field (int number)
{
  return spil_entity_field (spil_entity (SPIL_ENTITY_AREA_CHECK), number);
}

static void
on_changed_cb (SpilPreconditionRow *self)
{
  if (!self->setting)
    g_signal_emit (self, signals[CHANGED], 0);
}

// The first letter of an answer chooses it; what is left is the evidence.
static gboolean
on_key_pressed_cb (SpilPreconditionRow *self, guint key, guint code, GdkModifierType state)
{
  const SpilChoices *choices = get_field (fields[self->precondition].answer)->choices;
  gunichar typed = g_unichar_tolower (gdk_keyval_to_unicode (key));

  if (typed == 0 || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;
  for (int i = 0; i < choices->n_items; i++)
    if (g_unichar_tolower (g_utf8_get_char (spil_choice_label (&choices->items[i]))) == typed) {
      adw_toggle_group_set_active_name (self->toggles, choices->items[i].name);
      gtk_widget_grab_focus (self->evidence_view);
      return TRUE;
    }
  return FALSE;
}

static GtkWidget *
make_toggles (SpilPreconditionRow *self)
{
  const SpilField *field = get_field (fields[self->precondition].answer);
  GtkEventController *keys;

  self->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (int i = 0; i < field->choices->n_items; i++) {
    AdwToggle *toggle = adw_toggle_new ();

    adw_toggle_set_name (toggle, field->choices->items[i].name);
    adw_toggle_set_label (toggle, spil_choice_label (&field->choices->items[i]));
    adw_toggle_group_add (self->toggles, toggle);
  }
  gtk_widget_set_valign (GTK_WIDGET (self->toggles), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_field_label (field), -1);
  g_signal_connect_object (self->toggles, "notify::active", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  keys = gtk_event_controller_key_new ();
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->toggles), keys);
  return GTK_WIDGET (self->toggles);
}

static GtkWidget *
make_head (SpilPreconditionRow *self)
{
  GtkWidget *head = adw_wrap_box_new ();
  GtkWidget *label = gtk_label_new (spil_precondition_label (self->precondition));

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (head), 12);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (head), 6);
  // The answers stand under each other, or each under its name where there is less room.
  gtk_label_set_width_chars (GTK_LABEL (label), NAME_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  adw_wrap_box_append (ADW_WRAP_BOX (head), label);
  adw_wrap_box_append (ADW_WRAP_BOX (head), make_toggles (self));
  return head;
}

static GtkWidget *
make_evidence (SpilPreconditionRow *self)
{
  const char *name = spil_field_label (get_field (fields[self->precondition].evidence));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *label = gtk_label_new (C_ ("precondition", "Evidence"));
  GtkWidget *view = gtk_text_view_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dimmed");
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  // Of one height: a text view cannot tell how high it is at a width it does not have yet.
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), EVIDENCE_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  gtk_widget_add_css_class (view, "field-note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->evidence_view = view;
  self->evidence = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_signal_connect_object (self->evidence, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_widget_add_css_class (box, "evidence");
  return box;
}

static void
spil_precondition_row_class_init (SpilPreconditionRowClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", SPIL_TYPE_PRECONDITION_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
spil_precondition_row_init (SpilPreconditionRow *self)
{
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
}

GtkWidget *
spil_precondition_row_new (SpilPrecondition precondition)
{
  SpilPreconditionRow *self = g_object_new (SPIL_TYPE_PRECONDITION_ROW, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->precondition = precondition;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), spil_precondition_label (precondition));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spil_precondition_label (precondition), -1);
  gtk_widget_add_css_class (box, "field-box");
  gtk_box_append (GTK_BOX (box), make_head (self));
  gtk_box_append (GTK_BOX (box), make_evidence (self));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
  return GTK_WIDGET (self);
}

void
spil_precondition_row_set (SpilPreconditionRow *self, int answer, const char *evidence)
{
  const SpilField *field;
  const SpilChoice *choice;

  g_return_if_fail (SPIL_IS_PRECONDITION_ROW (self));

  field = get_field (fields[self->precondition].answer);
  choice = spil_choices_by_number (field->choices, answer != 0 ? answer : SPIL_ANSWER_UNKNOWN);
  self->setting = TRUE;
  adw_toggle_group_set_active_name (self->toggles, choice->name);
  gtk_text_buffer_set_text (self->evidence, evidence != NULL ? evidence : "", -1);
  self->setting = FALSE;
}

int
spil_precondition_row_get_answer (SpilPreconditionRow *self)
{
  const char *name;
  const SpilChoice *choice;

  g_return_val_if_fail (SPIL_IS_PRECONDITION_ROW (self), 0);

  name = adw_toggle_group_get_active_name (self->toggles);
  choice = name != NULL ? spil_choices_by_text (get_field (fields[self->precondition].answer)->choices, name)
                        : NULL;
  return choice != NULL ? choice->number : 0;
}

void
spil_precondition_row_store (SpilPreconditionRow *self, SpilRecord *record)
{
  g_autofree char *text = NULL;
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (SPIL_IS_PRECONDITION_ROW (self));

  gtk_text_buffer_get_bounds (self->evidence, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (self->evidence, &start, &end, FALSE));
  spil_record_set_integer (record, fields[self->precondition].answer,
                           spil_precondition_row_get_answer (self));
  spil_record_set_text (record, fields[self->precondition].evidence, text);
}
