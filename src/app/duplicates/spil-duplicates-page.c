// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicates-page.h"

#include <glib/gi18n-lib.h>

#include "spil-duplicate-review.h"
#include "spil-duplicates-data.h"

#define PROGRESS_MS 100

struct _SpilDuplicatesPage
{
  SpilPage parent_instance;

  GPtrArray *pairs; /**< of SpilDuplicatePair; NULL: not looked for yet */
  gboolean chosen; /**< a person chose the one pair */
  guint index;
  int step; /**< the direction in which the next is looked for: 1 or -1 */
  int decided; /**< the pair that was judged last; -1: none */
  gboolean busy; /**< a decision is on its way */
  GCancellable *searching;
  SpilDuplicatesProgress *progress; /**< the job's, while it runs */
  guint timer;

  GtkWidget *steps; /**< to the other pairs */
  GtkLabel *place;
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  GtkScrolledWindow *scroller;
  SpilDuplicateReview *review;
  GtkWidget *bar;
  GtkWidget *distinct_button;
  GtkWidget *previous_button;
  GtkWidget *next_button;
};

G_DEFINE_FINAL_TYPE (SpilDuplicatesPage, spil_duplicates_page, SPIL_TYPE_PAGE)

#define WORKER(self) (spil_page_get_worker (SPIL_PAGE (self)))

/* Looking for pairs */

static gboolean
on_progress_due_cb (gpointer user_data)
{
  SpilDuplicatesPage *self = user_data;

  if (self->progress != NULL)
    gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (&self->progress->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
on_searched_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilDuplicatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *pairs = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  // The job's data goes after this.
  self->progress = NULL;
  g_clear_handle_id (&self->timer, g_source_remove);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result)))) {
    g_clear_pointer (&pairs, g_ptr_array_unref);
    return;
  }
  g_clear_object (&self->searching);
  if (error != NULL) {
    g_signal_emit_by_name (source, "failed", error);
    return;
  }
  self->pairs = pairs;
  spil_page_reload (SPIL_PAGE (self));
}

static void
search_pairs (SpilDuplicatesPage *self)
{
  if (self->searching != NULL)
    return;
  self->searching = g_cancellable_new ();
  self->progress = g_new0 (SpilDuplicatesProgress, 1);
  self->timer = g_timeout_add (PROGRESS_MS, on_progress_due_cb, self);
  spil_worker_run (WORKER (self), spil_duplicates_data_search, self->progress, g_free,
                   (GDestroyNotify) g_ptr_array_unref, self->searching, on_searched_cb, g_object_ref (self));
}

/* Showing a pair */

static gpointer
prepare (SpilPage *page)
{
  SpilDuplicatesPage *self = SPIL_DUPLICATES_PAGE (page);

  return spil_duplicates_request_new (self->pairs, self->index, self->step, self->decided);
}

static void
show_place (SpilDuplicatesPage *self, const SpilDuplicatesData *data)
{
  g_autofree char *place = g_strdup_printf (_ ("Pair %u of %u"), data->place, data->n_open);

  gtk_label_set_label (self->place, place);
  gtk_widget_set_visible (self->steps, !self->chosen);
  gtk_widget_set_sensitive (self->previous_button, data->n_open > 1);
  gtk_widget_set_sensitive (self->next_button, data->n_open > 1);
  gtk_widget_set_visible (self->distinct_button, !self->chosen);
}

static void
show_nothing (SpilDuplicatesPage *self)
{
  gtk_widget_set_visible (self->bar, FALSE);
  gtk_widget_set_visible (self->steps, FALSE);
  if (self->pairs == NULL) {
    gtk_stack_set_visible_child_name (self->stack, "searching");
    search_pairs (self);
  } else if (self->chosen && self->decided >= 0)
    spil_page_pop (SPIL_PAGE (self));
  else if (self->pairs->len > 0)
    spil_page_set_empty (
        SPIL_PAGE (self), _ ("All pairs are judged"),
        _ ("No other employers look like they are the same. New ones are pointed out when you add them."),
        NULL, NULL);
  else
    spil_page_set_empty (
        SPIL_PAGE (self), _ ("No duplicate employers found"),
        _ ("Spil compares KvK numbers, names, addresses, telephone numbers and web addresses."), NULL, NULL);
}

static void
show_pair (SpilDuplicatesPage *self, const SpilDuplicatesData *data)
{
  const SpilDuplicatePair *pair = self->pairs->pdata[data->index];
  const SpilDuplicateSide *const sides[2] = { data->sides[0], data->sides[1] };

  self->index = data->index;
  show_place (self, data);
  gtk_widget_set_visible (self->bar, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "pair");
  spil_duplicate_review_show (self->review, sides, pair->likeness);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  // The keys of this page work where the focus is in it.
  gtk_widget_child_focus (GTK_WIDGET (self->review), GTK_DIR_TAB_FORWARD);
}

static void
fill (SpilPage *page, gpointer loaded)
{
  SpilDuplicatesPage *self = SPIL_DUPLICATES_PAGE (page);
  const SpilDuplicatesData *data = loaded;

  self->busy = FALSE;
  if (data->sides[0] != NULL)
    show_pair (self, data);
  else
    show_nothing (self);
}

/* Judging */

static const SpilDuplicatesData *
get_pair (SpilDuplicatesPage *self)
{
  const SpilDuplicatesData *data = spil_page_get_data (SPIL_PAGE (self));

  return data != NULL && data->sides[0] != NULL && !self->busy ? data : NULL;
}

