// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-booking-page.h"

#include <glib/gi18n-lib.h>

#include "spil-booking-data.h"
#include "spil-booking-deeds.h"
#include "spil-booking-form.h"
#include "spil-booking.h"
#include "spil-fact-grid.h"
#include "spil-figure-strip.h"
#include "spil-register-words.h"
#include "spil-row-group.h"
#include "spil-time.h"

// How far what comes of something stands from the edge for each step.
#define INDENT 18

struct _SpilBookingPage
{
  SpilPage parent_instance;

  SpilBookingRequest request;

  GtkLabel *name;
  GtkLabel *marks;
  SpilFigureStrip *strip;
  AdwWrapBox *steps;
  SpilFactGrid *facts;
  SpilRowGroup *places;
  SpilRowGroup *chain;
  SpilRowGroup *documents;
  SpilRowGroup *history;
};

G_DEFINE_FINAL_TYPE (SpilBookingPage, spil_booking_page, SPIL_TYPE_PAGE)

#define WORKER(self) (spil_page_get_worker (SPIL_PAGE (self)))

static gpointer
prepare (SpilPage *page)
{
  return g_memdup2 (&SPIL_BOOKING_PAGE (page)->request, sizeof (SpilBookingRequest));
}

/* What can be done */

static const SpilBudgetBookingRow *
get_row (SpilBookingPage *self)
{
  const SpilBookingData *data = spil_page_get_data (SPIL_PAGE (self));

  return data != NULL ? data->row : NULL;
}

static void
on_expense_clicked_cb (SpilBookingPage *self)
{
  const SpilBudgetBookingRow *row = get_row (self);

  spil_booking_form_present (GTK_WIDGET (self), WORKER (self), SPIL_BOOKING_ACTUAL, row->line, row->id,
                             row->amount.vat);
}

static void
on_commitment_clicked_cb (SpilBookingPage *self)
{
  const SpilBudgetBookingRow *row = get_row (self);

  spil_booking_form_present_on_reservation (GTK_WIDGET (self), WORKER (self), row->line, row->id);
}

static void
on_release_clicked_cb (SpilBookingPage *self)
{
  const SpilBudgetBookingRow *row = get_row (self);

  spil_booking_ask_release (GTK_WIDGET (self), WORKER (self), row->id, spil_register_get_title (row),
                            row->open);
}

static void
on_correct_clicked_cb (SpilBookingPage *self)
{
  spil_booking_form_present_correction (GTK_WIDGET (self), WORKER (self), self->request.kind,
                                        self->request.id);
}

static void
on_reverse_clicked_cb (SpilBookingPage *self)
{
  spil_booking_ask_reverse (GTK_WIDGET (self), WORKER (self), self->request.kind, self->request.id,
                            spil_register_get_title (get_row (self)));
}

static void
add_step (SpilBookingPage *self, const char *label, const char *tooltip, gboolean suggested,
          GCallback clicked)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  if (tooltip != NULL)
    gtk_widget_set_tooltip_text (button, tooltip);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (self->steps, button);
}

static void
add_release (SpilBookingPage *self, const SpilBudgetBookingRow *row)
{
  g_autofree char *amount = spil_money_format (row->open.cents, SPIL_MONEY_CENTS);
  // Translators: %s is an amount.
  g_autofree char *label = g_strdup_printf (_ ("Release what is left (%s)"), amount);

  add_step (self, label, NULL, FALSE, G_CALLBACK (on_release_clicked_cb));
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

// What was taken back, and what takes back, stays as it is; a release may be taken back.
static void
fill_steps (SpilBookingPage *self, const SpilBudgetBookingRow *row)
{
  gboolean stands = !row->reversed && (!row->reverses || row->release) &&
                    !spil_worker_get_read_only (WORKER (self));
  gboolean had_focus = has_focus (GTK_WIDGET (self->steps));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    adw_wrap_box_remove (self->steps, child);
  if (stands && row->kind == SPIL_BOOKING_COMMITMENT && row->open.cents > 0) {
    add_step (self, _ ("Book an expense on it"), NULL, TRUE, G_CALLBACK (on_expense_clicked_cb));
    add_release (self, row);
  }
  if (stands && row->kind == SPIL_BOOKING_RESERVATION && row->open.cents > 0)
    add_step (self, _ ("Enter into a commitment from it"), NULL, TRUE, G_CALLBACK (on_commitment_clicked_cb));
  if (stands && !row->release)
    add_step (self, _ ("Correct"), _ ("Takes it back and books it anew, in one step"), FALSE,
              G_CALLBACK (on_correct_clicked_cb));
  if (stands)
    add_step (self, _ ("Reverse"), _ ("Takes it back with a booking of the opposite amount"), FALSE,
              G_CALLBACK (on_reverse_clicked_cb));
  gtk_widget_set_visible (GTK_WIDGET (self->steps), stands);
  if (had_focus)
    gtk_widget_child_focus (GTK_WIDGET (self->steps), GTK_DIR_TAB_FORWARD);
}

/* What is known */

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), text[0] != '\0');
}

