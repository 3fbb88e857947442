// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-journal.h"

#include <glib/gi18n-lib.h>

#include "spil-chips.h"
#include "spil-entity.h"
#include "spil-light-mark.h"
#include "spil-page.h"
#include "spil-row-group.h"

// Lines that are shown before somebody asks for all.
#define FIRST_LINES 6

struct _SpilTaskJournal
{
  AdwBin parent_instance;

  SpilId task;
  GPtrArray *lines; /**< borrowed */
  gboolean all; /**< also the older lines */

  GtkWidget *typing; /**< the group with the line to type */
  SpilChips *lights;
  GtkEntry *headline;
  GtkLabel *message;
  SpilRowGroup *history;
};

G_DEFINE_FINAL_TYPE (SpilTaskJournal, spil_task_journal, ADW_TYPE_BIN)

static const int fields[] = { SPIL_TASK_JOURNAL_DATE, SPIL_TASK_JOURNAL_LIGHT, SPIL_TASK_JOURNAL_HEADLINE,
                              SPIL_TASK_JOURNAL_TEXT, 0 };

static SpilWorker *
find_worker (SpilTaskJournal *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  return page != NULL ? spil_page_get_worker (SPIL_PAGE (page)) : NULL;
}

/* The line to type */

static void
set_message (SpilTaskJournal *self, const char *message)
{
  gtk_label_set_text (self->message, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->message), message != NULL);
}

// The chosen light; 0: none.
static int
get_light (SpilTaskJournal *self)
{
  return spil_chips_get_first_chosen (self->lights) + 1;
}

static void
clear (SpilTaskJournal *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->headline), "");
  for (int i = 0; i < spil_chips_get_count (self->lights); i++)
    spil_chips_set_chosen (self->lights, i, FALSE);
  set_message (self, NULL);
}

static void
on_committed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilTaskJournal) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = spil_worker_commit_finish (SPIL_WORKER (source), result, &error);

  // The page was closed meanwhile.
  if (self->headline == NULL)
    return;
  if (!done) {
    set_message (self, error->message);
    return;
  }
  clear (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->headline));
}

static SpilAction *
make_action (SpilTaskJournal *self, const char *headline)
{
  SpilAction *action = spil_action_new (_ ("Journal line added"));
  g_autoptr (SpilRecord) line = spil_record_new (spil_entity (SPIL_ENTITY_TASK_JOURNAL), spil_id_new ());

  spil_record_set_reference (line, SPIL_TASK_JOURNAL_TASK, self->task);
  spil_record_set_day (line, SPIL_TASK_JOURNAL_DATE, spil_day_today ());
  spil_record_set_integer (line, SPIL_TASK_JOURNAL_LIGHT, get_light (self));
  spil_record_set_text (line, SPIL_TASK_JOURNAL_HEADLINE, headline);
  spil_action_add (action, line);
  return action;
}

static void
save (SpilTaskJournal *self)
{
  g_autofree char *headline = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->headline))));

  if (headline[0] == '\0') {
    set_message (self, _ ("Type in one line how the activity stands."));
    gtk_widget_grab_focus (GTK_WIDGET (self->headline));
  } else if (get_light (self) == 0) {
    set_message (self, _ ("Choose a light first: Alt+1 green, Alt+2 amber, Alt+3 red."));
    gtk_widget_child_focus (GTK_WIDGET (self->lights), GTK_DIR_TAB_FORWARD);
  } else {
    set_message (self, NULL);
    spil_worker_commit (find_worker (self), make_action (self, headline), on_committed_cb,
                        g_object_ref (self));
  }
}

static int
light_of_key (guint keyval)
{
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_3)
    return (int) (keyval - GDK_KEY_1);
  return keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_3 ? (int) (keyval - GDK_KEY_KP_1) : -1;
}

// In a headline a digit is a digit: only before there is one, and as long as no light is chosen, it is a light.
static gboolean
on_key_pressed_cb (SpilTaskJournal *self, guint keyval, guint keycode, GdkModifierType state)
{
  int light = light_of_key (keyval);
  gboolean alt = (state & GDK_ALT_MASK) != 0;
  gboolean on_lights = gtk_widget_get_focus_child (GTK_WIDGET (self->lights)) != NULL;
  gboolean begun = gtk_editable_get_text (GTK_EDITABLE (self->headline))[0] != '\0' || get_light (self) != 0;

  if (on_lights && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && get_light (self) != 0) {
    save (self);
    return TRUE;
  }
  if (light < 0 || (state & GDK_CONTROL_MASK) != 0 || (!alt && !on_lights && begun))
    return FALSE;
  spil_chips_set_chosen (self->lights, light, TRUE);
  set_message (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->headline));
  return TRUE;
}

static void
on_light_chosen_cb (SpilTaskJournal *self)
{
  set_message (self, NULL);
}

