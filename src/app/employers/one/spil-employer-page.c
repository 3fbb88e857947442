// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-page.h"

#include <glib/gi18n-lib.h>

#include "spil-export-list.h"
#include "spil-contact-dialog.h"
#include "spil-employer-data.h"
#include "spil-employer-facts.h"
#include "spil-employer-texts.h"
#include "spil-employer-words.h"
#include "spil-next-actions.h"
#include "spil-record-dialog.h"
#include "spil-record-list.h"
#include "spil-stage-dialog.h"
#include "spil-timeline-words.h"
#include "spil-timeline.h"

// Entries of the timeline that are shown at first, and that each request adds.
#define FIRST_ENTRIES 12
#define MORE_ENTRIES 40

struct _SpilEmployerPage
{
  SpilPage parent_instance;

  SpilId id;
  int n_entries;
  SpilEmployerData *data; /**< borrowed from the page; the rows' texts read it */

  AdwButtonContent *contact_content;
  AdwWindowTitle *title;
  AdwMultiLayoutView *layouts;
  GtkScrolledWindow *scroller;
  GtkLabel *name_label;
  GtkLabel *about_label;
  GtkLabel *stage_label;
  GtkButton *stage_button;
  GtkWidget *debt_box;
  GtkLabel *debt_label;
  SpilNextActions *next_actions;
  SpilFactGrid *facts;
  SpilFactGrid *relation;
  SpilRecordList *persons;
  GtkWidget *due_group;
  SpilRecordList *sites;
  SpilRecordList *offers;
  SpilRecordList *applications;
  SpilRecordList *statements;
  SpilTimeline *timeline;
};

G_DEFINE_FINAL_TYPE (SpilEmployerPage, spil_employer_page, SPIL_TYPE_PAGE)

#define WORKER(self) (spil_page_get_worker (SPIL_PAGE (self)))

static void
present (SpilEmployerPage *self, AdwDialog *dialog)
{
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* Filling in */

static void
show_header (SpilEmployerPage *self)
{
  const SpilEmployerRow *row = self->data->row;
  g_autofree char *staff = spil_employer_dup_staff_words (row);
  g_autofree char *about = NULL;
  g_autofree char *stage = spil_employer_dup_stage (row);
  g_autofree char *stage_name = g_strdup_printf (_ ("Change the stage: now %s"), stage);
  g_autofree char *debt = spil_contact_debt_dup_text (row->debt);

  about = g_strjoin (" · ", row->town != NULL
                                ? row->town
                                : _ ("town not stated"),
                                    staff != NULL ? staff
                                                  : _ ("staff not stated"),
                                                      spil_record_get_text (self->data->organisation,
                                                                            SPIL_ORGANISATION_SECTOR),
                                                      NULL);
  gtk_label_set_text (self->name_label, row->name);
  gtk_label_set_text (self->about_label, about);
  gtk_label_set_text (self->stage_label, row->stage_name != NULL ? stage : _ ("No stage yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stage_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  stage_name, -1);
  gtk_label_set_text (self->debt_label, debt);
  gtk_widget_set_visible (self->debt_box, spil_contact_debt_is_owed (row->debt));
}

static void
set_preset (SpilEmployerPage *self, SpilRecordList *list, SpilEntityNumber entity, int field)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (entity), spil_id_new ());

  spil_record_set_reference (preset, field, self->id);
  spil_record_list_set_preset (list, preset);
}

static void
set_presets (SpilEmployerPage *self)
{
  set_preset (self, self->persons, SPIL_ENTITY_PERSON, SPIL_PERSON_ORGANISATION);
  set_preset (self, self->sites, SPIL_ENTITY_SITE, SPIL_SITE_ORGANISATION);
  set_preset (self, self->offers, SPIL_ENTITY_OFFER, SPIL_OFFER_ORGANISATION);
  set_preset (self, self->applications, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_ORGANISATION);
  set_preset (self, self->statements, SPIL_ENTITY_STATEMENT, SPIL_STATEMENT_ORGANISATION);
}

static void
set_texts (SpilEmployerPage *self)
{
  spil_record_list_set_texts (self->persons, NULL, spil_employer_person_subtitle, NULL, &self->data);
  spil_record_list_set_texts (self->sites, spil_employer_site_title, spil_employer_site_subtitle, NULL,
                              &self->data);
  spil_record_list_set_texts (self->offers, spil_employer_offer_title, spil_employer_offer_subtitle, NULL,
                              &self->data);
  spil_record_list_set_texts (self->applications, NULL, spil_employer_application_subtitle, NULL,
                              &self->data);
  spil_record_list_set_texts (self->statements, NULL, spil_employer_statement_subtitle, NULL, &self->data);
  spil_record_list_set_empty_text (self->persons, _ ("No contact persons yet"));
  spil_record_list_set_empty_text (self->sites, _ ("No sites yet"));
  spil_record_list_set_empty_text (self->offers, _ ("Nothing offered yet"));
  spil_record_list_set_empty_text (self->applications, _ ("No applications yet"));
  spil_record_list_set_empty_text (self->statements, _ ("No statements of intent yet"));
}

static void
show_scrolled_title (SpilEmployerPage *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gboolean scrolled = gtk_adjustment_get_value (adjustment) >
                      gtk_widget_get_height (GTK_WIDGET (self->name_label));

  adw_window_title_set_title (self->title,
                              scrolled ? adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (self)) : "");
}