static void
add_figure (SpilBookingPage *self, const char *caption, SpilMoney money)
{
  g_autofree char *text = spil_money_format (money.cents, SPIL_MONEY_CENTS);

  spil_figure_strip_add (self->strip, caption, text, NULL, FALSE);
}

static void
fill_head (SpilBookingPage *self, const SpilBudgetBookingRow *row)
{
  g_autofree char *kind = spil_register_dup_kind (row);
  g_autofree char *marks = spil_register_dup_marks (row);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), kind);
  set_text (self->name, spil_register_get_title (row));
  set_text (self->marks, marks);
  spil_figure_strip_clear (self->strip);
  add_figure (self, _ ("Amount"), row->amount);
  if (row->reverses)
    return;
  if (row->kind == SPIL_BOOKING_COMMITMENT) {
    add_figure (self, _ ("Drawn down"), row->drawn);
    add_figure (self, _ ("Still open"), row->open);
  } else if (row->kind == SPIL_BOOKING_RESERVATION) {
    add_figure (self, _ ("Committed of it"), row->drawn);
    add_figure (self, _ ("Still open"), row->open);
  }
}

static const char *
vat_words (SpilVat vat)
{
  return vat == SPIL_VAT_EXCLUDED ? _ ("excl. VAT") : vat == SPIL_VAT_INCLUDED ? _ ("incl. VAT") : NULL;
}

static void
fill_facts (SpilBookingPage *self, const SpilBookingData *data)
{
  const SpilBudgetBookingRow *row = data->row;
  g_autofree char *date = spil_day_format_long (row->date);
  g_autofree char *late = spil_day_format_long (row->late_of);
  const SpilBookingFields *fields = spil_booking_fields (row->kind);

  spil_fact_grid_clear (self->facts);
  spil_fact_grid_add (self->facts, _ ("Booked on"), date);
  if (late[0] != '\0')
    spil_fact_grid_add (self->facts, _ ("Belongs to"), late);
  spil_fact_grid_add (self->facts, _ ("Counterpart"), row->counterpart);
  if (fields->reference != 0)
    spil_fact_grid_add (self->facts, _ ("Reference"), row->reference);
  spil_fact_grid_add (self->facts, _ ("VAT"), vat_words (row->amount.vat));
  if (data->decision[0] != '\0')
    spil_fact_grid_add (self->facts, _ ("Exception by decision"), data->decision);
}

// What it belongs to and has a page of its own.
static void
fill_places (SpilBookingPage *self, const SpilBookingData *data)
{
  const SpilBudgetBookingRow *row = data->row;
  g_autofree char *line = spil_register_dup_line (row);
  GtkWidget *place = spil_text_row_new (line, _ ("Budget line"), NULL);

  spil_row_group_begin (self->places);
  spil_text_row_open (place, SPIL_ENTITY_BUDGET_LINE, row->line);
  spil_row_group_append (self->places, place);
  if (!spil_id_is_nil (row->application)) {
    const char *kind = spil_id_is_nil (data->payment) ? _ ("Application") : _ ("Payment on an application");

    place = spil_text_row_new (row->application_name != NULL ? row->application_name : _ ("not stated"), kind,
                               NULL);
    spil_text_row_open (place, SPIL_ENTITY_APPLICATION, row->application);
    spil_row_group_append (self->places, place);
  }
  spil_row_group_end (self->places, NULL);
}

/* What it belongs together with */

static void
on_link_activated_cb (GtkWidget *widget)
{
  SpilPage *page = SPIL_PAGE (gtk_widget_get_ancestor (widget, SPIL_TYPE_PAGE));
  const SpilBookingRequest *link = g_object_get_data (G_OBJECT (widget), "spil-booking");

  spil_booking_page_open (page, link->kind, link->id);
}

