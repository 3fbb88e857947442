// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-sync-page.h"

#include <glib/gi18n-lib.h>

#include "spil-columns.h"
#include "spil-conflict-dialog.h"
#include "spil-conflicts-page.h"
#include "spil-invite-dialog.h"
#include "spil-join-dialog.h"
#include "spil-recovery-dialog.h"
#include "spil-row-group.h"
#include "spil-share-dialog.h"
#include "spil-sync-data.h"
#include "spil-sync-rows.h"
#include "spil-sync-state.h"
#include "spil-sync-steps.h"
#include "spil-sync-words.h"
#include "spil-window.h"

// More than these are on a page of their own.
#define SHOWN_CONFLICTS 6

struct _SpilSyncPage
{
  SpilPage parent_instance;

  SpilSyncer *syncer; /**< once it is in a window */
  char *shown_problems; /**< what the groups show, to leave them alone as long as that is so */
  char *shown_requests;
  char *shown_members;
  char *shown_folder;

  GtkStack *stack;
  GtkWidget *share_row;
  GtkWidget *join_row;
  GtkWidget *now_button;
  GtkWidget *stop_button;
  AdwActionRow *state_row;
  GtkImage *state_icon;
  GtkWidget *progress_row;
  GtkProgressBar *progress;
  SpilRowGroup *problems;
  SpilRowGroup *conflicts;
  SpilRowGroup *requests;
  SpilRowGroup *members;
  GPtrArray *member_rows; /**< of the group, borrowed */
  GtkWidget *invite_button;
  SpilRowGroup *folder;
};

G_DEFINE_FINAL_TYPE (SpilSyncPage, spil_sync_page, SPIL_TYPE_PAGE)

static const SpilSyncData *
get_data (SpilSyncPage *self)
{
  return spil_page_get_data (SPIL_PAGE (self));
}

// What the syncer knows is newer than what the page read, once it has begun.
static const SpilSyncFacts *
get_facts (SpilSyncPage *self)
{
  const SpilSyncData *data = get_data (self);

  if (self->syncer != NULL && spil_syncer_is_known (self->syncer))
    return spil_syncer_get_facts (self->syncer);
  return data != NULL ? data->facts : NULL;
}

// Rows that say the same stay as they are: somebody may be about to press them.
static gboolean
is_shown (char **shown, GString *now)
{
  return !g_set_str (shown, now->str);
}

/* How it stands */

static void
show_busy (SpilSyncPage *self)
{
  gboolean busy = self->syncer != NULL && spil_syncer_get_busy (self->syncer);
  double progress = busy ? spil_syncer_get_progress (self->syncer) : 0;

  if (busy && gtk_widget_has_focus (self->now_button))
    gtk_widget_grab_focus (GTK_WIDGET (self->state_row));
  gtk_widget_set_visible (self->now_button, !busy);
  gtk_widget_set_visible (self->stop_button, busy);
  gtk_widget_set_visible (self->progress_row, busy);
  if (progress < 0)
    gtk_progress_bar_pulse (self->progress);
  else
    gtk_progress_bar_set_fraction (self->progress, progress);
}

// "3 changes of ..."; nothing for none.
static void
append_count (GString *text, int64_t count, const char *format)
{
  if (count <= 0)
    return;
  g_string_append_c (text, '\n');
  g_string_append_printf (text, format, (int) MIN (count, G_MAXINT));
}

static char *
dup_state_subtitle (const SpilSyncFacts *facts)
{
  const SpilSyncReport *report = facts->report;
  g_autofree char *when = spil_sync_dup_when (report->time);
  g_autoptr (GString) text = g_string_new (NULL);

  if (spil_sync_facts_is_away (facts))
    g_string_append_printf (
        text, "%s\n",
        _ ("You can go on working: what you write down waits here until the folder is there again."));
  if (report->time.ms == 0)
    g_string_append (text, _ ("Not brought up to date yet"));
  else
    // Translators: %s is "today at 14:02" or a date.
    g_string_append_printf (text, _ ("The shared folder was last read %s"), when);
  append_count (text, report->unsent,
                ngettext ("%d change of yours waits to be sent", "%d changes of yours wait to be sent",
                          (gulong) report->unsent));
  append_count (text, report->waiting,
                ngettext ("%d change of others waits for what precedes it",
                          "%d changes of others wait for what precedes them", (gulong) report->waiting));
  append_count (
      text, report->quarantined,
      ngettext ("%d change is held back", "%d changes are held back", (gulong) report->quarantined));
  return g_string_free_and_steal (g_steal_pointer (&text));
}