static void
append_row (GArray *rows, SpilEntityNumber entity, SpilRecord *record)
{
  SpilPageRow row = { entity, SPIL_ID_NIL };

  if (record == NULL)
    return;
  row.id = spil_record_get_id (record);
  g_array_append_val (rows, row);
}

// What two laptops can contradict each other in, of all that is shown here.
static void
show_conflicts (SpilEmployerPage *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SpilPageRow));
  const SpilEmployerData *data = self->data;

  append_row (rows, SPIL_ENTITY_ORGANISATION, data->organisation);
  append_row (rows, SPIL_ENTITY_ENGAGEMENT, data->engagement);
  for (guint i = 0; i < data->persons->len; i++)
    append_row (rows, SPIL_ENTITY_PERSON, g_ptr_array_index (data->persons, i));
  for (guint i = 0; i < data->sites->len; i++)
    append_row (rows, SPIL_ENTITY_SITE, g_ptr_array_index (data->sites, i));
  for (guint i = 0; i < data->actions->len; i++)
    append_row (rows, SPIL_ENTITY_NEXT_ACTION, g_ptr_array_index (data->actions, i));
  spil_page_set_rows (SPIL_PAGE (self), (const SpilPageRow *) rows->data, rows->len);
}

static void
show_due (SpilEmployerPage *self)
{
  gboolean due = FALSE;

  for (guint i = 0; i < self->data->persons->len; i++)
    due = due || spil_employer_person_is_due (g_ptr_array_index (self->data->persons, i));
  gtk_widget_set_visible (self->due_group, due);
}

static gpointer
prepare (SpilPage *page)
{
  SpilEmployerPage *self = SPIL_EMPLOYER_PAGE (page);

  return spil_employer_request_new (self->id, self->n_entries);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilEmployerPage *self = SPIL_EMPLOYER_PAGE (page);

  self->data = loaded;
  if (loaded == NULL) {
    spil_page_pop (page);
    return;
  }
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->data->row->name);
  show_header (self);
  spil_next_actions_set_actions (self->next_actions, self->data->actions, self->data->today);
  spil_employer_show_facts (self->facts, self->data);
  spil_employer_show_relation (self->relation, self->data);
  spil_record_list_set_records (self->persons, self->data->persons);
  show_due (self);
  show_conflicts (self);
  spil_record_list_set_records (self->sites, self->data->sites);
  spil_record_list_set_records (self->offers, self->data->offers);
  spil_record_list_set_records (self->applications, self->data->applications);
  spil_record_list_set_records (self->statements, self->data->statements);
  spil_timeline_set_entries (self->timeline, self->data->timeline, self->data->n_timeline);
}

/* What a person does */

