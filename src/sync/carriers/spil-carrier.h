// SPDX-FileCopyrightText: 2026 The Spil developers
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** What a caller can act on. The message is one sentence for people: what happened, where, and what to do. */
typedef enum
{
  SPIL_CARRIER_ERROR_ABSENT, /**< it is not there: share not connected, stick not plugged in, folder gone */
  SPIL_CARRIER_ERROR_EMPTY, /**< the folder is there but holds nothing of Spil */
  SPIL_CARRIER_ERROR_FOREIGN, /**< it holds something else, or another carrier's files */
  SPIL_CARRIER_ERROR_FULL, /**< no room left */
  SPIL_CARRIER_ERROR_REFUSED, /**< it may not be read or written */
  SPIL_CARRIER_ERROR_NOT_FOUND, /**< no file of that name */
  SPIL_CARRIER_ERROR_EXISTS, /**< a file of that name is there: nothing is ever written over */
  SPIL_CARRIER_ERROR_TOO_LARGE, /**< larger than asked for */
  SPIL_CARRIER_ERROR_FAILED, /**< anything else */
} SpilCarrierError;

#define SPIL_CARRIER_ERROR (spil_carrier_error_quark ())
GQuark spil_carrier_error_quark (void);

#define SPIL_TYPE_CARRIER (spil_carrier_get_type ())

/**
 * Carries files between laptops and is not trusted: it may lose, keep, double, delay and alter them. Names are relative, of lower-case letters, digits,
 * hyphens and slashes. All calls block, and may be used from one thread at a time; @cancellable stops them where the system lets it.
 */
G_DECLARE_INTERFACE (SpilCarrier, spil_carrier, SPIL, CARRIER, GObject)

/** A file in a listing. */
typedef struct
{
  char *name; /**< without its folder */
  gint64 size;
} SpilCarrierItem;

void spil_carrier_item_free (SpilCarrierItem *self);

struct _SpilCarrierInterface
{
  GTypeInterface parent;

  const char *(*get_label) (SpilCarrier *self);
  gboolean (*check) (SpilCarrier *self, GCancellable *cancellable, GError **error);
  GPtrArray *(*list) (SpilCarrier *self, const char *folder, gboolean folders, GCancellable *cancellable,
                      GError **error);
  GBytes *(*get) (SpilCarrier *self, const char *name, gsize limit, GCancellable *cancellable,
                  GError **error);
  gboolean (*put) (SpilCarrier *self, const char *name, GBytes *bytes, GCancellable *cancellable,
                   GError **error);
  gboolean (*remove) (SpilCarrier *self, const char *name, GCancellable *cancellable, GError **error);
};

/** Whether Spil gives such names to a file or a folder: lower-case letters, digits and hyphens. */
gboolean spil_carrier_is_name (const char *name);

/** The same, with slashes between the names of folders. */
gboolean spil_carrier_is_path (const char *path);

/** Where it is, for people. Owned by the carrier. */
const char *spil_carrier_get_label (SpilCarrier *self);

/**
 * Whether it is there and can be read. Says nothing of whose it is. SPIL_CARRIER_ERROR_EMPTY when it can be read but has no file or folder at the
 * top that Spil could have made: for who begins with it that is fine, for who knows it the share is not connected.
 */
gboolean spil_carrier_check (SpilCarrier *self, GCancellable *cancellable, GError **error);

/**
 * The files in @folder ("" for the top), as SpilCarrierItem sorted by name, or with @folders the folders in it. Names that no Spil would have given
 * (capitals, temporary files, conflict copies) are left out. An empty array when @folder is not there; an error only when the carrier
 * itself, or something in it, cannot be read.
 */
GPtrArray *spil_carrier_list (SpilCarrier *self, const char *folder, gboolean folders,
                              GCancellable *cancellable, GError **error);

/** The content of a file of at most @limit bytes. */
GBytes *spil_carrier_get (SpilCarrier *self, const char *name, gsize limit, GCancellable *cancellable,
                          GError **error);

/** Writes a new file, whole or not at all, and makes it durable; SPIL_CARRIER_ERROR_EXISTS when there is one. Folders are made. */
gboolean spil_carrier_put (SpilCarrier *self, const char *name, GBytes *bytes, GCancellable *cancellable,
                           GError **error);

/** Removes a file of this device's own; one that is not there is no error. */
gboolean spil_carrier_remove (SpilCarrier *self, const char *name, GCancellable *cancellable, GError **error);

/** The carrier for @uri: a folder's path or file:///... . SPIL_CARRIER_ERROR_REFUSED for anything else. */
SpilCarrier *spil_carrier_new (const char *uri, GError **error);

G_END_DECLS
