// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-application-page.h"

#include <glib/gi18n-lib.h>

#include "spil-application-data.h"
#include "spil-application-form.h"
#include "spil-application-parts.h"
#include "spil-columns.h"
#include "spil-entry-list.h"
#include "spil-fact-grid.h"
#include "spil-figure-strip.h"
#include "spil-fund-letters.h"
#include "spil-fund-steps.h"
#include "spil-fund-words.h"
#include "spil-requirement-rows.h"
#include "spil-row-group.h"
#include "spil-step-line.h"

struct _SpilApplicationPage
{
  SpilPage parent_instance;

  SpilId application;

  GtkLabel *employer;
  GtkLabel *measures;
  GtkLabel *term;
  SpilStepLine *steps;
  GtkWidget *over_card;
  GtkLabel *over;
  GtkWidget *decide_button;
  GtkWidget *next_card;
  GtkLabel *next_sentence;
  GtkButton *next_button;
  GtkMenuButton *other_button;
  SpilFigureStrip *strip;
  GtkLabel *rule;
  SpilEntryList *costs;
  SpilRowGroup *requirements;
  SpilRowGroup *accountability;
  SpilFactGrid *facts;
  SpilRowGroup *links;
  SpilRowGroup *letters;
  SpilRowGroup *documents;
  SpilRowGroup *payments;
  SpilRowGroup *history;
};

G_DEFINE_FINAL_TYPE (SpilApplicationPage, spil_application_page, SPIL_TYPE_PAGE)

/* Loading */

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_APPLICATION_PAGE (page)->application, sizeof (SpilId));
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilId *application = request;

  return spil_application_data_load (store, *application, spil_day_today (), error);
}

/* The head */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

static GMenuModel *
make_menu (GArray *choices)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 1; i < choices->len; i++) {
    const SpilFundChoice *choice = &g_array_index (choices, SpilFundChoice, i);
    g_autofree char *action = g_strdup_printf ("application.step(%d)", choice->to);

    g_menu_append (menu, choice->label, action);
  }
  return G_MENU_MODEL (menu);
}

static gboolean
has_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

// One clear next step, and what it does; the others in a menu.
static void
fill_next (SpilApplicationPage *self, const SpilApplicationData *data)
{
  g_autoptr (GArray) choices = spil_fund_steps_of (data->row);
  g_autoptr (GMenuModel) menu = make_menu (choices);
  gboolean had_focus = has_focus (self->next_card);

  gtk_widget_set_visible (self->next_card, choices->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->other_button), choices->len > 1);
  gtk_menu_button_set_menu_model (self->other_button, menu);
  set_text (self->next_sentence, data->next);
  if (choices->len > 0)
    gtk_button_set_label (self->next_button, g_array_index (choices, SpilFundChoice, 0).label);
  if (data->next_allowed)
    gtk_widget_remove_css_class (GTK_WIDGET (self->next_sentence), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->next_sentence), "warning");
  if (had_focus && choices->len > 0)
    gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

static void
fill_term (SpilApplicationPage *self, const SpilApplicationData *data)
{
  g_autofree char *term = spil_fund_dup_term (data->row, data->day);

  set_text (self->term, term);
  if (data->row->late)
    gtk_widget_add_css_class (GTK_WIDGET (self->term), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->term), "warning");
}

// What people have to decide on before all else.
static void
fill_over (SpilApplicationPage *self, const SpilApplicationData *data)
{
  g_autofree char *over = spil_fund_application_dup_over (data->row);
  g_autofree char *text = over != NULL && data->window != NULL ? g_strjoin (" ", over, data->window, NULL)
                                                               : NULL;

  set_text (self->over, text != NULL ? text : over != NULL ? over : data->window);
  gtk_widget_set_visible (self->over_card, over != NULL || data->window != NULL);
  gtk_widget_set_visible (self->decide_button, over != NULL);
}

static void
fill_costs (SpilApplicationPage *self, const SpilApplicationData *data)
{
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_COST_ITEM), spil_id_new ());
  g_autofree char *sentence = spil_application_dup_costs (data->row);

  spil_record_set_reference (preset, SPIL_COST_ITEM_APPLICATION, self->application);
  spil_record_set_integer (preset, SPIL_COST_ITEM_VAT,
                           data->row->vat != SPIL_VAT_UNKNOWN ? data->row->vat : SPIL_VAT_EXCLUDED);
  spil_entry_list_set_preset (self->costs, preset);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->costs), sentence);
  spil_entry_list_set_records (self->costs, data->costs);
}

static void
fill_lists (SpilApplicationPage *self, const SpilApplicationData *data)
{
  const SpilFundApplicationRow *row = data->row;

  fill_costs (self, data);
  spil_requirement_rows_fill (self->requirements, row->id, data->requirements, SPIL_ASSESSMENT_STEP_ESTIMATE,
                              &row->completeness);
  spil_requirement_rows_fill (self->accountability, row->id, data->requirements,
                              SPIL_ASSESSMENT_STEP_SETTLEMENT, &row->accountability);
  gtk_widget_set_visible (GTK_WIDGET (self->accountability), row->accountability.asked > 0);
  spil_application_fill_facts (self->facts, data);
  spil_application_fill_links (self->links, data);
  spil_application_fill_payments (self->payments, data);
  spil_application_fill_history (self->history, data);
  spil_documents_show (self->documents, data->documents, spil_entity (SPIL_ENTITY_APPLICATION), row->id);
  spil_fund_letters_fill (self->letters, data);
}

