// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-page-texts.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "spil-chips.h"

gboolean
spil_page_text_is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

/* What is there to do something with, and says nothing of the programme. */
gboolean
spil_page_is_control (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) || GTK_IS_CHECK_BUTTON (widget) || SPIL_IS_CHIPS (widget) ||
         GTK_IS_MENU_BUTTON (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_POPOVER (widget) ||
         GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_SEARCH_BAR (widget) || GTK_IS_SCROLLBAR (widget) ||
         GTK_IS_SPINNER (widget) || ADW_IS_SPINNER (widget) || ADW_IS_TOGGLE_GROUP (widget) ||
         ADW_IS_VIEW_SWITCHER (widget) || ADW_IS_VIEW_SWITCHER_BAR (widget) ||
         ADW_IS_INLINE_VIEW_SWITCHER (widget) || ADW_IS_HEADER_BAR (widget) || ADW_IS_BANNER (widget) ||
         ADW_IS_BUTTON_ROW (widget) || ADW_IS_SPLIT_BUTTON (widget) || ADW_IS_STATUS_PAGE (widget);
}

/* A button that is read before it is pressed: a card with texts. */
gboolean
spil_page_is_card (GtkWidget *widget)
{
  return GTK_IS_BUTTON (widget) && !GTK_IS_TOGGLE_BUTTON (widget) &&
         GTK_IS_BOX (gtk_button_get_child (GTK_BUTTON (widget)));
}

char *
spil_page_dup_own_text (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return g_strdup (gtk_label_get_text (GTK_LABEL (widget)));
  if (GTK_IS_INSCRIPTION (widget))
    return g_strdup (gtk_inscription_get_text (GTK_INSCRIPTION (widget)));
  if (GTK_IS_SWITCH (widget))
    return g_strdup (gtk_switch_get_active (GTK_SWITCH (widget)) ? _ ("yes") : _ ("no"));
  if (GTK_IS_TEXT (widget))
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  return NULL;
}

/* A text that only helps the eye, and that what it stands by says too. */
static gboolean
is_decoration (GtkWidget *widget)
{
  return GTK_IS_LABEL (widget) &&
         gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) == GTK_ACCESSIBLE_ROLE_PRESENTATION;
}

gboolean
spil_page_is_shown (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_child_visible (widget) && !is_decoration (widget);
}

/* The texts in @widget in the order of reading; those of buttons where @buttons. */
void
spil_page_collect_texts (GtkWidget *widget, gboolean buttons, GPtrArray *texts)
{
  g_autofree char *text = NULL;

  if (!spil_page_is_shown (widget) ||
      (!buttons && spil_page_is_control (widget) && !spil_page_is_card (widget)))
    return;
  text = spil_page_dup_own_text (widget);
  if (!spil_page_text_is_empty (text))
    g_ptr_array_add (texts, g_steal_pointer (&text));
  else if (!GTK_IS_TEXT (widget)) /* what stands in an empty field is a hint */
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
         child = gtk_widget_get_next_sibling (child))
      spil_page_collect_texts (child, buttons, texts);
}

GPtrArray *
spil_page_texts_of (GtkWidget *widget, gboolean buttons)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    spil_page_collect_texts (child, buttons, texts);
  return texts;
}

char *
spil_page_steal_text (GPtrArray *texts, guint at)
{
  return at < texts->len ? g_steal_pointer (&texts->pdata[at]) : NULL;
}

/* The texts from @first to before @end, joined. */
char *
spil_page_join_texts (GPtrArray *texts, guint first, guint end)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = first; i < MIN (end, texts->len); i++)
    if (!spil_page_text_is_empty (texts->pdata[i]))
      g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", (const char *) texts->pdata[i]);
  return g_string_free_and_steal (g_steal_pointer (&all));
}