static void
show_state (SpilSyncPage *self, const SpilSyncFacts *facts)
{
  g_autofree char *sentence = spil_sync_facts_dup_sentence (facts);
  g_autofree char *subtitle = dup_state_subtitle (facts);
  SpilSyncLevel level = spil_sync_facts_get_level (facts);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->state_row), sentence);
  adw_action_row_set_subtitle (self->state_row, subtitle);
  gtk_image_set_from_icon_name (self->state_icon, spil_sync_level_icon (level));
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_icon), "warning");
  gtk_widget_remove_css_class (GTK_WIDGET (self->state_icon), "success");
  if (level == SPIL_SYNC_CURRENT)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), "success");
  else if (level >= SPIL_SYNC_TO_DO)
    gtk_widget_add_css_class (GTK_WIDGET (self->state_icon), "warning");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "sync.folder", spil_sync_facts_is_active (facts));
}

static void
show_problems (SpilSyncPage *self, const SpilSyncFacts *facts)
{
  GPtrArray *problems = facts->report->problems;
  g_autoptr (GString) now = g_string_new (spil_sync_facts_is_leader (facts) ? "leader\n" : "\n");

  for (guint i = 0; i < problems->len; i++)
    g_string_append_printf (now, "%s\n", ((const SpilProblem *) g_ptr_array_index (problems, i))->sentence);
  if (is_shown (&self->shown_problems, now))
    return;
  spil_row_group_begin (self->problems);
  for (guint i = 0; i < problems->len; i++) {
    const SpilProblem *problem = g_ptr_array_index (problems, i);
    GtkWidget *help = spil_problem_help_row_new (problem, spil_sync_facts_is_leader (facts));

    spil_row_group_append (self->problems, spil_problem_row_new (problem));
    if (help != NULL)
      spil_row_group_append (self->problems, help);
  }
  spil_row_group_end (self->problems, NULL);
}

/* What has to be chosen */

static GtkWidget *
make_all_row (guint count)
{
  g_autofree char *title = count > SHOWN_CONFLICTS ? g_strdup_printf (_ ("Show all %u"), count)
                                                   : g_strdup (_ ("Choose for several at once"));
  GtkWidget *row = spil_step_row_new (title, "sync.all-conflicts");

  adw_button_row_set_end_icon_name (ADW_BUTTON_ROW (row), "go-next-symbolic");
  return row;
}

static void
show_conflicts (SpilSyncPage *self)
{
  const SpilSyncData *data = get_data (self);
  guint count = data != NULL ? data->conflicts->len : 0;

  spil_row_group_begin (self->conflicts);
  for (guint i = 0; i < MIN (count, SHOWN_CONFLICTS); i++)
    spil_row_group_append (self->conflicts, spil_conflict_row_new (g_ptr_array_index (data->conflicts, i)));
  if (count > 1)
    spil_row_group_append (self->conflicts, make_all_row (count));
  spil_row_group_end (self->conflicts, _ ("Nobody contradicts anybody: there is nothing to choose"));
}

/* Who takes part */

static void
show_requests (SpilSyncPage *self, const SpilSyncFacts *facts)
{
  g_autoptr (GString) now = g_string_new (NULL);

  for (guint i = 0; i < facts->requests->len; i++) {
    const SpilJoinRequest *request = g_ptr_array_index (facts->requests, i);

    g_string_append_printf (now, "%s %d\n", request->code, request->expired);
  }
  if (is_shown (&self->shown_requests, now))
    return;
  spil_row_group_begin (self->requests);
  for (guint i = 0; i < facts->requests->len; i++)
    spil_row_group_append (self->requests, spil_request_row_new (g_ptr_array_index (facts->requests, i)));
  spil_row_group_end (self->requests, NULL);
}

// Those that take part first, then those that did.
static GPtrArray *
order_members (const SpilSyncFacts *facts)
{
  GPtrArray *ordered = g_ptr_array_new ();

  for (int revoked = FALSE; revoked <= TRUE; revoked++)
    for (guint i = 0; i < facts->members->len; i++)
      if (((const SpilMember *) g_ptr_array_index (facts->members, i))->revoked == revoked)
        g_ptr_array_add (ordered, g_ptr_array_index (facts->members, i));
  return ordered;
}

