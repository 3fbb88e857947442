// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-requirement-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-entity.h"
#include "spil-fund-action.h"
#include "spil-fund-words.h"
#include "spil-page.h"

typedef struct
{
  SpilId application;
  SpilId requirement;
  int answer; /* as it is; 0: not looked at */
  char *notes;
  AdwToggleGroup *toggles;
  GtkWidget *entry; /* of the note */
  GtkPopover *popover;
} Check;

static const char check_key[] = "spil-check";

static void
check_free (gpointer data)
{
  Check *check = data;

  g_free (check->notes);
  g_free (check);
}

static void
commit (GtkWidget *row, const Check *check, int answer, const char *notes)
{
  GtkWidget *page = gtk_widget_get_ancestor (row, SPIL_TYPE_PAGE);

  if (page != NULL)
    spil_worker_commit (
        spil_page_get_worker (SPIL_PAGE (page)),
        spil_fund_check_action (check->application, check->requirement, answer, spil_day_today (), notes),
        NULL, NULL);
}

static int
get_answer (const Check *check)
{
  const char *name = adw_toggle_group_get_active_name (check->toggles);

  if (g_strcmp0 (name, "yes") == 0)
    return SPIL_ANSWER_YES;
  return g_strcmp0 (name, "no") == 0 ? SPIL_ANSWER_NO : SPIL_ANSWER_UNKNOWN;
}

static void
on_answered_cb (GtkWidget *row)
{
  const Check *check = g_object_get_data (G_OBJECT (row), check_key);

  if (get_answer (check) != (check->answer != 0 ? check->answer : SPIL_ANSWER_UNKNOWN))
    commit (row, check, get_answer (check), check->notes);
}

static void
on_note_cb (GtkWidget *row)
{
  const Check *check = g_object_get_data (G_OBJECT (row), check_key);
  g_autofree char *notes = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (check->entry))));

  gtk_popover_popdown (check->popover);
  if (g_strcmp0 (notes, check->notes != NULL ? check->notes : "") != 0)
    commit (row, check, get_answer (check), notes[0] != '\0' ? notes : NULL);
}

static GtkWidget *
make_toggles (Check *check, const char *name)
{
  static const struct
  {
    int answer;
    const char *name;
    const char *label;
    const char *tooltip;
  } answers[] = {
    { SPIL_ANSWER_YES, "yes", NC_ ("requirement", "Yes"), NC_ ("requirement", "It is there") },
    { SPIL_ANSWER_NO, "no", NC_ ("requirement", "No"), NC_ ("requirement", "It is missing") },
    { SPIL_ANSWER_UNKNOWN, "unknown", NC_ ("requirement", "?"), NC_ ("requirement", "Not looked at") },
  };
  int chosen = check->answer != 0 ? check->answer : SPIL_ANSWER_UNKNOWN;

  check->toggles = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++) {
    AdwToggle *toggle = adw_toggle_new ();

    adw_toggle_set_name (toggle, answers[i].name);
    adw_toggle_set_label (toggle, g_dpgettext2 (GETTEXT_PACKAGE, "requirement", answers[i].label));
    adw_toggle_set_tooltip (toggle, g_dpgettext2 (GETTEXT_PACKAGE, "requirement", answers[i].tooltip));
    adw_toggle_group_add (check->toggles, toggle);
    if (answers[i].answer == chosen)
      adw_toggle_group_set_active_name (check->toggles, answers[i].name);
  }
  gtk_widget_set_valign (GTK_WIDGET (check->toggles), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (check->toggles);
}

static GtkWidget *
make_note_button (Check *check, GtkWidget *row, const char *name)
{
  GtkWidget *button = gtk_menu_button_new ();
  // Translators: %s is something that has to be there.
  g_autofree char *label = g_strdup_printf (_ ("Note: %s"), name);
  GtkWidget *popover = spil_accessible_popover_new (label);

  check->popover = GTK_POPOVER (popover);
  check->entry = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (check->entry), check->notes != NULL ? check->notes : "");
  gtk_editable_set_width_chars (GTK_EDITABLE (check->entry), 24);
  gtk_entry_set_placeholder_text (GTK_ENTRY (check->entry), _ ("Note, then Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (check->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (check->entry, "activate", G_CALLBACK (on_note_cb), row, G_CONNECT_SWAPPED);
  gtk_popover_set_child (GTK_POPOVER (popover), check->entry);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static GtkWidget *
make_row (SpilId application, const SpilRequirementRow *requirement)
{
  g_autofree char *day = spil_day_is_known (requirement->date) ? spil_day_format (requirement->date) : NULL;
  g_autofree char *facts = spil_join_facts (day != NULL ? day : "",
                                            requirement->notes != NULL ? requirement->notes : "", NULL);
  GtkWidget *row = spil_text_row_new (requirement->name, facts, NULL);
  Check *check = g_new0 (Check, 1);

  check->application = application;
  check->requirement = requirement->id;
  check->answer = requirement->answer;
  check->notes = g_strdup (requirement->notes);
  g_object_set_data_full (G_OBJECT (row), check_key, check, check_free);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_note_button (check, row, requirement->name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_toggles (check, requirement->name));
  g_signal_connect_object (check->toggles, "notify::active", G_CALLBACK (on_answered_cb), row,
                           G_CONNECT_SWAPPED);
  return row;
}

void
spil_requirement_rows_fill (SpilRowGroup *group, SpilId application, GPtrArray *requirements, int step,
                            const SpilFundCompleteness *completeness)
{
  g_autofree char *sentence = completeness->asked > 0 ? spil_fund_completeness_dup_sentence (completeness)
                                                      : NULL;
  int n = 0;

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), sentence);
  spil_row_group_begin (group);
  for (guint i = 0; i < requirements->len; i++) {
    const SpilRequirementRow *requirement = requirements->pdata[i];

    if (requirement->step != step)
      continue;
    spil_row_group_append (group, make_row (application, requirement));
    n++;
  }
  spil_row_group_end (group, n == 0 ? _ ("The scheme asks for nothing here") : NULL);
}