/* After this the pair is settled, and the page loads the next one by itself. */
static void
commit (SpilDuplicatesPage *self, SpilAction *action)
{
  self->decided = (int) self->index;
  self->step = 1;
  spil_worker_commit (WORKER (self), action, NULL, NULL);
}

static gpointer
make_merge (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  return spil_merge_organisations (store, data, error);
}

static void
on_merge_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilDuplicatesPage) self = user_data;
  g_autoptr (GError) error = NULL;
  SpilAction *action = spil_worker_run_finish (SPIL_WORKER (source), result, &error);

  self->busy = FALSE;
  if (action != NULL && WORKER (self) != NULL)
    commit (self, action);
  else if (error != NULL)
    g_signal_emit_by_name (source, "failed", error);
}

static void
merge_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilDuplicatesPage *self = SPIL_DUPLICATES_PAGE (widget);
  SpilMerging merging;

  if (get_pair (self) == NULL)
    return;
  merging = spil_duplicate_review_get_merging (self->review);
  self->busy = TRUE;
  spil_worker_run (WORKER (self), make_merge, g_memdup2 (&merging, sizeof merging), g_free,
                   (GDestroyNotify) spil_action_free, NULL, on_merge_made_cb, g_object_ref (self));
}

static void
distinct_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilDuplicatesPage *self = SPIL_DUPLICATES_PAGE (widget);
  const SpilDuplicatesData *data = get_pair (self);

  if (data != NULL && !self->chosen)
    commit (self, spil_distinct_action (spil_record_get_id (data->sides[0]->organisation),
                                        spil_record_get_id (data->sides[1]->organisation)));
}

static void
go (SpilDuplicatesPage *self, int step)
{
  const SpilDuplicatesData *data = get_pair (self);

  if (data == NULL || data->n_open < 2)
    return;
  self->decided = -1;
  self->step = step;
  self->index = (self->index + self->pairs->len + (guint) step) % self->pairs->len;
  spil_page_reload (SPIL_PAGE (self));
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (SPIL_DUPLICATES_PAGE (widget), 1);
}

static void
previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  go (SPIL_DUPLICATES_PAGE (widget), -1);
}

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilDuplicatesPage *self = SPIL_DUPLICATES_PAGE (widget);

  if (get_pair (self) != NULL)
    spil_duplicate_review_keep (self->review, g_variant_get_int32 (parameter));
}

/* The page */

static void
on_narrow_cb (SpilDuplicatesPage *self)
{
  spil_duplicate_review_set_narrow (self->review, TRUE);
}

static void
on_wide_cb (SpilDuplicatesPage *self)
{
  spil_duplicate_review_set_narrow (self->review, FALSE);
}

static void
spil_duplicates_page_dispose (GObject *object)
{
  SpilDuplicatesPage *self = SPIL_DUPLICATES_PAGE (object);

  if (self->searching != NULL)
    g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_DUPLICATES_PAGE);
  g_clear_pointer (&self->pairs, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_duplicates_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, steps);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, place);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, scroller);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, review);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, bar);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, distinct_button);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, SpilDuplicatesPage, next_button);
  gtk_widget_class_bind_template_callback (widget_class, on_narrow_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_wide_cb);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "duplicates.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "duplicates.distinct", NULL, distinct_action);
  gtk_widget_class_install_action (widget_class, "duplicates.next", NULL, next_action);
  gtk_widget_class_install_action (widget_class, "duplicates.previous", NULL, previous_action);
  gtk_widget_class_install_action (widget_class, "duplicates.keep", "i", keep_action);
  // No field on this page takes letters.
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "duplicates.merge", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, 0, "duplicates.distinct", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, GDK_CONTROL_MASK, "duplicates.next",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, GDK_CONTROL_MASK, "duplicates.previous",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1, 0, "duplicates.keep", "i", 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_2, 0, "duplicates.keep", "i", 1);
}

static void
spil_duplicates_page_class_init (SpilDuplicatesPageClass *klass)
{
  static const int entities[] = { SPIL_ENTITY_ORGANISATION, SPIL_ENTITY_ENGAGEMENT, SPIL_ENTITY_DISTINCT_PAIR,
                                  0 };
  SpilPageClass *page_class = SPIL_PAGE_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_duplicates_page_dispose;
  page_class->entities = entities;
  page_class->prepare = prepare;
  page_class->free_request = spil_duplicates_request_free;
  page_class->help = "duplicates";
  page_class->load = spil_duplicates_data_load;
  page_class->free_data = (GDestroyNotify) spil_duplicates_data_free;
  page_class->fill = fill;
  page_class->icon = "spil-employers-symbolic";

  g_type_ensure (SPIL_TYPE_DUPLICATE_REVIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/regiozwolle/Spil/ui/spil-duplicates-page.ui");
  bind_template (widget_class);
  install_actions (widget_class);
}

static void
spil_duplicates_page_init (SpilDuplicatesPage *self)
{
  self->decided = -1;
  self->step = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
}

SpilPage *
spil_duplicates_page_new (SpilWorker *worker)
{
  return g_object_new (SPIL_TYPE_DUPLICATES_PAGE, "worker", worker, NULL);
}

SpilPage *
spil_duplicates_page_new_for (SpilWorker *worker, SpilId one, SpilId other)
{
  SpilDuplicatesPage *self = g_object_new (SPIL_TYPE_DUPLICATES_PAGE, "worker", worker, NULL);
  SpilDuplicatePair *pair = g_new0 (SpilDuplicatePair, 1);

  pair->one = one;
  pair->other = other;
  self->pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) spil_duplicate_pair_free);
  g_ptr_array_add (self->pairs, pair);
  self->chosen = TRUE;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), _ ("Merge"));
  return SPIL_PAGE (self);
}