static void
show_members (SpilSyncPage *self, const SpilSyncFacts *facts)
{
  gboolean leader = spil_sync_facts_is_leader (facts);
  g_autoptr (GPtrArray) members = order_members (facts);
  g_autoptr (GString) now = g_string_new (leader ? "leader\n" : "\n");

  for (guint i = 0; i < members->len; i++) {
    const SpilMember *member = g_ptr_array_index (members, i);
    g_autofree char *id = spil_id_dup_text (member->device);

    g_string_append_printf (now, "%s %d\n", id, member->revoked);
  }
  if (is_shown (&self->shown_members, now)) {
    for (guint i = 0; i < members->len; i++)
      spil_member_row_update (g_ptr_array_index (self->member_rows, i), g_ptr_array_index (members, i));
    return;
  }
  g_ptr_array_set_size (self->member_rows, 0);
  spil_row_group_begin (self->members);
  for (guint i = 0; i < members->len; i++) {
    GtkWidget *row = spil_member_row_new (g_ptr_array_index (members, i), leader);

    g_ptr_array_add (self->member_rows, row);
    spil_row_group_append (self->members, row);
  }
  spil_row_group_end (self->members, _ ("No laptops are known yet"));
  gtk_widget_set_visible (self->invite_button, leader);
}

static void
show_folder (SpilSyncPage *self, const SpilSyncFacts *facts)
{
  g_autofree char *name = spil_sync_dup_folder_name (facts->state->carrier != NULL ? facts->state->carrier
                                                                                   : "");
  g_autofree char *path = spil_sync_dup_folder_path (facts->state->carrier != NULL ? facts->state->carrier
                                                                                   : "");

  g_autoptr (GString) now = g_string_new (path);

  g_string_append_printf (now, "\n%d %d", facts->state->standing, facts->state->role);
  if (is_shown (&self->shown_folder, now))
    return;
  spil_row_group_begin (self->folder);
  spil_row_group_append (self->folder, spil_text_row_new (name, path, NULL));
  if (spil_sync_facts_is_active (facts))
    spil_row_group_append (self->folder, spil_step_row_new (_ ("Choose another folder…"), "sync.folder"));
  if (spil_sync_facts_is_leader (facts))
    spil_row_group_append (self->folder, spil_step_row_new (_ ("Recovery sheet…"), "sync.recovery"));
  else if (facts->state->standing == SPIL_SPACE_MEMBER)
    spil_row_group_append (self->folder,
                           spil_step_row_new (_ ("Go on with a recovery sheet…"), "sync.recover"));
  spil_row_group_end (self->folder, NULL);
}

static void
show (SpilSyncPage *self)
{
  const SpilSyncFacts *facts = get_facts (self);

  if (facts == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack,
                                    facts->state->standing == SPIL_SPACE_NONE ? "alone" : "shared");
  if (facts->report == NULL)
    return;
  show_state (self, facts);
  show_busy (self);
  show_problems (self, facts);
  show_requests (self, facts);
  show_members (self, facts);
  show_folder (self, facts);
}

static void
fill (SpilPage *page, gpointer data)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (page);

  show (self);
  show_conflicts (self);
}

/* What a person does */

static void
present (SpilSyncPage *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
on_share_activated_cb (SpilSyncPage *self)
{
  present (self, spil_share_dialog_new (self->syncer));
}

static void
on_join_answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilSyncPage) self = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_strcmp0 (answer, "remove") == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.remove-local", NULL);
}

// Whoever looks at this page has a programme, and two cannot be joined.
static void
on_join_activated_cb (SpilSyncPage *self)
{
  AdwAlertDialog *dialog = ADW_ALERT_DIALOG (adw_alert_dialog_new (
      _ ("This laptop has data of its own"),
      _ ("You can take part on a laptop without data: everything then comes from the shared folder. First remove what is on this laptop; you can make a copy of it before. Then choose “Take part with an invitation” on the first screen.")));

  adw_alert_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "remove", _ ("_Remove local data…"), NULL);
  adw_alert_dialog_set_default_response (dialog, "cancel");
  adw_alert_dialog_set_close_response (dialog, "cancel");
  adw_alert_dialog_choose (dialog, GTK_WIDGET (self), NULL, on_join_answered_cb, g_object_ref (self));
}