static void
add_contact (SpilEmployerPage *self)
{
  present (self, spil_contact_dialog_new (WORKER (self), self->id));
}

static void
on_contact_clicked_cb (SpilEmployerPage *self)
{
  add_contact (self);
}

static void
on_stage_clicked_cb (SpilEmployerPage *self)
{
  if (self->data != NULL)
    present (self,
             spil_stage_dialog_new (WORKER (self), self->id, self->data->engagement, self->data->stages));
}

static void
on_edit_facts_clicked_cb (SpilEmployerPage *self)
{
  if (self->data != NULL)
    present (self, ADW_DIALOG (spil_record_dialog_new_edit (WORKER (self), self->data->organisation)));
}

// The stage has a dialog of its own, which asks for evidence.
static void
on_edit_relation_clicked_cb (SpilEmployerPage *self)
{
  static const int fields[] = { SPIL_ENGAGEMENT_TIER,
                                SPIL_ENGAGEMENT_MOBILITY_BROKER,
                                SPIL_ENGAGEMENT_SUSTAINABILITY_BROKER,
                                SPIL_ENGAGEMENT_CADENCE,
                                SPIL_ENGAGEMENT_URGENCY,
                                SPIL_ENGAGEMENT_CAPACITY,
                                0 };
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_ENGAGEMENT);
  SpilRecordDialog *dialog;

  if (self->data == NULL)
    return;
  if (self->data->engagement != NULL)
    dialog = spil_record_dialog_new_edit (WORKER (self), self->data->engagement);
  else {
    g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());

    spil_record_set_reference (preset, SPIL_ENGAGEMENT_ORGANISATION, self->id);
    dialog = spil_record_dialog_new_add (WORKER (self), entity, preset);
  }
  spil_record_dialog_set_fields (dialog, fields);
  present (self, ADW_DIALOG (dialog));
}

static void
on_action_opened_cb (SpilEmployerPage *self, SpilRecord *action)
{
  present (self, ADW_DIALOG (spil_record_dialog_new_edit (WORKER (self), action)));
}

static void
on_action_done_cb (SpilEmployerPage *self, SpilRecord *before)
{
  SpilAction *action = spil_action_new (_ ("Next action done"));
  g_autoptr (SpilRecord) after = spil_record_copy (before);

  spil_record_set_integer (after, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_DONE);
  spil_action_set (action, before, after);
  spil_worker_commit (WORKER (self), action, NULL, NULL);
}

static void
on_plan_action_cb (SpilEmployerPage *self)
{
  static const int fields[] = { SPIL_NEXT_ACTION_TEXT, SPIL_NEXT_ACTION_DUE, SPIL_NEXT_ACTION_OWNER, 0 };
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_NEXT_ACTION);
  g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());
  SpilRecordDialog *dialog;

  spil_record_set_reference (preset, SPIL_NEXT_ACTION_ORGANISATION, self->id);
  spil_record_set_integer (preset, SPIL_NEXT_ACTION_STATE, SPIL_ACTION_STATE_OPEN);
  spil_record_set_day (preset, SPIL_NEXT_ACTION_DUE, spil_day_add (spil_day_today (), 14));
  if (self->data != NULL)
    spil_record_set_text (preset, SPIL_NEXT_ACTION_OWNER, self->data->row->mobility_broker);
  dialog = spil_record_dialog_new_add (WORKER (self), entity, preset);
  spil_record_dialog_set_fields (dialog, fields);
  present (self, ADW_DIALOG (dialog));
}

static void
on_entry_opened_cb (SpilEmployerPage *self, const SpilTimelineEntry *entry)
{
  spil_record_dialog_present_edit (WORKER (self), spil_entity (spil_timeline_entity (entry)), entry->id,
                                   GTK_WIDGET (self));
}

static void
on_entry_correct_cb (SpilEmployerPage *self, const SpilTimelineEntry *entry)
{
  present (self, spil_contact_dialog_new_correction (WORKER (self), self->id, entry->id));
}

static void
on_more_cb (SpilEmployerPage *self)
{
  self->n_entries += MORE_ENTRIES;
  spil_page_reload (SPIL_PAGE (self));
}

