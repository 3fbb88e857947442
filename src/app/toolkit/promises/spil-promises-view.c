// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-promises-view.h"

#include <glib/gi18n-lib.h>

#include "spil-choice-filter.h"
#include "spil-figure-strip.h"
#include "spil-number.h"
#include "spil-promise-query.h"
#include "spil-promise-rows.h"
#include "spil-record-dialog.h"
#include "spil-row-group.h"

// Promises that are shown at once; the counts tell of all.
#define MAX_PROMISES 100

// The groups of the book.
enum
{
  OVERDUE,
  OPEN,
  CLOSED,
  N_GROUPS
};

struct _SpilPromisesView
{
  SpilSection parent_instance;

  SpilChoiceFilter *alliance;
  SpilChoiceFilter *area;
  SpilFigureStrip *figures;
  SpilRowGroup *groups[N_GROUPS];
};

G_DEFINE_FINAL_TYPE (SpilPromisesView, spil_promises_view, SPIL_TYPE_SECTION)

// What the view shows.
typedef struct
{
  GPtrArray *promises; /**< of SpilPromiseRow */
  int counts[SPIL_N_PROMISES];
  GPtrArray *alliances; /**< of SpilRecord */
  GPtrArray *areas; /**< of SpilRecord */
} Data;

static void
data_free (gpointer loaded)
{
  Data *data = loaded;

  g_clear_pointer (&data->promises, g_ptr_array_unref);
  g_clear_pointer (&data->alliances, g_ptr_array_unref);
  g_clear_pointer (&data->areas, g_ptr_array_unref);
  g_free (data);
}

static gpointer
prepare (SpilSection *section)
{
  SpilPromisesView *self = SPIL_PROMISES_VIEW (section);
  const SpilPromiseFilter filter = {
    .alliance = spil_choice_filter_get_id (self->alliance),
    .area = spil_choice_filter_get_id (self->area),
    .today = spil_day_today (),
    .limit = MAX_PROMISES,
  };

  return g_memdup2 (&filter, sizeof filter);
}

static GPtrArray *
load_all (SpilStore *store, SpilEntityNumber entity, GError **error)
{
  g_autoptr (SpilQuery) query = spil_query_new (spil_entity (entity));

  return spil_store_list (store, query, error);
}

static gpointer
load (SpilStore *store, gpointer request, GCancellable *cancellable, GError **error)
{
  const SpilPromiseFilter *filter = request;
  Data *data = g_new0 (Data, 1);

  if ((data->promises = spil_promise_query (store, filter, error)) != NULL &&
      spil_promise_query_counts (store, filter, data->counts, error) &&
      (data->alliances = load_all (store, SPIL_ENTITY_ALLIANCE, error)) != NULL &&
      (data->areas = load_all (store, SPIL_ENTITY_AREA, error)) != NULL)
    return data;
  data_free (data);
  return NULL;
}

static void
fill_filter (SpilChoiceFilter *filter, GPtrArray *records)
{
  spil_choice_filter_begin (filter);
  for (guint i = 0; i < records->len; i++)
    spil_choice_filter_add_row (filter, spil_record_get_title (records->pdata[i]),
                                spil_record_get_id (records->pdata[i]));
  spil_choice_filter_end (filter);
}

static void
fill_figures (SpilPromisesView *self, const int *counts)
{
  int open = counts[SPIL_PROMISE_OVERDUE] + counts[SPIL_PROMISE_SOON] + counts[SPIL_PROMISE_OPEN] +
             counts[SPIL_PROMISE_UNDATED];
  g_autofree char *overdue = spil_integer_format (counts[SPIL_PROMISE_OVERDUE]);
  g_autofree char *soon = spil_integer_format (counts[SPIL_PROMISE_SOON]);
  g_autofree char *all = spil_integer_format (open);
  g_autofree char *kept = spil_integer_format (counts[SPIL_PROMISE_KEPT]);

  spil_figure_strip_clear (self->figures);
  spil_figure_strip_add (self->figures, _ ("Overdue"), overdue, NULL, counts[SPIL_PROMISE_OVERDUE] > 0);
  spil_figure_strip_add (self->figures, _ ("Due soon"), soon, NULL, FALSE);
  spil_figure_strip_add (self->figures, _ ("Open in all"), all, NULL, FALSE);
  spil_figure_strip_add (self->figures, C_ ("promises", "Kept"), kept, NULL, FALSE);
}

