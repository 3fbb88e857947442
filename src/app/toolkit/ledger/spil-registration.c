// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-registration.h"

#include <glib/gi18n-lib.h>

#include "spil-accessible.h"
#include "spil-page.h"
#include "spil-pseudonym-rule.h"

struct _SpilRegistration
{
  AdwPreferencesGroup parent_instance;

  const SpilCohortRow *cohort; /**< borrowed */
  GPtrArray *taken; /**< of char *, borrowed */
  char *prefix; /**< as it was typed last: "OV" */
  char *warned; /**< the text that was warned for; NULL: none */

  AdwEntryRow *entry;
  GtkWidget *fill_button;
  GtkWidget *warning_row;
  GtkLabel *warning;
};

G_DEFINE_FINAL_TYPE (SpilRegistration, spil_registration, ADW_TYPE_PREFERENCES_GROUP)

static void
warn (SpilRegistration *self, const char *message)
{
  gtk_widget_set_visible (self->warning_row, message != NULL);
  spil_accessible_conclude (self->warning, message != NULL ? message : "");
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "warning");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "warning");
}

static int
count_free (SpilRegistration *self)
{
  return self->cohort->places >= 0 ? self->cohort->places - (int) self->cohort->participations->len : 0;
}

static gboolean
is_taken (SpilRegistration *self, const char *pseudonym)
{
  for (guint i = 0; i < self->taken->len; i++)
    if (g_ascii_strcasecmp (self->taken->pdata[i], pseudonym) == 0)
      return TRUE;
  return FALSE;
}

// Whether it may be registered; says why not. A doubt about a name is for the person who types: a second Enter decides.
static gboolean
check (SpilRegistration *self, const char *pseudonym)
{
  SpilPseudonymDoubt doubt = spil_pseudonym_check (pseudonym);

  if (is_taken (self, pseudonym)) {
    warn (self, _ ("This pseudonym is in use already. Take the next number."));
    return FALSE;
  }
  if (doubt == SPIL_PSEUDONYM_FINE ||
      (doubt == SPIL_PSEUDONYM_NAME && g_strcmp0 (self->warned, pseudonym) == 0))
    return TRUE;
  g_set_str (&self->warned, pseudonym);
  warn (self, spil_pseudonym_doubt_label (doubt));
  return FALSE;
}

static void
add_row (SpilRegistration *self, SpilAction *action, const char *pseudonym)
{
  g_autoptr (SpilRecord) row = spil_record_new (spil_entity (SPIL_ENTITY_PARTICIPATION), spil_id_new ());

  spil_record_set_reference (row, SPIL_PARTICIPATION_COHORT, self->cohort->id);
  spil_record_set_text (row, SPIL_PARTICIPATION_PSEUDONYM, pseudonym);
  // Whom the offer was made to is where they work; an offer to an area does not say.
  spil_record_set_reference (row, SPIL_PARTICIPATION_ORGANISATION, self->cohort->organisation);
  spil_action_add (action, row);
}

static void
commit (SpilRegistration *self, SpilAction *action)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);

  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (page)), action, NULL, NULL);
}

// The letters before the number are proposed again.
static void
keep_prefix (SpilRegistration *self, const char *pseudonym)
{
  const char *dash = strrchr (pseudonym, '-');

  if (dash != NULL && dash > pseudonym && g_ascii_isdigit (dash[1])) {
    g_free (self->prefix);
    self->prefix = g_strndup (pseudonym, (gsize) (dash - pseudonym));
  }
}

static void
on_entered_cb (SpilRegistration *self)
{
  g_autofree char *pseudonym = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  SpilAction *action;

  if (self->cohort == NULL || pseudonym[0] == '\0' || !check (self, pseudonym))
    return;
  keep_prefix (self, pseudonym);
  action = spil_action_new (_ ("Participant registered"));
  add_row (self, action, pseudonym);
  commit (self, action);
}

static void
on_fill_clicked_cb (SpilRegistration *self)
{
  int n = self->cohort != NULL ? count_free (self) : 0;
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *label = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%d participant registered", "%d participants registered", (gulong) n),
      n);
  SpilAction *action;

  if (n <= 0)
    return;
  action = spil_action_new (label);
  for (guint i = 0; i < self->taken->len; i++)
    g_ptr_array_add (taken, g_strdup (self->taken->pdata[i]));
  for (int i = 0; i < n; i++) {
    g_ptr_array_add (taken, spil_pseudonym_dup_next (self->prefix, taken));
    add_row (self, action, taken->pdata[taken->len - 1]);
  }
  commit (self, action);
}

static void
on_changed_cb (SpilRegistration *self)
{
  warn (self, NULL);
}

static void
spil_registration_finalize (GObject *object)
{
  g_free (SPIL_REGISTRATION (object)->prefix);
  g_free (SPIL_REGISTRATION (object)->warned);
  G_OBJECT_CLASS (spil_registration_parent_class)->finalize (object);
}

static void
spil_registration_class_init (SpilRegistrationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = spil_registration_finalize;
}

static GtkWidget *
make_warning (SpilRegistration *self)
{
  GtkWidget *row = adw_preferences_row_new ();
  GtkWidget *label = gtk_label_new (NULL);

  self->warning = GTK_LABEL (label);
  gtk_label_set_wrap (self->warning, TRUE);
  gtk_label_set_xalign (self->warning, 0);
  gtk_widget_add_css_class (label, "warning");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  return row;
}

static void
spil_registration_init (SpilRegistration *self)
{
  self->entry = ADW_ENTRY_ROW (adw_entry_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->entry), _ ("Pseudonym of the next participant"));
  adw_entry_row_set_show_apply_button (self->entry, FALSE);
  self->fill_button = gtk_button_new ();
  gtk_widget_set_valign (self->fill_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->fill_button, "flat");
  adw_entry_row_add_suffix (self->entry, self->fill_button);
  g_signal_connect_object (self->entry, "entry-activated", G_CALLBACK (on_entered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fill_button, "clicked", G_CALLBACK (on_fill_clicked_cb), self,
                           G_CONNECT_SWAPPED);
  self->warning_row = make_warning (self);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->entry));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->warning_row);
  gtk_widget_set_visible (self->warning_row, FALSE);
}

static void
show_places (SpilRegistration *self)
{
  int n_free = count_free (self);
  int n = (int) self->cohort->participations->len;
  g_autofree char *places = self->cohort->places >= 0
                                ? g_strdup_printf (
                                      _ ("%d of %d places taken. Register by pseudonym, never by name."), n,
                                      self->cohort->places)
                                : g_strdup (_ ("Register by pseudonym, never by name."));
  g_autofree char *fill = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Fill %d place", "Fill %d places", (gulong) MAX (0, n_free)), n_free);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), places);
  gtk_button_set_label (GTK_BUTTON (self->fill_button), fill);
  gtk_widget_set_visible (self->fill_button, n_free > 0);
}

void
spil_registration_set_cohort (SpilRegistration *self, const SpilCohortRow *cohort, GPtrArray *taken)
{
  g_autofree char *next = NULL;

  g_return_if_fail (SPIL_IS_REGISTRATION (self));

  self->cohort = cohort;
  self->taken = taken;
  if (self->prefix == NULL)
    self->prefix = spil_pseudonym_dup_prefix (cohort->instrument_name);
  next = spil_pseudonym_dup_next (self->prefix, taken);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), next);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  show_places (self);
}

void
spil_registration_start (SpilRegistration *self)
{
  g_return_if_fail (SPIL_IS_REGISTRATION (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