static void
on_stop_clicked_cb (SpilSyncPage *self)
{
  spil_syncer_cancel (self->syncer);
}

static void
on_invite_clicked_cb (SpilSyncPage *self)
{
  present (self, spil_invite_dialog_new (self->syncer));
}

static void
approve_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  spil_sync_ask_approve (widget, self->syncer, g_variant_get_string (parameter, NULL));
}

static void
revoke_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  spil_sync_ask_revoke (widget, self->syncer, g_variant_get_string (parameter, NULL));
}

static void
accept_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  spil_sync_ask_accept (widget, self->syncer, g_variant_get_string (parameter, NULL));
}

static void
folder_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  spil_sync_choose_folder (widget, SPIL_SYNC_PAGE (widget)->syncer);
}

static void
recovery_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  present (self, spil_recovery_dialog_new (self->syncer));
}

// A member becomes the project leader.
static void
recover_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  present (self, spil_join_dialog_new_recover (spil_page_get_worker (SPIL_PAGE (self)), self->syncer));
}

static void
settle_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  spil_conflict_dialog_present (spil_page_get_worker (SPIL_PAGE (self)),
                                g_variant_get_string (parameter, NULL), widget);
}

static void
all_conflicts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = SPIL_PAGE (widget);

  spil_page_push (page, spil_conflicts_page_new (spil_page_get_worker (page)));
}

/* The page */

static void
spil_sync_page_root (GtkWidget *widget)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (widget);

  GTK_WIDGET_CLASS (spil_sync_page_parent_class)->root (widget);
  if (self->syncer != NULL || spil_window_find_syncer (widget) == NULL)
    return;
  self->syncer = g_object_ref (spil_window_find_syncer (widget));
  g_signal_connect_object (self->syncer, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->syncer, "notify::busy", G_CALLBACK (show_busy), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->syncer, "notify::progress", G_CALLBACK (show_busy), self, G_CONNECT_SWAPPED);
}

static void
spil_sync_page_dispose (GObject *object)
{
  g_clear_object (&SPIL_SYNC_PAGE (object)->syncer);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_SYNC_PAGE);
  G_OBJECT_CLASS (spil_sync_page_parent_class)->dispose (object);
}

static void
spil_sync_page_finalize (GObject *object)
{
  SpilSyncPage *self = SPIL_SYNC_PAGE (object);

  g_ptr_array_unref (self->member_rows);
  g_free (self->shown_problems);
  g_free (self->shown_requests);
  g_free (self->shown_members);
  g_free (self->shown_folder);
  G_OBJECT_CLASS (spil_sync_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-sync-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, share_row);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, join_row);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, now_button);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, stop_button);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, state_row);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, state_icon);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, progress_row);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, progress);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, problems);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, conflicts);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, requests);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, members);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, invite_button);
  gtk_widget_class_bind_template_child (widget_class, SpilSyncPage, folder);
  gtk_widget_class_bind_template_callback (widget_class, on_share_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_join_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_invite_clicked_cb);
}

static void
spil_sync_page_class_init (SpilSyncPageClass *klass)
{
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_sync_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = spil_sync_page_finalize;
  widget_class->root = spil_sync_page_root;
  // Any change may bring something to choose, or settle it.
  page_class->all_changes = TRUE;
  page_class->load = spil_sync_data_load;
  page_class->free_data = (GDestroyNotify) spil_sync_data_free;
  page_class->fill = fill;

  gtk_widget_class_install_action (widget_class, "sync.approve", "s", approve_action);
  gtk_widget_class_install_action (widget_class, "sync.revoke", "s", revoke_action);
  gtk_widget_class_install_action (widget_class, "sync.accept", "s", accept_action);
  gtk_widget_class_install_action (widget_class, "sync.folder", NULL, folder_action);
  gtk_widget_class_install_action (widget_class, "sync.recovery", NULL, recovery_action);
  gtk_widget_class_install_action (widget_class, "sync.recover", NULL, recover_action);
  gtk_widget_class_install_action (widget_class, "sync.settle", "s", settle_action);
  gtk_widget_class_install_action (widget_class, "sync.all-conflicts", NULL, all_conflicts_action);
  bind_template (widget_class);
}

static void
spil_sync_page_init (SpilSyncPage *self)
{
  self->member_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}
