// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#include "shelf.h"

static void
on_shelf_call_cb (GDBusConnection *connection, const char *sender, const char *path, const char *interface,
                  const char *method, GVariant *parameters, GDBusMethodInvocation *invocation,
                  gpointer user_data)
{
  Shelf *self = user_data;

  if (g_str_equal (method, "AddNotification")) {
    g_clear_pointer (&self->shown, g_variant_unref);
    g_variant_get (parameters, "(ss@a{sv})", NULL, NULL, &self->shown);
    self->n_shown++;
  } else
    self->n_withdrawn++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

void
shelf_open (Shelf *self, GDBusConnection *bus)
{
  static const char xml[] =
      "<node><interface name='org.gtk.Notifications'>"
      "<method name='AddNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
      "<arg type='a{sv}' direction='in'/></method>"
      "<method name='RemoveNotification'><arg type='s' direction='in'/><arg type='s' direction='in'/></method>"
      "</interface></node>";
  static const GDBusInterfaceVTable table = { on_shelf_call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GVariant) answer = NULL;
  guint verdict = 0;

  self->registration = g_dbus_connection_register_object (bus, "/org/gtk/Notifications", node->interfaces[0],
                                                          &table, self, NULL, NULL);
  g_assert_cmpuint (self->registration, !=, 0);
  answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
      g_variant_new ("(su)", "org.gtk.Notifications", 4), NULL, 0, -1, NULL, NULL);
  g_variant_get (answer, "(u)", &verdict);
  g_assert_cmpuint (verdict, ==, 1);
}

void
shelf_close (Shelf *self, GDBusConnection *bus)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
      bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "ReleaseName",
      g_variant_new ("(s)", "org.gtk.Notifications"), NULL, 0, -1, NULL, NULL);

  g_dbus_connection_unregister_object (bus, self->registration);
  g_clear_pointer (&self->shown, g_variant_unref);
}
