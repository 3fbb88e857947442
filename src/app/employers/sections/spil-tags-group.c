// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-tags-group.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "spil-page.h"
#include "spil-tags.h"
#include "spil-text.h"

// That many are proposed at once.
#define MAX_PROPOSED 6

struct _SpilTagsGroup
{
  AdwPreferencesGroup parent_instance;

  SpilRecord *organisation;
  GPtrArray *in_use; /**< of char *, the most used first */

  AdwWrapBox *chips;
  GtkWidget *entry;
  AdwWrapBox *proposals;
};

G_DEFINE_FINAL_TYPE (SpilTagsGroup, spil_tags_group, ADW_TYPE_PREFERENCES_GROUP)

static void
clear_box (AdwWrapBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    adw_wrap_box_remove (box, child);
}

// Takes @tags.
static void
commit_tags (SpilTagsGroup *self, char *tags, const char *label)
{
  g_autofree char *text = tags;
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), SPIL_TYPE_PAGE);
  SpilAction *action = spil_action_new (label);
  g_autoptr (SpilRecord) after = spil_record_copy (self->organisation);

  spil_record_set_text (after, SPIL_ORGANISATION_TAGS, text);
  if (spil_action_set (action, self->organisation, after) == NULL || page == NULL) {
    spil_action_free (action);
    return;
  }
  spil_worker_commit (spil_page_get_worker (SPIL_PAGE (page)), action, NULL, NULL);
}

static void
add_tag (SpilTagsGroup *self, const char *tag)
{
  g_autofree char *tags = NULL;

  if (self->organisation == NULL)
    return;
  tags = spil_tags_add (spil_record_get_text (self->organisation, SPIL_ORGANISATION_TAGS), tag);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_grab_focus (self->entry);
  commit_tags (self, g_steal_pointer (&tags), _ ("Tag added"));
}

static void
on_remove_clicked_cb (SpilTagsGroup *self, GtkWidget *chip)
{
  const char *tag = g_object_get_data (G_OBJECT (chip), "spil-tag");
  char *tags = spil_tags_remove (spil_record_get_text (self->organisation, SPIL_ORGANISATION_TAGS), tag);

  gtk_widget_grab_focus (self->entry);
  commit_tags (self, tags, _ ("Tag removed"));
}

static void
on_proposal_clicked_cb (SpilTagsGroup *self, GtkWidget *chip)
{
  g_autofree char *tag = g_strdup (g_object_get_data (G_OBJECT (chip), "spil-tag"));

  add_tag (self, tag);
}

static GtkWidget *
make_chip (const char *tag, const char *icon, const char *name)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (tag);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), label);
  if (icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (chip), "spil-tag", g_strdup (tag), g_free);
  return chip;
}

/* What is proposed */

static gboolean
fits (SpilTagsGroup *self, const char *tag, const char *typed)
{
  g_autofree char *folded = spil_text_fold (tag);

  return strstr (folded, typed) != NULL &&
         !spil_tags_contain (spil_record_get_text (self->organisation, SPIL_ORGANISATION_TAGS), tag);
}

static void
show_proposals (SpilTagsGroup *self)
{
  g_autofree char *typed = spil_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  int n = 0;

  clear_box (self->proposals);
  for (guint i = 0; typed[0] != '\0' && self->in_use != NULL && i < self->in_use->len && n < MAX_PROPOSED;
       i++) {
    const char *tag = self->in_use->pdata[i];
    g_autofree char *name = NULL;
    GtkWidget *chip;

    if (!fits (self, tag, typed))
      continue;
    // Translators: %s is a tag that is in use elsewhere.
    name = g_strdup_printf (_ ("Add the tag %s"), tag);
    chip = make_chip (tag, NULL, name);
    g_signal_connect_object (chip, "clicked", G_CALLBACK (on_proposal_clicked_cb), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->proposals, chip);
    n++;
  }
  gtk_widget_set_visible (GTK_WIDGET (self->proposals), n > 0);
}

// A comma ends a tag, as it does in the text.
static void
on_entry_changed_cb (SpilTagsGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  if (self->organisation == NULL)
    return;
  if (g_str_has_suffix (text, ",") && text[1] != '\0') {
    g_autofree char *tag = g_strndup (text, strlen (text) - 1);

    add_tag (self, tag);
    return;
  }
  show_proposals (self);
}

static void
on_entry_activated_cb (SpilTagsGroup *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry)));

  add_tag (self, text);
}

// Down goes to what is proposed.
static gboolean
on_entry_key_cb (SpilTagsGroup *self, guint keyval)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->proposals));

  return keyval == GDK_KEY_Down && first != NULL && gtk_widget_grab_focus (first);
}

/* The group */

static void
spil_tags_group_dispose (GObject *object)
{
  SpilTagsGroup *self = SPIL_TAGS_GROUP (object);

  g_clear_object (&self->organisation);
  g_clear_pointer (&self->in_use, g_ptr_array_unref);
  G_OBJECT_CLASS (spil_tags_group_parent_class)->dispose (object);
}

static void
spil_tags_group_class_init (SpilTagsGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = spil_tags_group_dispose;
}

static AdwWrapBox *
make_box (void)
{
  AdwWrapBox *box = ADW_WRAP_BOX (adw_wrap_box_new ());

  adw_wrap_box_set_child_spacing (box, 6);
  adw_wrap_box_set_line_spacing (box, 6);
  return box;
}

static void
spil_tags_group_init (SpilTagsGroup *self)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->chips = make_box ();
  self->proposals = make_box ();
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Add a tag"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Add a tag"), -1);
  gtk_widget_set_visible (GTK_WIDGET (self->proposals), FALSE);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->chips));
  gtk_box_append (GTK_BOX (lines), self->entry);
  gtk_box_append (GTK_BOX (lines), GTK_WIDGET (self->proposals));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Tags"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), lines);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (on_entry_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (on_entry_activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (on_entry_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
}

void
spil_tags_group_show (SpilTagsGroup *self, SpilRecord *organisation, GPtrArray *in_use)
{
  g_auto (GStrv) tags = NULL;

  g_return_if_fail (SPIL_IS_TAGS_GROUP (self));

  g_set_object (&self->organisation, organisation);
  g_clear_pointer (&self->in_use, g_ptr_array_unref);
  self->in_use = g_ptr_array_ref (in_use);
  tags = spil_tags_split (spil_record_get_text (organisation, SPIL_ORGANISATION_TAGS));
  clear_box (self->chips);
  for (int i = 0; tags[i] != NULL; i++) {
    // Translators: %s is a tag.
    g_autofree char *name = g_strdup_printf (_ ("Take away the tag %s"), tags[i]);
    GtkWidget *chip = make_chip (tags[i], "window-close-symbolic", name);

    g_signal_connect_object (chip, "clicked", G_CALLBACK (on_remove_clicked_cb), self, G_CONNECT_SWAPPED);
    adw_wrap_box_append (self->chips, chip);
  }
  gtk_widget_set_visible (GTK_WIDGET (self->chips), tags[0] != NULL);
  show_proposals (self);
}
