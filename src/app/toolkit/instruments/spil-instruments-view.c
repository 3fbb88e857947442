// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-instruments-view.h"

#include <glib/gi18n-lib.h>

#include "spil-record-dialog.h"
#include "spil-row-group.h"
#include "spil-toolkit-query.h"
#include "spil-toolkit-rows.h"

struct _SpilInstrumentsView
{
  SpilSection parent_instance;

  SpilRowGroup *group;
};

G_DEFINE_FINAL_TYPE (SpilInstrumentsView, spil_instruments_view, SPIL_TYPE_SECTION)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  return spil_toolkit_query_instruments (store, error);
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilInstrumentsView *self = SPIL_INSTRUMENTS_VIEW (section);
  GPtrArray *instruments = loaded;

  spil_row_group_begin (self->group);
  for (guint i = 0; i < instruments->len; i++)
    spil_row_group_append (self->group, spil_instrument_row_new (g_ptr_array_index (instruments, i)));
  spil_row_group_end (self->group, NULL);
  if (instruments->len == 0)
    spil_section_set_empty (section, "spil-toolkit-symbolic", _ ("No instruments yet"),
                            _ ("Add what the brokers can offer employers, with its rules."),
                            _ ("Add an instrument"));
}

static void
add (SpilSection *section)
{
  SpilRecordDialog *dialog = spil_record_dialog_new_add (spil_section_get_worker (section),
                                                         spil_entity (SPIL_ENTITY_INSTRUMENT), NULL);

  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (spil_section_get_page (section)));
}

static void
spil_instruments_view_class_init (SpilInstrumentsViewClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_INSTRUMENT, SPIL_ENTITY_OFFER, 0 };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_instruments_view_init (SpilInstrumentsView *self)
{
  GtkBox *column = spil_section_make_column (SPIL_SECTION (self), 860);

  self->group = SPIL_ROW_GROUP (spil_row_group_new (NULL));
  // The choice of views above it is its heading.
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Instruments"), -1);
  gtk_box_append (column, GTK_WIDGET (self->group));
}