static GtkWidget *
make_link (SpilBookingPage *self, const SpilBookingLink *link)
{
  const SpilBudgetBookingRow *row = link->row;
  gboolean here = spil_id_equal (row->id, self->request.id);
  g_autofree char *kind = spil_register_dup_kind (row);
  g_autofree char *date = spil_day_format (row->date);
  g_autofree char *marks = spil_register_dup_marks (row);
  g_autofree char *amount = spil_register_dup_amount (row);
  g_autofree char *facts = spil_join_facts (kind, date, row->counterpart, marks,
                                            here ? _ ("shown here") : NULL, NULL);
  GtkWidget *widget = spil_text_row_new (spil_register_get_title (row), facts, amount);

  if (link->depth > 0) {
    GtkWidget *arrow = gtk_label_new ("↳");

    gtk_widget_set_margin_start (arrow, (link->depth - 1) * INDENT);
    gtk_widget_add_css_class (arrow, "dimmed");
    gtk_accessible_update_state (GTK_ACCESSIBLE (arrow), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
    adw_action_row_add_prefix (ADW_ACTION_ROW (widget), arrow);
  }
  if (!here) {
    SpilBookingRequest target = { row->kind, row->id };

    g_object_set_data_full (G_OBJECT (widget), "spil-booking", g_memdup2 (&target, sizeof target), g_free);
    gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), TRUE);
    g_signal_connect (widget, "activated", G_CALLBACK (on_link_activated_cb), NULL);
  }
  return widget;
}

static void
fill_chain (SpilBookingPage *self, const SpilBookingData *data)
{
  spil_row_group_begin (self->chain);
  for (guint i = 0; data->chain->len > 1 && i < data->chain->len; i++)
    spil_row_group_append (self->chain, make_link (self, &g_array_index (data->chain, SpilBookingLink, i)));
  spil_row_group_end (self->chain, NULL);
}

static void
fill_history (SpilBookingPage *self, const SpilBookingData *data)
{
  spil_row_group_begin (self->history);
  for (guint i = 0; i < data->history->len; i++) {
    const SpilHistoryEntry *entry = data->history->pdata[i];
    g_autofree char *time = spil_time_format (entry->time);
    g_autofree char *facts = spil_join_facts (time, entry->actor, NULL);

    spil_row_group_append (self->history, spil_text_row_new (entry->label, facts, NULL));
  }
  spil_row_group_end (self->history, NULL);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilBookingPage *self = SPIL_BOOKING_PAGE (page);
  const SpilBookingData *data = loaded;
  const SpilEntity *entity = spil_entity (spil_booking_fields (self->request.kind)->entity);

  if (data == NULL) {
    spil_page_pop (page);
    return;
  }
  spil_page_set_rows (page, &(SpilPageRow) { entity->number, self->request.id }, 1);
  fill_head (self, data->row);
  fill_steps (self, data->row);
  fill_facts (self, data);
  fill_places (self, data);
  fill_chain (self, data);
  spil_documents_show (self->documents, data->documents, entity, self->request.id);
  fill_history (self, data);
}

/* The class */

static void
spil_booking_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_BOOKING_PAGE);
  G_OBJECT_CLASS (spil_booking_page_parent_class)->dispose (object);
}

static void
spil_booking_page_class_init (SpilBookingPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_BUDGET_LINE, SPIL_ENTITY_COMMITMENT,  SPIL_ENTITY_ACTUAL,
                                  SPIL_ENTITY_FORECAST,    SPIL_ENTITY_RESERVATION, SPIL_ENTITY_PAYMENT,
                                  SPIL_ENTITY_DOCUMENT,    SPIL_ENTITY_DECISION,    0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_booking_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = g_free;
  page_class->help = "bookings";
  page_class->load = spil_booking_data_load;
  page_class->free_data = (GDestroyNotify) spil_booking_data_free;
  page_class->fill = fill;

  g_type_ensure (SPIL_TYPE_FIGURE_STRIP);
  g_type_ensure (SPIL_TYPE_FACT_GRID);
  g_type_ensure (SPIL_TYPE_ROW_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-booking-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, name);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, marks);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, strip);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, facts);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, places);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, chain);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, documents);
  gtk_widget_class_bind_template_child (widget_class, SpilBookingPage, history);
}

static void
spil_booking_page_init (SpilBookingPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
spil_booking_page_open (SpilPage *from, SpilBookingKind kind, SpilId id)
{
  SpilBookingPage *self;

  g_return_if_fail (SPIL_IS_PAGE (from));

  self = g_object_new (SPIL_TYPE_BOOKING_PAGE, "worker", spil_page_get_worker (from), NULL);
  self->request.kind = kind;
  self->request.id = id;
  spil_page_push (from, SPIL_PAGE (self));
}
