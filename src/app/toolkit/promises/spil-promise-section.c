// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-promise-section.h"

#include <glib/gi18n-lib.h>

#include "spil-promise-query.h"
#include "spil-promise-rows.h"
#include "spil-row-group.h"

#define MAX_PROMISES 20

struct _SpilPromiseSection
{
  SpilSection parent_instance;

  SpilRowGroup *group;
};

G_DEFINE_FINAL_TYPE (SpilPromiseSection, spil_promise_section, SPIL_TYPE_SECTION)

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilPromiseFilter filter = { .organisation = *(const SpilId *) request,
                                     .today = spil_day_today (),
                                     .limit = MAX_PROMISES };

  return spil_promise_query (store, &filter, error);
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilPromiseSection *self = SPIL_PROMISE_SECTION (section);
  GPtrArray *promises = loaded;
  g_autoptr (SpilRecord) preset = spil_record_new (spil_entity (SPIL_ENTITY_PROMISE), spil_id_new ());

  spil_record_set_reference (preset, SPIL_PROMISE_ORGANISATION, spil_section_get_subject (section));
  spil_record_set_integer (preset, SPIL_PROMISE_STATE, SPIL_ACTION_STATE_OPEN);
  spil_row_group_set_add (self->group, preset, spil_promise_own_fields);
  spil_row_group_begin (self->group);
  for (guint i = 0; i < promises->len; i++)
    spil_row_group_append (self->group,
                           spil_promise_row_new (g_ptr_array_index (promises, i), spil_day_today (), FALSE));
  spil_row_group_end (self->group, _ ("Nothing promised yet"));
}

static void
add (SpilSection *section)
{
  spil_row_group_add (SPIL_PROMISE_SECTION (section)->group);
}

static void
spil_promise_section_class_init (SpilPromiseSectionClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_PROMISE, SPIL_ENTITY_STATEMENT, SPIL_ENTITY_SETTING, 0 };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->load = load;
  section_class->free_data = (GDestroyNotify) g_ptr_array_unref;
  section_class->fill = fill;
  section_class->add = add;
}

static void
spil_promise_section_init (SpilPromiseSection *self)
{
  self->group = SPIL_ROW_GROUP (spil_row_group_new (_ ("Promises")));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}
