// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-task-links.h"

#include <glib/gi18n-lib.h>

#include "spil-entity.h"
#include "spil-page.h"
#include "spil-row-group.h"
#include "spil-task-words.h"

struct _SpilTaskLinks
{
  AdwBin parent_instance;

  SpilRowGroup *before;
  SpilRowGroup *after;
};

G_DEFINE_FINAL_TYPE (SpilTaskLinks, spil_task_links, ADW_TYPE_BIN)

static GtkWidget *
make_button (const char *icon, const char *label, const char *action, const char *target)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  return button;
}

static SpilRecord *
record_of (const SpilPlanLinkRow *link)
{
  SpilRecord *record = spil_record_new (spil_entity (SPIL_ENTITY_DEPENDENCY), link->id);

  spil_record_set_reference (record, SPIL_DEPENDENCY_FROM, link->from);
  spil_record_set_reference (record, SPIL_DEPENDENCY_TO, link->to);
  spil_record_set_integer (record, SPIL_DEPENDENCY_TYPE, link->type);
  if (link->lag != 0)
    spil_record_set_integer (record, SPIL_DEPENDENCY_LAG, link->lag);
  if (link->lag_unit != 0)
    spil_record_set_integer (record, SPIL_DEPENDENCY_LAG_UNIT, link->lag_unit);
  return record;
}

// The row opens the form of the link; beside it are buttons that open the other activity and that remove the link.
static GtkWidget *
make_row (const SpilPlanLinkRow *link, const SpilPlanTaskRow *other)
{
  static const int fields[] = { SPIL_DEPENDENCY_TYPE, SPIL_DEPENDENCY_LAG, SPIL_DEPENDENCY_LAG_UNIT, 0 };
  g_autoptr (SpilRecord) record = record_of (link);
  g_autofree char *text = spil_task_dup_link (link);
  g_autofree char *open = g_strdup_printf (_ ("Open “%s”"), other->name);
  g_autofree char *remove = g_strdup_printf (_ ("Remove the dependency with “%s”"), other->name);
  g_autofree char *other_id = spil_id_dup_text (other->id);
  g_autofree char *link_id = spil_id_dup_text (link->id);
  g_autofree char *target = g_strconcat ("task ", other_id, NULL);
  GtkWidget *row = spil_text_row_new (other->name, text, NULL);

  spil_text_row_edit (row, record, fields);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("user-trash-symbolic", remove, "links.remove", link_id));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             make_button ("go-next-symbolic", open, "win.open-record", target));
  return row;
}

static void
remove_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilPage *page = SPIL_PAGE (gtk_widget_get_ancestor (widget, SPIL_TYPE_PAGE));
  SpilAction *action;
  SpilId id;

  if (!spil_id_parse (g_variant_get_string (parameter, NULL), &id))
    return;
  action = spil_action_new (_ ("Dependency removed"));
  spil_action_delete (action, spil_entity (SPIL_ENTITY_DEPENDENCY), id);
  spil_worker_commit (spil_page_get_worker (page), action, NULL, NULL);
}

/* @own is the end of the link that this activity is; the other one is chosen in the form. */
static void
set_add (SpilRowGroup *group, SpilId task, int own, const int *fields, const char *label)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_DEPENDENCY), spil_id_new ());

  spil_record_set_reference (preset, own, task);
  spil_record_set_integer (preset, SPIL_DEPENDENCY_TYPE, SPIL_LINK_TYPE_FINISH_START);
  spil_record_set_integer (preset, SPIL_DEPENDENCY_LAG_UNIT, SPIL_LAG_UNIT_WORKING);
  spil_row_group_set_add (group, preset, fields);
  spil_row_group_set_add_label (group, label);
}

static void
spil_task_links_class_init (SpilTaskLinksClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "links.remove", "s", remove_action);
}

static void
spil_task_links_init (SpilTaskLinks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->before = SPIL_ROW_GROUP (spil_row_group_new (_ ("Follows on")));
  self->after = SPIL_ROW_GROUP (spil_row_group_new (_ ("Comes before")));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->before));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->after));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
spil_task_links_show (SpilTaskLinks *self, const SpilTaskData *data)
{
  static const int from_fields[] = { SPIL_DEPENDENCY_FROM, SPIL_DEPENDENCY_TYPE, SPIL_DEPENDENCY_LAG,
                                     SPIL_DEPENDENCY_LAG_UNIT, 0 };
  static const int to_fields[] = { SPIL_DEPENDENCY_TO, SPIL_DEPENDENCY_TYPE, SPIL_DEPENDENCY_LAG,
                                   SPIL_DEPENDENCY_LAG_UNIT, 0 };
  GPtrArray *tasks = data->plan->tasks;

  g_return_if_fail (SPIL_IS_TASK_LINKS (self));

  set_add (self->before, data->task->id, SPIL_DEPENDENCY_TO, from_fields,
           _ ("Add an activity that comes first"));
  set_add (self->after, data->task->id, SPIL_DEPENDENCY_FROM, to_fields, _ ("Add an activity that follows"));
  spil_row_group_begin (self->before);
  spil_row_group_begin (self->after);
  for (guint i = 0; i < data->plan->links->len; i++) {
    const SpilPlanLinkRow *link = &g_array_index (data->plan->links, SpilPlanLinkRow, i);

    if (link->to_index == data->place)
      spil_row_group_append (self->before, make_row (link, tasks->pdata[link->from_index]));
    if (link->from_index == data->place)
      spil_row_group_append (self->after, make_row (link, tasks->pdata[link->to_index]));
  }
  spil_row_group_end (self->before, _ ("Nothing has to come first"));
  spil_row_group_end (self->after, _ ("Nothing waits for this activity"));
}
