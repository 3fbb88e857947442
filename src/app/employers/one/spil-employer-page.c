// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-employer-page.h"

#include <glib/gi18n-lib.h>

#include "spil-application-form.h"
#include "spil-application-page.h"
#include "spil-export-list.h"
#include "spil-contact-dialog.h"
#include "spil-employer-data.h"
#include "spil-employer-facts.h"
#include "spil-employer-texts.h"
#include "spil-employer-words.h"
#include "spil-merged-line.h"
#include "spil-event-section.h"
#include "spil-next-actions.h"
#include "spil-people.h"
#include "spil-offer-dialog.h"
#include "spil-offer-section.h"
#include "spil-promise-section.h"
#include "spil-record-dialog.h"
#include "spil-record-list.h"
#include "spil-visit-page.h"
#include "spil-row-group.h"
#include "spil-scan-page.h"
#include "spil-scan-words.h"
#include "spil-stage-dialog.h"
#include "spil-tags-group.h"
#include "spil-timeline-words.h"
#include "spil-timeline.h"
#include "spil-visit-section.h"

// Entries of the timeline that are shown at first, and that each request adds.
#define FIRST_ENTRIES 20
#define MORE_ENTRIES 60

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
  SpilMergedLine *merged;
  SpilFactGrid *relation;
  SpilRowGroup *persons;
  GtkWidget *due_group;
  SpilTagsGroup *tags;
  SpilRowGroup *documents;
  SpilVisitSection *visits;
  SpilRecordList *sites;
  SpilRecordList *applications;
  SpilRecordList *statements;
  SpilRecordList *scans;
  SpilRecordList *interventions;
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

  about = g_strjoin (" · ", row->town != NULL ? row->town : _ ("town not stated"),
                     staff != NULL ? staff : _ ("staff not stated"),
                     spil_record_get_text (self->data->organisation, SPIL_ORGANISATION_SECTOR), NULL);
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
  set_preset (self, self->sites, SPIL_ENTITY_SITE, SPIL_SITE_ORGANISATION);
  set_preset (self, self->applications, SPIL_ENTITY_APPLICATION, SPIL_APPLICATION_ORGANISATION);
  set_preset (self, self->statements, SPIL_ENTITY_STATEMENT, SPIL_STATEMENT_ORGANISATION);
  set_preset (self, self->scans, SPIL_ENTITY_SCAN, SPIL_SCAN_ORGANISATION);
  set_preset (self, self->interventions, SPIL_ENTITY_INTERVENTION, SPIL_INTERVENTION_ORGANISATION);
}

static void
set_texts (SpilEmployerPage *self)
{
  spil_record_list_set_texts (self->sites, spil_employer_site_title, spil_employer_site_subtitle, NULL,
                              &self->data);
  spil_record_list_set_texts (self->applications, NULL, spil_employer_application_subtitle, NULL,
                              &self->data);
  spil_record_list_set_texts (self->scans, spil_scan_dup_list_title, spil_scan_dup_list_subtitle, NULL, NULL);
  spil_record_list_set_texts (self->statements, NULL, spil_employer_statement_subtitle, NULL, &self->data);
  spil_record_list_set_empty_text (self->sites, _ ("No sites yet"));
  spil_record_list_set_empty_text (self->applications, _ ("No applications yet"));
  spil_record_list_set_empty_text (self->statements, _ ("No statements of intent yet"));
  spil_record_list_set_empty_text (self->scans, _ ("No quickscan yet"));
  spil_record_list_set_empty_text (self->interventions, _ ("No interventions yet"));
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
  SpilTimelineFilter filter = { .organisation = self->id, .limit = self->n_entries };

  spil_timeline_get_filter (self->timeline, &filter);
  return spil_employer_request_new (&filter);
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
  // Of what is merged into another this is the page of that one.
  self->id = self->data->id;
  spil_section_set_subjects (GTK_WIDGET (self), self->id);
  set_presets (self);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), self->data->row->name);
  show_header (self);
  spil_next_actions_show (self->next_actions, self->data);
  spil_visit_section_show (self->visits, self->data->visits);
  spil_employer_show_facts (self->facts, self->data);
  spil_merged_line_show (self->merged, self->data->id);
  spil_employer_show_relation (self->relation, self->data);
  spil_people_show (self->persons, self->data);
  spil_tags_group_show (self->tags, self->data->organisation, self->data->tags_in_use);
  spil_documents_show (self->documents, self->data->documents, spil_entity (SPIL_ENTITY_ORGANISATION),
                       self->id);
  show_due (self);
  show_conflicts (self);
  spil_record_list_set_records (self->sites, self->data->sites);
  spil_record_list_set_records (self->applications, self->data->applications);
  spil_record_list_set_records (self->statements, self->data->statements);
  spil_record_list_set_records (self->scans, self->data->scans);
  spil_record_list_set_records (self->interventions, self->data->interventions);
  spil_timeline_set_brokers (self->timeline, self->data->visits);
  spil_timeline_set_entries (self->timeline, self->data->timeline, self->data->counts,
                             self->data->n_timeline);
}

