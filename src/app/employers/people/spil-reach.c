// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "spil-reach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
spil_reach_dup_phone_uri (const char *phone)
{
  g_autoptr (GString) uri = g_string_new ("tel:");
  gsize empty = uri->len;

  for (const char *at = phone; at != NULL && *at != '\0'; at++) {
    // "+31 (0)38 421 45 67": the nought is not dialled after a country code.
    if (g_str_has_prefix (at, "(0)") && uri->len > empty && uri->str[empty] == '+')
      at += 2;
    else if (g_ascii_isdigit (*at) || (*at == '+' && uri->len == empty))
      g_string_append_c (uri, *at);
  }
  return uri->len > empty + 1 ? g_strdup (uri->str) : NULL;
}

char *
spil_reach_dup_mail_uri (const char *email)
{
  g_autofree char *address = g_strstrip (g_strdup (email != NULL ? email : ""));
  const char *at = strchr (address, '@');
  g_autofree char *escaped = NULL;

  if (at == NULL || at == address || at[1] == '\0' || strpbrk (address, " ,;<>\"") != NULL)
    return NULL;
  escaped = g_uri_escape_string (address, "@", FALSE);
  return g_strconcat ("mailto:", escaped, NULL);
}

static void
on_launched_cb (GObject *launcher, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  g_autoptr (GError) error = NULL;

  if (gtk_uri_launcher_launch_finish (GTK_URI_LAUNCHER (launcher), result, &error) ||
      g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;
  gtk_widget_activate_action (widget, "win.toast", "s",
                              _ ("This computer has no program for that. Copy it from the menu of the row."));
}

static void
on_launch_clicked_cb (GtkWidget *button)
{
  g_autoptr (GtkUriLauncher)
      launcher = gtk_uri_launcher_new (g_object_get_data (G_OBJECT (button), "spil-uri"));

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (button)), NULL, on_launched_cb,
                           g_object_ref (button));
}

// @label has two %s: the name and what is called. Takes @uri.
static void
add_button (AdwActionRow *row, const char *icon, char *uri, const char *label)
{
  GtkWidget *button;

  if (uri == NULL)
    return;
  button = gtk_button_new_from_icon_name (icon);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "spil-uri", uri, g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (on_launch_clicked_cb), NULL);
  adw_action_row_add_suffix (row, button);
}

/* Copying */

static void
copy (GtkWidget *row, const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (row), text);
  gtk_widget_activate_action (row, "win.toast", "s", _ ("Copied"));
}

static void
on_copy_cb (GSimpleAction *action, GVariant *parameter, gpointer row)
{
  copy (row, g_variant_get_string (parameter, NULL));
}

static gboolean
copy_all (GtkWidget *row, GVariant *arguments, gpointer user_data)
{
  copy (row, g_object_get_data (G_OBJECT (row), "spil-reach"));
  return TRUE;
}

static void
add_item (GMenu *menu, const char *label, const char *text)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  if (text == NULL)
    return;
  g_menu_item_set_action_and_target (item, "reach.copy", "s", text);
  g_menu_append_item (menu, item);
}

static void
add_copying (AdwActionRow *row, const char *name, const char *phone, const char *email)
{
  static const GActionEntry entries[] = { { .name = "copy", .activate = on_copy_cb, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  // Translators: %s is a person.
  g_autofree char *label = g_strdup_printf (_ ("Copy of %s…"), name);
  char *all = g_strjoin ("\n", name, phone != NULL ? phone : email, phone != NULL ? email : NULL, NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), row);
  gtk_widget_insert_action_group (GTK_WIDGET (row), "reach", G_ACTION_GROUP (actions));
  add_item (menu, _ ("Copy the phone number"), phone);
  add_item (menu, _ ("Copy the e-mail address"), email);
  add_item (menu, _ ("Copy all"), all);
  g_object_set_data_full (G_OBJECT (row), "spil-reach", all, g_free);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "edit-copy-symbolic");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Copy (Ctrl+C)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_action_row_add_suffix (row, button);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_c, GDK_CONTROL_MASK),
                                                        gtk_callback_action_new (copy_all, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (row), keys);
}

void
spil_reach_add_to (AdwActionRow *row, const char *name, const char *phone, const char *email)
{
  // Translators: %s is a person.
  g_autofree char *call = g_strdup_printf (_ ("Call %s"), name);
  // Translators: %s is a person.
  g_autofree char *mail = g_strdup_printf (_ ("Write an e-mail to %s"), name);

  g_return_if_fail (ADW_IS_ACTION_ROW (row));

  add_button (row, "call-start-symbolic", spil_reach_dup_phone_uri (phone), call);
  add_button (row, "mail-unread-symbolic", spil_reach_dup_mail_uri (email), mail);
  if (phone != NULL || email != NULL)
    add_copying (row, name, phone, email);
}
