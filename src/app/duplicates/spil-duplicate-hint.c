// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-duplicate-hint.h"

#include <glib/gi18n-lib.h>

#include "spil-duplicate-query.h"

#define MAX_SHOWN 3

struct _SpilDuplicateHint
{
  AdwBin parent_instance;

  GCancellable *asking;
  SpilId shown[MAX_SHOWN];
  int n_shown;
};

G_DEFINE_FINAL_TYPE (SpilDuplicateHint, spil_duplicate_hint, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gpointer
find (SpilStore *store, gpointer data, GCancellable *cancellable, GError **error)
{
  SpilRecord *organisation = data;
  SpilDuplicateFacts facts = spil_duplicate_facts_of (organisation);

  return spil_duplicates_find (store, &facts, spil_record_get_id (organisation), MAX_SHOWN, error);
}

static void
choose_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SpilDuplicateHint *self = SPIL_DUPLICATE_HINT (widget);
  int place = g_variant_get_int32 (parameter);

  if (place >= 0 && place < self->n_shown)
    g_signal_emit (self, signals[CHOSEN], 0, &self->shown[place]);
}

static GtkWidget *
make_button (const SpilDuplicateCandidate *candidate, int place)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *reasons = spil_likeness_dup_text (candidate->likeness);
  g_autofree char *title = candidate->town != NULL
                               ? g_strdup_printf ("%s, %s", candidate->name, candidate->town)
                               : g_strdup (candidate->name);
  g_autofree char *name = g_strdup_printf (_ ("Open instead: %s (%s)"), title, reasons);
  g_autofree char *tip = g_strdup_printf (_ ("Open this one instead (Alt+%d)"), place + 1);
  GtkWidget *labels[] = { gtk_label_new (title), gtk_label_new (reasons) };

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++) {
    gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
    gtk_label_set_wrap (GTK_LABEL (labels[i]), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (labels[i]), PANGO_WRAP_WORD_CHAR);
    gtk_box_append (GTK_BOX (box), labels[i]);
  }
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "dimmed");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "hint.choose");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", place);
  return button;
}

static void
show (SpilDuplicateHint *self, GPtrArray *candidates)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  // A live region: a screen reader says the sentence when it changes.
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", _ ("Perhaps it is here already:"), "xalign", 0.0,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_start (label, 10);
  gtk_box_append (GTK_BOX (box), label);
  self->n_shown = (int) MIN (candidates->len, MAX_SHOWN);
  for (int i = 0; i < self->n_shown; i++) {
    const SpilDuplicateCandidate *candidate = candidates->pdata[i];

    self->shown[i] = candidate->id;
    gtk_box_append (GTK_BOX (box), make_button (candidate, i));
  }
  gtk_widget_add_css_class (box, "hint");
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_visible (GTK_WIDGET (self), self->n_shown > 0);
}

static void
on_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SpilDuplicateHint) self = user_data;
  // It is a hint: without it the form works as well.
  g_autoptr (GPtrArray) candidates = spil_worker_run_finish (SPIL_WORKER (source), result, NULL);

  if (candidates != NULL && g_task_get_cancellable (G_TASK (result)) == self->asking)
    show (self, candidates);
}

static void
stop (SpilDuplicateHint *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
spil_duplicate_hint_dispose (GObject *object)
{
  stop (SPIL_DUPLICATE_HINT (object));
  G_OBJECT_CLASS (spil_duplicate_hint_parent_class)->dispose (object);
}

static void
spil_duplicate_hint_class_init (SpilDuplicateHintClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_duplicate_hint_dispose;
  signals[CHOSEN] = g_signal_new ("chosen", SPIL_TYPE_DUPLICATE_HINT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_POINTER);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "hint.choose", "i", choose_action);
}

static void
spil_duplicate_hint_init (SpilDuplicateHint *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  // From anywhere in the form.
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_MANAGED);
  for (guint i = 0; i < MAX_SHOWN; i++) {
    GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_1 + i, GDK_ALT_MASK),
                                              gtk_named_action_new ("hint.choose"));

    gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 ((int) i));
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  }
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
spil_duplicate_hint_new (void)
{
  return g_object_new (SPIL_TYPE_DUPLICATE_HINT, NULL);
}

void
spil_duplicate_hint_ask (SpilDuplicateHint *self, SpilWorker *worker, SpilRecord *organisation)
{
  g_return_if_fail (SPIL_IS_DUPLICATE_HINT (self));

  stop (self);
  self->asking = g_cancellable_new ();
  spil_worker_run (worker, find, spil_record_copy (organisation), g_object_unref,
                   (GDestroyNotify) g_ptr_array_unref, self->asking, on_found_cb, g_object_ref (self));
}
