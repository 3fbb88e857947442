// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-offer-dialog.h"

#include <glib/gi18n-lib.h>

#include "spil-chips.h"
#include "spil-form-parts.h"
#include "spil-offer-page.h"
#include "spil-short-form.h"
#include "spil-toolkit-query.h"

// What is offered, and to whom.
typedef struct
{
  GtkWidget *parent; /**< that the dialog is presented over */
  SpilId organisation;
  SpilId area;
  SpilId instrument; /**< chosen at first */
  SpilId offer; /**< that is made */
  char *title; /**< of the dialog: says to whom */
  GPtrArray *instruments; /**< of SpilInstrumentRow */
  SpilChips *chips; /**< as the instruments, borrowed */
  SpilFieldEditor *whom[2]; /**< organisation, area; NULL where that is known already */
  SpilFieldEditor *figures[3]; /**< participants, expected avoidances, owner */
} Offering;

static void
offering_free (gpointer data)
{
  Offering *self = data;

  g_clear_object (&self->parent);
  g_free (self->title);
  g_clear_pointer (&self->instruments, g_ptr_array_unref);
  g_free (self);
}

static void
assign_reference (SpilChange *change, int field, SpilId id)
{
  SpilValue value = { .kind = SPIL_VALUE_ID, .id = id };

  if (!spil_id_is_nil (id))
    spil_change_assign (change, field, &value);
}

static gboolean
assign_whom (SpilShortForm *form, Offering *self, SpilChange *change)
{
  assign_reference (change, SPIL_OFFER_ORGANISATION, self->organisation);
  assign_reference (change, SPIL_OFFER_AREA, self->area);
  for (gsize i = 0; i < G_N_ELEMENTS (self->whom); i++)
    if (!spil_short_form_assign (form, self->whom[i], change))
      return FALSE;
  if (self->whom[0] != NULL && spil_change_get (change, SPIL_OFFER_ORGANISATION)->kind == SPIL_VALUE_NULL &&
      spil_change_get (change, SPIL_OFFER_AREA)->kind == SPIL_VALUE_NULL) {
    spil_short_form_refuse (form, _ ("Choose to whom it is offered: an organisation or an area."), NULL);
    spil_form_focus_row (spil_field_editor_get_row (self->whom[0]));
    return FALSE;
  }
  return TRUE;
}

static SpilAction *
save (SpilShortForm *form, gpointer data)
{
  Offering *self = data;
  int chosen = spil_chips_get_first_chosen (self->chips);
  const SpilInstrumentRow *instrument = chosen >= 0 ? g_ptr_array_index (self->instruments, chosen) : NULL;
  SpilValue state = spil_value_integer (SPIL_OFFER_STATE_PIPELINE);
  g_autoptr (SpilAction) action = NULL;
  SpilChange *change;

  if (instrument == NULL) {
    spil_short_form_refuse (form, _ ("Choose what is offered."), GTK_WIDGET (self->chips));
    return NULL;
  }
  action = spil_action_new (_ ("Offer made"));
  self->offer = spil_id_new ();
  change = spil_action_add_row (action, spil_entity (SPIL_ENTITY_OFFER), self->offer);
  assign_reference (change, SPIL_OFFER_INSTRUMENT, instrument->id);
  spil_change_assign (change, SPIL_OFFER_STATE, &state);
  if (!assign_whom (form, self, change))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (self->figures); i++)
    if (!spil_short_form_assign (form, self->figures[i], change))
      return NULL;
  return g_steal_pointer (&action);
}