/* What a person does */

static gboolean
on_application_activated_cb (SpilEmployerPage *self, SpilRecord *application)
{
  spil_page_push (SPIL_PAGE (self), spil_application_page_new (spil_page_get_worker (SPIL_PAGE (self)),
                                                               spil_record_get_id (application)));
  return TRUE;
}

static gboolean
on_application_add_cb (SpilEmployerPage *self)
{
  spil_application_form_add (spil_page_get_worker (SPIL_PAGE (self)), GTK_WIDGET (self), SPIL_ID_NIL,
                             self->id);
  return TRUE;
}

static gboolean
on_scan_activated_cb (SpilEmployerPage *self, SpilRecord *scan)
{
  spil_page_push (SPIL_PAGE (self),
                  spil_scan_page_new (spil_page_get_worker (SPIL_PAGE (self)), spil_record_get_id (scan)));
  return TRUE;
}

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
on_filter_changed_cb (SpilEmployerPage *self)
{
  self->n_entries = FIRST_ENTRIES;
  spil_page_reload (SPIL_PAGE (self));
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

  switch (entity->number) {
  case SPIL_ENTITY_CONTACT:
    add_contact (self);
    return TRUE;
  case SPIL_ENTITY_STAGE_CHANGE:
    on_stage_clicked_cb (self);
    return TRUE;
  case SPIL_ENTITY_OFFER:
    spil_offer_dialog_present (WORKER (self), GTK_WIDGET (self), self->id, SPIL_ID_NIL, SPIL_ID_NIL);
    return TRUE;
  default:
    break;
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

// Who works there.
static void
add (SpilPage *page)
{
  spil_row_group_add (SPIL_EMPLOYER_PAGE (page)->persons);
}

static void
visit (SpilPage *page)
{
  SpilEmployerPage *self = SPIL_EMPLOYER_PAGE (page);

  spil_page_push (page, spil_visit_page_new (WORKER (self), self->id));
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
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, merged);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, relation);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, persons);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, due_group);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, tags);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, documents);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, visits);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, interventions);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, sites);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, applications);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, statements);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, scans);
  gtk_widget_class_bind_template_callback (widget_class, on_scan_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_application_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_application_add_cb);
  gtk_widget_class_bind_template_child (widget_class, SpilEmployerPage, timeline);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, on_contact_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_facts_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_relation_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_filter_changed_cb);
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
    SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_SITE,           SPIL_ENTITY_PERSON,
    SPIL_ENTITY_ENGAGEMENT,   SPIL_ENTITY_STAGE_CHANGE,   SPIL_ENTITY_STAGE,
    SPIL_ENTITY_CONTACT,      SPIL_ENTITY_CONTACT_PERSON, SPIL_ENTITY_NEXT_ACTION,
    SPIL_ENTITY_APPLICATION,  SPIL_ENTITY_STATEMENT,      SPIL_ENTITY_SCAN,
    SPIL_ENTITY_INSTRUMENT,   SPIL_ENTITY_AREA,           SPIL_ENTITY_SETTING,
    SPIL_ENTITY_DOCUMENT,     SPIL_ENTITY_INTERVENTION,   0,
  };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_employer_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = spil_employer_request_free;
  page_class->help = "employer";
  page_class->load = spil_employer_data_load;
  page_class->free_data = (GDestroyNotify) spil_employer_data_free;
  page_class->fill = fill;
  page_class->add = add;
  page_class->add_record = add_record;
  page_class->visit = visit;

  g_type_ensure (SPIL_TYPE_EVENT_SECTION);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_MERGED_LINE);
  g_type_ensure (SPIL_TYPE_NEXT_ACTIONS);
  g_type_ensure (SPIL_TYPE_OFFER_SECTION);
  g_type_ensure (SPIL_TYPE_PROMISE_SECTION);
  g_type_ensure (SPIL_TYPE_RECORD_LIST);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  g_type_ensure (SPIL_TYPE_TAGS_GROUP);
  g_type_ensure (SPIL_TYPE_TIMELINE);
  g_type_ensure (SPIL_TYPE_VISIT_SECTION);
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