static GtkWidget *
make_lights (SpilTaskJournal *self)
{
  self->lights = SPIL_CHIPS (spil_chips_new (_ ("Light"), FALSE));
  for (int light = SPIL_LIGHT_GREEN; light <= SPIL_LIGHT_RED; light++) {
    spil_chips_add (self->lights, spil_light_label (light));
    spil_chips_set_icon (self->lights, light - 1, spil_light_icon (light), spil_light_css_class (light));
  }
  g_signal_connect_object (self->lights, "changed", G_CALLBACK (on_light_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self->lights);
}

static GtkWidget *
make_line (SpilTaskJournal *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Add"));
  GtkWidget *entry = gtk_entry_new ();

  self->headline = GTK_ENTRY (entry);
  gtk_entry_set_placeholder_text (self->headline, _ ("How does it stand?"));
  gtk_widget_set_tooltip_text (
      entry, _ ("1, 2 or 3 chooses the light, then one line about how it stands, and Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Headline"), -1);
  gtk_widget_set_hexpand (entry, TRUE);
  g_signal_connect_object (entry, "activate", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  gtk_widget_set_tooltip_text (button, _ ("Add this line (Enter)"));
  g_signal_connect_object (button, "clicked", G_CALLBACK (save), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), entry);
  gtk_box_append (GTK_BOX (line), button);
  return line;
}

static GtkWidget *
make_typing (SpilTaskJournal *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  // A live region: a screen reader says what is amiss when it comes.
  GtkWidget *message = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "wrap",
                                     TRUE, "xalign", 0.0, "visible", FALSE, NULL);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->message = GTK_LABEL (message);
  gtk_widget_add_css_class (message, "error");
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "field-box");
  gtk_box_append (GTK_BOX (card), make_lights (self));
  gtk_box_append (GTK_BOX (card), make_line (self));
  gtk_box_append (GTK_BOX (card), message);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (card, keys);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("Journal"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), card);
  return group;
}

/* What was said before */

static GtkWidget *
make_row (SpilRecord *line)
{
  g_autofree char *date = spil_record_format (line, SPIL_TASK_JOURNAL_DATE);
  const char *text = spil_record_get_text (line, SPIL_TASK_JOURNAL_TEXT);
  int light = (int) spil_record_get_integer (line, SPIL_TASK_JOURNAL_LIGHT);
  g_autofree char *facts = spil_join_facts (date, spil_light_label (light), NULL);
  g_autofree char *subtitle = text != NULL && text[0] != '\0' ? g_strjoin ("\n", facts, text, NULL)
                                                              : g_strdup (facts);
  GtkWidget *row = spil_text_row_new (spil_record_get_title (line), subtitle, NULL);

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), spil_light_mark_new (light));
  return row;
}

static void show_history (SpilTaskJournal *self);

static void
on_all_activated_cb (SpilTaskJournal *self)
{
  self->all = TRUE;
  show_history (self);
}

static GtkWidget *
make_all_row (SpilTaskJournal *self, int n_more)
{
  GtkWidget *row = adw_button_row_new ();
  g_autofree char *title = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Show %d earlier line", "Show %d earlier lines", (gulong) n_more),
      n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_all_activated_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_history (SpilTaskJournal *self)
{
  guint n = self->all || self->lines->len <= FIRST_LINES + 1 ? self->lines->len : FIRST_LINES;

  spil_row_group_begin (self->history);
  for (guint i = 0; i < n; i++)
    spil_row_group_append (self->history, make_row (self->lines->pdata[i]));
  if (n < self->lines->len)
    spil_row_group_append (self->history, make_all_row (self, (int) (self->lines->len - n)));
  spil_row_group_end (self->history, _ ("Nothing has been written down yet"));
}

static void
set_add (SpilTaskJournal *self)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_TASK_JOURNAL), spil_id_new ());

  spil_record_set_reference (preset, SPIL_TASK_JOURNAL_TASK, self->task);
  spil_record_set_day (preset, SPIL_TASK_JOURNAL_DATE, spil_day_today ());
  spil_row_group_set_add (self->history, preset, fields);
  spil_row_group_set_add_label (self->history, _ ("Add a line with an explanation"));
}

/* The widget */

static void
spil_task_journal_dispose (GObject *object)
{
  SPIL_TASK_JOURNAL (object)->headline = NULL;
  G_OBJECT_CLASS (spil_task_journal_parent_class)->dispose (object);
}

static void
spil_task_journal_class_init (SpilTaskJournalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_task_journal_dispose;
}

static void
spil_task_journal_init (SpilTaskJournal *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->typing = make_typing (self);
  self->history = SPIL_ROW_GROUP (spil_row_group_new (_ ("What was said before")));
  gtk_box_append (GTK_BOX (box), self->typing);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->history));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
spil_task_journal_show (SpilTaskJournal *self, SpilId task, GPtrArray *lines)
{
  g_return_if_fail (SPIL_IS_TASK_JOURNAL (self));

  self->task = task;
  self->lines = lines;
  gtk_widget_set_visible (self->typing, !spil_worker_get_read_only (find_worker (self)));
  set_add (self);
  show_history (self);
}

void
spil_task_journal_begin (SpilTaskJournal *self)
{
  g_return_if_fail (SPIL_IS_TASK_JOURNAL (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->headline));
}
