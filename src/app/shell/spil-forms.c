// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-forms.h"

#include <glib/gi18n-lib.h>

#include "spil-application-form.h"
#include "spil-contact-dialog.h"
#include "spil-employer-add.h"
#include "spil-offer-dialog.h"
#include "spil-record-dialog.h"

static void
add_contact (SpilWorker *worker, GtkWidget *parent)
{
  adw_dialog_present (spil_contact_dialog_new (worker, SPIL_ID_NIL), parent);
}

static void
add_offer (SpilWorker *worker, GtkWidget *parent)
{
  spil_offer_dialog_present (worker, parent, SPIL_ID_NIL, SPIL_ID_NIL, SPIL_ID_NIL);
}

static void
add_application (SpilWorker *worker, GtkWidget *parent)
{
  spil_application_form_add (worker, parent, SPIL_ID_NIL, SPIL_ID_NIL);
}

// A stage is that of an employer: its page takes this.
static void
change_stage (SpilWorker *worker, GtkWidget *parent)
{
  spil_page_toast (SPIL_PAGE (parent), _ ("Open the employer first: its stage is changed there."));
}

// The entities that have a form of their own.
static const struct
{
  int entity;
  void (*present) (SpilWorker *worker, GtkWidget *parent);
} forms[] = {
  { SPIL_ENTITY_APPLICATION, add_application },
  { SPIL_ENTITY_CONTACT, add_contact },
  { SPIL_ENTITY_ORGANISATION, spil_employer_add_present },
  { SPIL_ENTITY_OFFER, add_offer },
  { SPIL_ENTITY_STAGE_CHANGE, change_stage },
};

void
spil_forms_add (SpilPage *page, const SpilEntity *entity)
{
  GtkWidget *widget = GTK_WIDGET (page);
  SpilWorker *worker = spil_page_get_worker (page);

  g_return_if_fail (SPIL_IS_PAGE (page));

  if (SPIL_PAGE_GET_CLASS (page)->add_record != NULL && SPIL_PAGE_GET_CLASS (page)->add_record (page, entity))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].entity == entity->number) {
      forms[i].present (worker, widget);
      return;
    }
  adw_dialog_present (ADW_DIALOG (spil_record_dialog_new_add (worker, entity, NULL)), widget);
}