// What refers to an organisation is added with this one filled in.
static gboolean
add_record (SpilPage *page, const SpilEntity *entity)
{
  SpilEmployerPage *self = SPIL_EMPLOYER_PAGE (page);

  if (entity->number == SPIL_ENTITY_CONTACT) {
    add_contact (self);
    return TRUE;
  }
  for (int i = 1; i < entity->n_fields; i++)
    if (entity->fields[i].number != 0 && entity->fields[i].target == SPIL_ENTITY_ORGANISATION) {
      g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());

      spil_record_set_reference (preset, i, self->id);
      present (self, ADW_DIALOG (spil_record_dialog_new_add (WORKER (self), entity, preset)));
      return TRUE;
    }
  return FALSE;
}

/* The page */

// Narrow is how it begins: a page that is as wide as its columns never has to fit in a narrow window.
static void
on_wide_cb (SpilEmployerPage *self)
{
  adw_multi_layout_view_set_layout_name (self->layouts, "wide");
  adw_button_content_set_label (self->contact_content, _ ("New contact moment"));
}

static void
on_narrow_cb (SpilEmployerPage *self)
{
  adw_multi_layout_view_set_layout_name (self->layouts, "narrow");
  adw_button_content_set_label (self->contact_content, "");
}

static void
spil_employer_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_EMPLOYER_PAGE);
  G_OBJECT_CLASS (spil_employer_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, contact_content);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, title);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, layouts);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, name_label);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, about_label);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, stage_label);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, stage_button);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, debt_box);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, debt_label);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, next_actions);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, relation);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, persons);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, due_group);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, sites);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, offers);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, applications);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, statements);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, timeline);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_contact_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_facts_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_relation_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_action_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_action_done_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_plan_action_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_entry_correct_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_more_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

// Hands the persons or the next actions of this employer to the window.
static void
export_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autofree char *id = spil_id_dup_text (SPIL_EMPLOYER_PAGE (widget)->id);

  gtk_widget_activate_action (widget, "win.export-list", SPIL_EXPORT_LIST_TYPE,
                              g_variant_get_string (parameter, NULL), id, TRUE, NULL);
}

static void
spil_employer_page_class_init (SpilEmployerPageClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_SITE,  SPIL_ENTITY_PERSON,      SPIL_ENTITY_ENGAGEMENT,
    SPIL_ENTITY_STAGE_CHANGE, SPIL_ENTITY_STAGE, SPIL_ENTITY_CONTACT,     SPIL_ENTITY_CONTACT_PERSON,
    SPIL_ENTITY_NEXT_ACTION,  SPIL_ENTITY_OFFER, SPIL_ENTITY_APPLICATION, SPIL_ENTITY_STATEMENT,
    SPIL_ENTITY_INSTRUMENT,   SPIL_ENTITY_AREA,  SPIL_ENTITY_SETTING,     0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->load = spil_employer_data_load;
  page_class->free_data = (GDestroyNotify) spil_employer_data_free;
  page_class->fill = fill;
  page_class->add_record = add_record;

  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_NEXT_ACTIONS);
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  g_type_ensure (SPIL_TYPE_TIMELINE);
  gtk_widget_class_install_action (widget_class, "employer.export", "s", export_action);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-employer-page.ui");
  bind_children (widget_class);
  bind_callbacks (widget_class);
}

static void
spil_employer_page_init (SpilEmployerPage *self)
{
  self->n_entries = FIRST_ENTRIES;
  gtk_widget_init_template (GTK_WIDGET (self));
  set_texts (self);
  g_signal_connect_object (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed",
                           G_CALLBACK (show_scrolled_title), self, G_CONNECT_SWAPPED);
}

SpilPage *
spil_employer_page_new (SpilWorker *worker, SpilId id)
{
  SpilEmployerPage *self = g_object_new (SPIL_TYPE_EMPLOYER_PAGE, "worker", worker, NULL);

  self->id = id;
  set_presets (self);
  return SPIL_PAGE (self);
}