// What may be awarded matters until it is awarded, and again once the real cost is known; what the next step does may tell it already.
static gboolean
tells_rule (const SpilApplicationData *data, const char *rule)
{
  return (!data->row->has_awarded || data->row->has_settled_cost) &&
         (data->next == NULL || strstr (data->next, rule) == NULL);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilApplicationPage *self = SPIL_APPLICATION_PAGE (page);
  const SpilApplicationData *data = loaded;
  g_autofree char *rule = NULL;

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { SPIL_ENTITY_APPLICATION, self->application }, 1);
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (page),
                                 data->row->number != NULL ? data->row->number : _ ("Application"));
  rule = spil_fund_award_dup_sentence (&data->row->award);
  gtk_label_set_text (self->employer, data->row->organisation_name);
  gtk_label_set_text (self->measures, spil_fund_get_measures (data->row));
  set_text (self->rule, tells_rule (data, rule) ? rule : NULL);
  spil_step_line_set_row (self->steps, data->row);
  fill_term (self, data);
  fill_over (self, data);
  fill_next (self, data);
  spil_application_fill_strip (self->strip, data->row);
  fill_lists (self, data);
}

/* Doing */

static void
take_step (SpilApplicationPage *self, int to)
{
  spil_fund_step_present (GTK_WIDGET (self), spil_page_get_worker (SPIL_PAGE (self)), self->application, to);
}

static void
on_next_clicked_cb (SpilApplicationPage *self)
{
  const SpilApplicationData *data = spil_page_get_data (SPIL_PAGE (self));
  g_autoptr (GArray) choices = data != NULL ? spil_fund_steps_of (data->row) : NULL;

  if (choices != NULL && choices->len > 0)
    take_step (self, g_array_index (choices, SpilFundChoice, 0).to);
}

static void
step_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  take_step (SPIL_APPLICATION_PAGE (widget), g_variant_get_int32 (parameter));
}

static void
on_edit_clicked_cb (SpilApplicationPage *self)
{
  const SpilApplicationData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    spil_application_form_edit (spil_page_get_worker (SPIL_PAGE (self)), GTK_WIDGET (self), data->record);
}

static void
on_decide_clicked_cb (SpilApplicationPage *self)
{
  const SpilApplicationData *data = spil_page_get_data (SPIL_PAGE (self));

  if (data != NULL)
    spil_application_form_decide (spil_page_get_worker (SPIL_PAGE (self)), GTK_WIDGET (self), data->record);
}

/* The class */

static void
spil_application_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_APPLICATION_PAGE);
  G_OBJECT_CLASS (spil_application_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-application-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, employer);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, measures);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, term);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, over_card);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, over);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, decide_button);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, next_card);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, next_sentence);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, next_button);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, other_button);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, rule);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, costs);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, requirements);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, accountability);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, links);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, letters);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, documents);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, payments);
  gtk_widget_class_bind_template_child (widget_class, SpilApplicationPage, history);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_edit_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_decide_clicked_cb);
}

static void
ensure_types (void)
{
  g_type_ensure (SPIL_TYPE_COLUMNS);
  g_type_ensure (SPIL_TYPE_ENTRY_LIST);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  g_type_ensure (SPIL_TYPE_STEP_LINE);
}

static void
spil_application_page_class_init (SpilApplicationPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_APPLICATION,
                                  SPIL_ENTITY_SCHEME,
                                  SPIL_ENTITY_ASSESSMENT,
                                  SPIL_ENTITY_PAYMENT,
                                  SPIL_ENTITY_COST_ITEM,
                                  SPIL_ENTITY_REQUIREMENT,
                                  SPIL_ENTITY_REQUIREMENT_CHECK,
                                  SPIL_ENTITY_COMMITMENT,
                                  SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_LETTER,
                                  SPIL_ENTITY_DOCUMENT,
                                  SPIL_ENTITY_ORGANISATION,
                                  SPIL_ENTITY_PERSON,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_application_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "applications";
  page_class->load = load;
  page_class->free_data = (GDestroyNotify) spil_application_data_free;
  page_class->fill = fill;
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "application.step", "i", step_action);
  ensure_types ();
  bind_template (GTK_WIDGET_CLASS (klass));
}

static void
spil_application_page_init (SpilApplicationPage *self)
{
  static const int cost_fields[] = { SPIL_COST_ITEM_NAME, SPIL_COST_ITEM_ESTIMATED, SPIL_COST_ITEM_SETTLED,
                                     SPIL_COST_ITEM_EXCLUDED, 0 };

  gtk_widget_init_template (GTK_WIDGET (self));
  spil_entry_list_set_up (self->costs, cost_fields, 0, _ ("Add a cost item"));
}

SpilPage *
spil_application_page_new (SpilWorker *worker, SpilId application)
{
  SpilApplicationPage *self = g_object_new (SPIL_TYPE_APPLICATION_PAGE, "worker", worker, NULL);

  self->application = application;
  return SPIL_PAGE (self);
}