static int
group_of (const SpilPromiseRow *promise)
{
  if (promise->standing == SPIL_PROMISE_OVERDUE)
    return OVERDUE;
  return promise->state == SPIL_ACTION_STATE_OPEN ? OPEN : CLOSED;
}

static void
fill (SpilSection *section, gpointer loaded)
{
  SpilPromisesView *self = SPIL_PROMISES_VIEW (section);
  const Data *data = loaded;
  SpilDay today = spil_day_today ();

  fill_filter (self->alliance, data->alliances);
  fill_filter (self->area, data->areas);
  fill_figures (self, data->counts);
  for (int i = 0; i < N_GROUPS; i++)
    spil_row_group_begin (self->groups[i]);
  for (guint i = 0; i < data->promises->len; i++) {
    const SpilPromiseRow *promise = g_ptr_array_index (data->promises, i);

    spil_row_group_append (self->groups[group_of (promise)], spil_promise_row_new (promise, today, TRUE));
  }
  spil_row_group_end (self->groups[OVERDUE], NULL);
  spil_row_group_end (self->groups[OPEN], _ ("No promise is open"));
  spil_row_group_end (self->groups[CLOSED], NULL);
  if (data->promises->len == 0 && spil_id_is_nil (spil_choice_filter_get_id (self->alliance)) &&
      spil_id_is_nil (spil_choice_filter_get_id (self->area)))
    spil_section_set_empty (section, "object-select-symbolic", _ ("No promises yet"),
                            _ ("What employers promised to do stands here, the overdue ones first."),
                            _ ("Add a promise"));
}

static void
add (SpilSection *section)
{
  const SpilEntity *entity = spil_entity (SPIL_ENTITY_PROMISE);
  g_autoptr (SpilRecord) preset = spil_record_new (entity, spil_id_new ());
  SpilRecordDialog *dialog;

  spil_record_set_integer (preset, SPIL_PROMISE_STATE, SPIL_ACTION_STATE_OPEN);
  dialog = spil_record_dialog_new_add (spil_section_get_worker (section), entity, preset);
  spil_record_dialog_set_fields (dialog, spil_promise_fields);
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (spil_section_get_page (section)));
}

static void
spil_promises_view_class_init (SpilPromisesViewClass *klass)
{
  static const int entities[] = {
    SPIL_ENTITY_PROMISE,  SPIL_ENTITY_STATEMENT,  SPIL_ENTITY_ORGANISATION,
    SPIL_ENTITY_ALLIANCE, SPIL_ENTITY_MEMBERSHIP, SPIL_ENTITY_AREA,
    SPIL_ENTITY_SITE,     SPIL_ENTITY_SETTING,    0,
  };
  SpilSectionClass *section_class = SPIL_SECTION_CLASS (klass);

  section_class->entities = entities;
  section_class->prepare = prepare;
  section_class->free_request = g_free;
  section_class->load = load;
  section_class->free_data = data_free;
  section_class->fill = fill;
  section_class->add = add;
}

static SpilChoiceFilter *
add_filter (SpilPromisesView *self, GtkWidget *bar, const char *name, const char *all)
{
  GtkWidget *filter = spil_choice_filter_new (name, all);

  g_signal_connect_object (filter, "changed", G_CALLBACK (spil_section_reload), self, G_CONNECT_SWAPPED);
  adw_wrap_box_append (ADW_WRAP_BOX (bar), filter);
  return SPIL_CHOICE_FILTER (filter);
}

static void
spil_promises_view_init (SpilPromisesView *self)
{
  const char *titles[] = { _ ("Overdue"), C_ ("promises", "Open"), _ ("Kept or dropped") };
  GtkBox *column = spil_section_make_column (SPIL_SECTION (self), 860);
  GtkWidget *bar = adw_wrap_box_new ();

  adw_wrap_box_set_child_spacing (ADW_WRAP_BOX (bar), 6);
  adw_wrap_box_set_line_spacing (ADW_WRAP_BOX (bar), 6);
  self->alliance = add_filter (self, bar, _ ("Alliance"), _ ("All alliances"));
  self->area = add_filter (self, bar, _ ("Area"), _ ("All areas"));
  gtk_box_append (column, bar);
  self->figures = SPIL_FIGURE_STRIP (spil_figure_strip_new ());
  gtk_box_append (column, GTK_WIDGET (self->figures));
  for (int i = 0; i < N_GROUPS; i++) {
    self->groups[i] = SPIL_ROW_GROUP (spil_row_group_new (titles[i]));
    gtk_box_append (column, GTK_WIDGET (self->groups[i]));
  }
}