// The chip that the keyboard can be at: the one that is chosen.
static GtkWidget *
find_focusable (GtkWidget *widget)
{
  GtkWidget *found = gtk_widget_get_focusable (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_focusable (child);
  return found;
}

static void
add_instruments (SpilShortForm *form, Offering *self)
{
  self->chips = SPIL_CHIPS (spil_chips_new (_ ("What is offered"), FALSE));
  for (guint i = 0; i < self->instruments->len; i++) {
    const SpilInstrumentRow *instrument = g_ptr_array_index (self->instruments, i);

    spil_chips_add (self->chips, instrument->name);
    if (i == 0 || spil_id_equal (instrument->id, self->instrument))
      spil_chips_set_chosen (self->chips, (int) i, TRUE);
  }
  g_signal_connect_object (self->chips, "changed", G_CALLBACK (spil_short_form_touch), form,
                           G_CONNECT_SWAPPED);
  spil_short_form_add_row (form, spil_form_box_row_new (_ ("What is offered"), GTK_WIDGET (self->chips)));
  spil_form_focus_first (ADW_DIALOG (form), find_focusable (GTK_WIDGET (self->chips)));
}

// What is offered is prepared on its own page: a period, the participants.
static void
on_saved_cb (SpilShortForm *form, Offering *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (self->parent, SPIL_TYPE_PAGE);

  if (page != NULL)
    spil_page_push (SPIL_PAGE (page),
                    spil_offer_page_new (spil_page_get_worker (SPIL_PAGE (page)), self->offer));
}

static void
present (SpilWorker *worker, Offering *self)
{
  static const int fields[] = { SPIL_OFFER_PARTICIPANTS, SPIL_OFFER_EXPECTED_AVOIDANCES, SPIL_OFFER_OWNER };
  SpilShortForm *form = spil_short_form_new (worker, self->title, save, self, offering_free);

  add_instruments (form, self);
  if (spil_id_is_nil (self->organisation) && spil_id_is_nil (self->area)) {
    self->whom[0] = spil_short_form_add_field (form, SPIL_ENTITY_OFFER, SPIL_OFFER_ORGANISATION, NULL);
    self->whom[1] = spil_short_form_add_field (form, SPIL_ENTITY_OFFER, SPIL_OFFER_AREA, NULL);
  }
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    self->figures[i] = spil_short_form_add_field (form, SPIL_ENTITY_OFFER, fields[i], NULL);
  g_signal_connect (form, "saved", G_CALLBACK (on_saved_cb), self);
  adw_dialog_present (ADW_DIALOG (form), self->parent);
}

static gpointer
load (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  Offering *self = data;
  gboolean employer = !spil_id_is_nil (self->organisation);
  g_autofree char *whom = spil_store_dup_title (
      store, spil_entity (employer ? SPIL_ENTITY_ORGANISATION : SPIL_ENTITY_AREA),
      employer ? self->organisation : self->area);

  self->instruments = spil_toolkit_query_instruments (store, error);
  if (self->instruments == NULL)
    return NULL;
  // Translators: the title of a form; %s is an employer or an area.
  self->title = whom[0] != '\0' ? g_strdup_printf (_ ("Offer to %s"), whom)
                                : g_strdup (_ ("Offer something"));
  return self;
}

static void
on_loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Offering *self = user_data;
  g_autoptr (GError) error = NULL;

  if (spil_worker_run_finish (SPIL_WORKER (source), result, &error) != NULL && self->instruments->len > 0 &&
      gtk_widget_get_root (self->parent) != NULL) {
    present (SPIL_WORKER (source), self);
    return;
  }
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_signal_emit_by_name (source, "failed", error);
  else if (error == NULL && self->instruments != NULL && self->instruments->len == 0)
    gtk_widget_activate_action (self->parent, "win.toast", "s",
                                _ ("There is nothing to offer yet: add an instrument."));
  offering_free (self);
}

void
spil_offer_dialog_present (SpilWorker *worker, GtkWidget *parent, SpilId organisation, SpilId area,
                           SpilId instrument)
{
  Offering *self;

  g_return_if_fail (SPIL_IS_WORKER (worker));
  g_return_if_fail (GTK_IS_WIDGET (parent));

  self = g_new0 (Offering, 1);
  self->parent = g_object_ref (parent);
  self->organisation = organisation;
  self->area = area;
  self->instrument = instrument;
  spil_worker_run (worker, load, self, NULL, NULL, NULL, on_loaded_cb, self);
}
