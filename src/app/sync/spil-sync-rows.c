// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-rows.h"

#include <glib/gi18n-lib.h>

#include "spil-row-group.h"
#include "spil-sync-words.h"

static void
add_icon (GtkWidget *row, const char *name)
{
  GtkWidget *icon = gtk_image_new_from_icon_name (name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
}

static GtkWidget *
add_button (GtkWidget *row, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static GtkWidget *
make_menu (const SpilMember *member)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_End access…"), NULL);
  g_autofree char *device = spil_id_dup_text (member->device);
  // Translators: %s is a person.
  g_autofree char *name = g_strdup_printf (_ ("Laptop of %s"), member->person);

  g_menu_item_set_action_and_target (item, "sync.revoke", "s", device);
  g_menu_append_item (menu, item);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  return button;
}

static char *
dup_seen (const SpilMember *member)
{
  g_autofree char *when = NULL;

  if (member->revoked)
    return g_strdup (_ ("access ended"));
  if (member->own)
    return g_strdup (_ ("this laptop"));
  if (member->seen.ms == 0)
    return g_strdup (_ ("not seen yet"));
  when = spil_sync_dup_when (member->seen);
  // Translators: %s is "today at 14:02" or a date: when a laptop was last heard of.
  return g_strdup_printf (_ ("last seen %s"), when);
}

void
spil_member_row_update (GtkWidget *row, const SpilMember *member)
{
  g_autofree char *seen = dup_seen (member);
  g_autofree char *subtitle = spil_join_facts (spil_role_label (member->role), member->device_name, seen,
                                               NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), member->person);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
}

GtkWidget *
spil_member_row_new (const SpilMember *member, gboolean may_revoke)
{
  GtkWidget *row = spil_text_row_new (member->person, "", NULL);

  spil_member_row_update (row, member);
  add_icon (row, member->revoked ? "action-unavailable-symbolic" : "computer-symbolic");
  if (member->revoked)
    gtk_widget_add_css_class (row, "dimmed");
  else if (may_revoke && !member->own)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_menu (member));
  return row;
}

GtkWidget *
spil_request_row_new (const SpilJoinRequest *request)
{
  g_autofree char *when = spil_sync_dup_when (request->asked);
  g_autofree char *facts = spil_join_facts (spil_role_label (request->role), request->device_name, when,
                                            NULL);
  g_autofree char *code = request->expired
                              ? g_strdup (_ ("The invitation is no longer valid: make a new one."))
                              // Translators: %s is a short code: "4821 9073".
                              : g_strdup_printf (_ ("Code %s"), request->code);
  g_autofree char *subtitle = g_strjoin ("\n", facts, code, NULL);
  GtkWidget *row = spil_text_row_new (request->person, subtitle, NULL);

  add_icon (row, "computer-symbolic");
  if (!request->expired)
    gtk_widget_add_css_class (add_button (row, _ ("Let in…"), "sync.approve", request->code),
                              "suggested-action");
  return row;
}

static const char *
problem_icon (SpilProblemKind kind)
{
  switch (kind) {
  case SPIL_PROBLEM_CARRIER:
  case SPIL_PROBLEM_FOREIGN:
  case SPIL_PROBLEM_FULL:
    return "folder-remote-symbolic";
  case SPIL_PROBLEM_GAP:
  case SPIL_PROBLEM_KEYS:
  case SPIL_PROBLEM_NEWER:
  case SPIL_PROBLEM_WAITING_FOR_LEADER:
    return "document-open-recent-symbolic";
  case SPIL_PROBLEM_QUARANTINE:
  case SPIL_PROBLEM_REVOKED:
    return "action-unavailable-symbolic";
  case SPIL_PROBLEM_DAMAGED:
  case SPIL_PROBLEM_CLOCK:
  case SPIL_PROBLEM_DIGEST:
  case SPIL_PROBLEM_TWIN:
  case SPIL_PROBLEM_MEMBERS:
    break;
  }
  return "dialog-warning-symbolic";
}

GtkWidget *
spil_problem_row_new (const SpilProblem *problem)
{
  GtkWidget *row = spil_text_row_new (problem->sentence, NULL, NULL);

  add_icon (row, problem_icon (problem->kind));
  return row;
}

GtkWidget *
spil_problem_help_row_new (const SpilProblem *problem, gboolean leader)
{
  if (problem->kind == SPIL_PROBLEM_QUARANTINE && leader && !spil_id_is_nil (problem->device)) {
    g_autofree char *device = spil_id_dup_text (problem->device);
    GtkWidget *row = spil_step_row_new (_ ("Take over after all…"), "sync.accept");

    gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", device);
    return row;
  }
  return problem->kind == SPIL_PROBLEM_CARRIER || problem->kind == SPIL_PROBLEM_FOREIGN ||
                 problem->kind == SPIL_PROBLEM_FULL
             ? spil_step_row_new (_ ("Choose another folder…"), "sync.folder")
             : NULL;
}

GtkWidget *
spil_step_row_new (const char *title, const char *action)
{
  GtkWidget *row = adw_button_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), action);
  return row;
}

const char *
spil_conflict_get_title (const SpilConflict *conflict)
{
  return conflict->title != NULL && conflict->title[0] != '\0' ? conflict->title
                                                               : spil_entity_label (conflict->entity);
}

GtkWidget *
spil_conflict_row_new (const SpilConflict *conflict)
{
  g_autofree char *about = spil_join_facts (spil_entity_label (conflict->entity),
                                            conflict->group_label != NULL ? conflict->group_label : "", NULL);
  g_autofree char *subtitle = g_strjoin ("\n", about, conflict->sentence, NULL);
  GtkWidget *row = spil_text_row_new (spil_conflict_get_title (conflict), subtitle, NULL);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "sync.settle");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", conflict->id);
  return row;
}
