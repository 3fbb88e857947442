// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tour.h"

#include <glib/gi18n-lib.h>

#include "spil-navigator.h"
#include "spil-page.h"
#include "spil-pages.h"
#include "spil-tour-offer.h"

struct _SpilTour
{
  AdwBin parent_instance;

  SpilWindow *window; /**< that it is in */
  int step;
  gboolean is_done;

  GtkImage *done;
  GtkLabel *title;
  GtkLabel *count;
  GtkLabel *words;
  GtkButton *show;
  GtkButton *next;
};

G_DEFINE_FINAL_TYPE (SpilTour, spil_tour, ADW_TYPE_BIN)

/* One thing to do, and how it is seen that it was done: these rows changed, or a page was opened in that one. */
typedef struct
{
  const char *title;
  const char *words;
  const char *button;
  const char *action; /* with which the button helps; detailed */
  int entity; /* 0: none */
  const char *page; /* NULL: none */
} Step;

static const Step steps[] = {
  { N_ ("Find an employer"),
    N_ ("Press Ctrl+K, type a few letters of a name and press Enter. No employers yet? Add one on the page "
        "Employers with Ctrl+Shift+N."),
    N_ ("Search now"), "win.go", SPIL_ENTITY_ORGANISATION, "employers" },
  { N_ ("Note a contact moment"),
    N_ ("Press Ctrl+N, choose whom you spoke with and write a few words. Ctrl+Enter saves it."),
    N_ ("Note something"), "win.add::contact", SPIL_ENTITY_CONTACT, NULL },
  { N_ ("Take it back"),
    N_ ("It was only to try. Press Ctrl+Z: nearly everything in Spil can be taken back like that."),
    N_ ("Undo it"), "win.undo", SPIL_ENTITY_CONTACT, NULL },
  { N_ ("See what is behind a figure"),
    N_ ("Go to the budget and open a line. Every figure says there what it is made of."),
    N_ ("Go to the budget"), "win.page::budget", 0, "budget" },
  { N_ ("Make the report"),
    N_ ("Go to the reports and make the one for this period. It is put together in a few seconds."),
    N_ ("Go to the reports"), "win.page::reports", SPIL_ENTITY_REPORT, NULL },
};

static void
show_step (SpilTour *self)
{
  const gboolean over = self->step == (int) G_N_ELEMENTS (steps);
  g_autofree char *count = over ? g_strdup ("")
                                : g_strdup_printf (_ ("Step %d of %d"), self->step + 1,
                                                   (int) G_N_ELEMENTS (steps));

  gtk_label_set_label (self->title, over ? _ ("Those were the first steps") : _ (steps[self->step].title));
  gtk_label_set_label (self->words, over ? _ ("F1 helps on every page. Ctrl+? shows all keys.")
                                         : _ (steps[self->step].words));
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->done), self->is_done);
  gtk_widget_set_visible (GTK_WIDGET (self->show), !over && !self->is_done);
  gtk_widget_set_visible (GTK_WIDGET (self->next), !over);
  if (!over)
    gtk_button_set_label (self->show, _ (steps[self->step].button));
  gtk_button_set_label (self->next, self->is_done ? _ ("Next step") : _ ("Skip this step"));
}

/* To a screen reader, whatever has the focus. */
static void
tell (SpilTour *self)
{
  g_autofree char *text = g_strdup_printf ("%s. %s", gtk_label_get_label (self->title),
                                           gtk_label_get_label (self->words));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
set_done (SpilTour *self)
{
  if (self->is_done || self->step == (int) G_N_ELEMENTS (steps))
    return;
  self->is_done = TRUE;
  show_step (self);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), _ ("Done. Go on to the next step when you are ready."),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
on_changed_cb (SpilTour *self, const SpilEntityMask *mask)
{
  if (self->step < (int) G_N_ELEMENTS (steps) && steps[self->step].entity != 0 &&
      spil_entity_mask_has (mask, steps[self->step].entity))
    set_done (self);
}

/* Whether something is opened in the page of that name. */
static void
on_navigated_cb (SpilTour *self)
{
  SpilNavigator *navigator = spil_window_get_navigator (self->window);
  const int index = spil_navigator_get_current (navigator);
  int n_pages;

  if (self->step == (int) G_N_ELEMENTS (steps) || index < 0 ||
      g_strcmp0 (spil_pages (&n_pages)[index].name, steps[self->step].page) != 0)
    return;
  if (spil_navigator_get_visible_page (navigator) != spil_navigator_get_root_page (navigator, index))
    set_done (self);
}

static void
on_show_clicked_cb (SpilTour *self)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;

  if (g_action_parse_detailed_name (steps[self->step].action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self->window), name, target);
}

static void
on_next_clicked_cb (SpilTour *self)
{
  self->step++;
  self->is_done = FALSE;
  show_step (self);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  tell (self);
}

static void
on_stop_clicked_cb (SpilTour *self)
{
  spil_window_set_bar (self->window, NULL);
}

static void
spil_tour_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), SPIL_TYPE_TOUR);
  G_OBJECT_CLASS (spil_tour_parent_class)->dispose (object);
}

static void
spil_tour_class_init (SpilTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = spil_tour_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/regiozwolle/Spil/ui/spil-tour.ui");
  gtk_widget_class_bind_template_child (widget_class, SpilTour, done);
  gtk_widget_class_bind_template_child (widget_class, SpilTour, title);
  gtk_widget_class_bind_template_child (widget_class, SpilTour, count);
  gtk_widget_class_bind_template_child (widget_class, SpilTour, words);
  gtk_widget_class_bind_template_child (widget_class, SpilTour, show);
  gtk_widget_class_bind_template_child (widget_class, SpilTour, next);
  gtk_widget_class_bind_template_callback (widget_class, on_show_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_clicked_cb);
}

static void
spil_tour_init (SpilTour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("First steps"),
                                  -1);
}

void
spil_tour_present (SpilWindow *window)
{
  SpilTour *self = g_object_new (SPIL_TYPE_TOUR, NULL);

  g_return_if_fail (SPIL_IS_WINDOW (window));

  self->window = window;
  g_signal_connect_object (spil_window_get_worker (window), "changed", G_CALLBACK (on_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (spil_window_get_navigator (window), "changed", G_CALLBACK (on_navigated_cb), self,
                           G_CONNECT_SWAPPED);
  show_step (self);
  spil_window_set_bar (window, GTK_WIDGET (self));
  spil_tour_offer_settle ();
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
  tell (self);
}
